import { describe, expect, test } from "vitest";
import { calls } from "../../../../tests/client/calls.ts";
import { respondWith, respondWithText, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { document } from "../../../../tests/contract/spec-operations.ts";
import { operationRows, readIds, writeIds } from "../../../../tests/operations.ts";
import type { Call } from "../call/call.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { OperationId } from "../operations/operation-id.gen.ts";
import { operations } from "../operations/operations.gen.ts";
import { writeLog } from "./with-write-log.ts";

/** What may be read to look for a write: the list of its resource, and its items. */
function readsOf(id: OperationId): string[] {
  const [resource] = operations[id].verifyWith?.split(".") ?? [];
  const reads = readIds.filter((read) => operationRows[read].method.startsWith(`${resource}.`));
  return reads.map((read) => `${operations[read].method} ${operations[read].pathTemplate.replace("{id}", "id-1")}`);
}

/** Whether the spec says that reads show if a write happened. */
function isReconciled(id: OperationId): boolean {
  const { method, pathTemplate } = operations[id];
  return document.paths[pathTemplate]?.[method.toLowerCase()]?.["x-reconcile"] === "reads";
}

test("some writes can be found with reads", () => {
  expect(writeIds.filter(isReconciled).length).toBeGreaterThan(0);
});

describe.each(writeIds)("%s", (id) => {
  test.each([
    ["whose outcome is unknown", respondWithText("", 502)],
    ["whose success was lost", respondWithText("", 200)],
  ])("%s is remembered, and looked for where it would be", async (_, step) => {
    const { fetch, requests } = scriptedFetch(step, respondWith({ items: [] }));
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
    const error: unknown = await calls[id](client).catch((thrown: unknown) => thrown);
    const found = await client.reconcile(error);
    const reads = requests.slice(1).map(({ init, url }) => `${init.method} ${url.pathname}`);
    if (isReconciled(id)) expect(reads.length).toBeGreaterThan(0);
    else expect([found, reads]).toEqual(["undetermined", []]);
    expect(readsOf(id)).toEqual(expect.arrayContaining(reads));
  });

  test("is not looked for any more when its caller gives up", async () => {
    const { fetch, requests } = scriptedFetch(respondWithText("", 502), respondWith({ items: [] }));
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
    const error: unknown = await calls[id](client).catch((thrown: unknown) => thrown);
    const found = client.reconcile(error, { signal: AbortSignal.abort() });
    if (isReconciled(id)) await expect(found).rejects.toMatchObject({ code: "aborted" });
    else expect(await found).toBe("undetermined");
    expect(requests).toHaveLength(1);
  });
});

test.each([[new TypeError("x")], ["x"], [undefined], [null]])(
  "what is thrown and is no error of the client is passed on and not remembered: %o",
  async (thrown) => {
    const { remember, find } = writeLog(() => undefined);
    const send = remember(() => Promise.reject(thrown));
    await expect(send({} as Call)).rejects.toBe(thrown);
    expect(find(thrown)).toBeUndefined();
  },
);
