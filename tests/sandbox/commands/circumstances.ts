import { deepEqual } from "node:assert/strict";
import { operations as table } from "@modulex-instantly/client";
import type { OperationId } from "@modulex-instantly/sandbox";
import fc from "fast-check";
import { operations } from "../../contract/spec-operations.ts";
import type { SessionCall } from "../session-call.ts";
import type { SessionCommand } from "../session-command.ts";
import { command } from "../session-command.ts";
import { UNKNOWN_ID } from "../session-model.ts";

/** Advances the clock. */
export const passTime: fc.Arbitrary<SessionCommand> = fc.constantFrom("1m", "45m", "3h", "1d", "4d").map((duration) =>
  command("passTime", duration, async (_, { sandbox }) => {
    const before = Date.parse(sandbox.now());
    const { now } = sandbox.advance(duration);
    deepEqual(Date.parse(now) > before, true);
  }),
);

/** A call of every operation that is rejected before it has an effect. */
const calls = Object.fromEntries(
  operations.map(({ id, method, path, request }): [string, Omit<SessionCall, "operation">] => {
    const [body] = Object.values(request?.examples ?? {});
    const call = { method: method as SessionCall["method"], path: path.replace("{id}", UNKNOWN_ID) };
    return [id, body === undefined ? call : { ...call, body: body as object }];
  }),
) as Readonly<Record<OperationId, Omit<SessionCall, "operation">>>;
const ids = Object.keys(calls) as OperationId[];

/** Calls an operation without permission, for another workspace, or above the rate limit. */
export const beRejected: fc.Arbitrary<SessionCommand> = fc
  .record({
    operation: fc.constantFrom(...ids),
    why: fc.constantFrom("no key", "revoked", "unpaid", "readOnly", "workspace", "too often"),
  })
  .map(({ operation, why }) =>
    command("beRejected", { operation, why }, async (_, session) => {
      const { keys } = session.sandbox;
      const call = { ...calls[operation], operation };
      if (why === "no key") await session.call({ ...call, key: null }, 401);
      else if (why === "revoked") await session.call({ ...call, key: keys.revoked }, 401);
      else if (why === "unpaid") await session.call({ ...call, key: keys.unpaid }, 402);
      else if (why === "workspace") await session.call({ ...call, headers: { "x-as-workspace": UNKNOWN_ID } }, 403);
      else if (why === "too often") {
        session.sandbox.plan({ operation, fault: { kind: "rate_limit_storm" } });
        await session.call(call, 429);
      } else if (table[operation].effect !== "read") await session.call({ ...call, key: keys.readOnly }, 403);
    }),
  );
