import type { ActionName } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import { createSandbox } from "@modulex-instantly/sandbox";
import { expect, test } from "vitest";
import { promisedParameters } from "../actions/seed-contract/parameters.ts";
import { operations } from "../contract/spec-operations.ts";
import type { SessionTarget } from "./session.ts";
import { runSessions } from "./sessions.ts";

const seed = Number(process.env["FAST_CHECK_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

test("random sessions: the expected state exists, and every response conforms to the spec", {
  timeout: 60_000,
}, async () => {
  console.log(`random sessions: FAST_CHECK_SEED=${seed}`);
  const sandbox = createSandbox({ limits: "off" });
  const target: SessionTarget = { sandbox, fetch: sandbox.fetch, origin: "http://127.0.0.1", counts: new Map() };
  const { calls, counts, failure } = await runSessions(target, { seed, calls: 1_000 });
  await sandbox.close();
  expect(failure).toBeUndefined();
  expect(calls).toBeGreaterThanOrEqual(1_000);
  const called = [...counts.keys()];
  const contract = Object.keys(promisedParameters).map((name) => actions[name as ActionName].http.operation);
  expect(called).toEqual(expect.arrayContaining(contract));
  expect(operations.map(({ id }) => id)).toEqual(expect.arrayContaining(called));
});
