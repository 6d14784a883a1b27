import { expect } from "vitest";
import type { OperationId } from "../../packages/client/src/index.ts";
import { createInstantlyClient, operations } from "../../packages/client/src/index.ts";
import { anySuccess, operationIds, operationRows } from "../operations.ts";
import { methodOf } from "./call-method.ts";
import { respondWith, scriptedFetch } from "./scripted-fetch.ts";

const { fetch, requests } = scriptedFetch(respondWith(anySuccess));
export const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
const withBody = operationIds.filter((id) => operations[id].hasBody);

/** What the types would not allow. */
export const untyped = (body: unknown) => body as never;

/** The body that a call sends, or the message with which it is rejected; then nothing is sent. */
export async function sentBy(call: () => Promise<unknown>): Promise<unknown> {
  const before = requests.length;
  const error = await call().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) {
    expect(requests).toHaveLength(before + 1);
    return JSON.parse(String(requests.at(-1)?.init.body));
  }
  expect(requests, "nothing is sent").toHaveLength(before);
  expect(error).toMatchObject({ code: "invalid_request", outcome: "not_sent", attempts: 0 });
  return (error as Error).message;
}

/** Both ways to send a body, by operation. */
export const ways: Record<string, Record<string, (body: unknown) => Promise<unknown>>> = {
  resources: Object.fromEntries(withBody.map((id) => [id, async (body) => sendByMethod(id, body)])),
  ".raw": Object.fromEntries(withBody.map((id) => [id, async (body) => sendRaw(id, body)])),
};

function sendByMethod(id: OperationId, body: unknown): unknown {
  const { method, id: pathId } = operationRows[id];
  return methodOf(client, method)(...(pathId === undefined ? [] : [pathId]), body);
}

function sendRaw(id: OperationId, body: unknown): unknown {
  const { method, pathTemplate } = operations[id];
  const path = { id: operationRows[id].id };
  return methodOf(client, `raw.${method}`)(pathTemplate, { params: { path }, body });
}

/** The writes with a body. Deletions and replies reject more than a body without fields, so they have tests of their own. */
export const writes: readonly OperationId[] = withBody.filter(
  (id) => operations[id].effect === "create" || operations[id].effect === "update",
);

/** JSON leaves out what is a getter of the class. */
export class WithGetter {
  get campaign_id() {
    return "c";
  }
  get name() {
    return "n";
  }
}
