import type { ActionResult } from "@modulex-instantly/actions";
import { runAction } from "@modulex-instantly/actions";
import { describe, expect, test } from "vitest";
import { anySuccess } from "../operations.ts";
import { everyAction } from "./every-action.ts";
import { stub } from "./stub.ts";

describe.each(everyAction)("$name", ({ name, input }) => {
  test("onResult receives a success", async () => {
    const told: ActionResult[] = [];
    const { client } = stub(() => Response.json(anySuccess));
    const result = await runAction(name, input, { client, onResult: (event) => told.push(event) });
    expect(result).toMatchObject({ success: true, error: null });
    expect(told).toEqual([
      {
        action: name,
        success: true,
        code: null,
        status: 200,
        outcome: null,
        retryable: false,
        retryAfterMs: null,
        attempts: 1,
        durationMs: expect.any(Number),
      },
    ]);
    expect(told[0]?.durationMs).toBeGreaterThanOrEqual(0);
  });

  test("onResult receives an input error, before anything was sent", async () => {
    const told: ActionResult[] = [];
    const { client } = stub();
    await runAction(name, { ...input, nonsense: 1 } as object, { client, onResult: (event) => told.push(event) });
    expect(told).toEqual([
      {
        action: name,
        success: false,
        code: "invalid_request",
        status: null,
        outcome: "not_sent",
        retryable: false,
        retryAfterMs: null,
        attempts: 0,
        durationMs: expect.any(Number),
      },
    ]);
  });
});

const boom = () => {
  throw new Error("listener");
};

test.each([
  ["throws", boom],
  ["rejects", async () => boom()],
])("a listener that %s does not turn a success into a failure", async (_, onResult) => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", note);
  const { client } = stub(() => Response.json({ count: 2 }));
  const result = await runAction("delete_leads", { campaign_id: "c" }, { client, onResult });
  expect(result).toEqual({ success: true, error: null, count: 2 });
  await new Promise((resolve) => setTimeout(resolve, 5));
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});

test("runs with the same client are kept apart", async () => {
  const { client } = stub(() => Response.json({ count: 2 }));
  const told: number[] = [];
  await runAction("delete_leads", { campaign_id: "c" }, { client, onResult: ({ attempts }) => told.push(attempts) });
  await runAction("delete_leads", { campaign_id: "c" }, { client, onResult: ({ attempts }) => told.push(attempts) });
  expect(told, "attempts are counted per run").toEqual([1, 1]);
});
