import { setTimeout } from "node:timers/promises";
import { createMcpEndpoint } from "@modulex-instantly/mcp";
import type { GoalRow } from "../sandbox/goal-row.ts";

const CALLS = 20_000;
const KEYS = 20;
const AT_ONCE = 50;
const MOST_GROWTH_MB = 20;

/** The heap after 20,000 calls of 20 keys, compared with that after 2,000: what a call leaves behind would add up. */
export async function flatMemory(): Promise<GoalRow> {
  const collect = globalThis.gc;
  if (collect === undefined) throw new Error("run this with --expose-gc");
  const endpoint = createMcpEndpoint({
    fetch: async () => Response.json({ items: [{ id: "0191d3a4-9d0e-7c33-b1a2-5f7e8d9c0b11", name: "Clinics" }] }),
  });
  const call = async (index: number): Promise<void> => {
    const response = await endpoint.fetch(
      new Request("http://localhost/mcp", {
        method: "POST",
        headers: {
          authorization: `Bearer key-${index % KEYS}`,
          "content-type": "application/json",
          accept: "application/json, text/event-stream",
        },
        body: JSON.stringify({
          jsonrpc: "2.0",
          id: index,
          method: "tools/call",
          params: { name: "list_campaigns", arguments: { limit: 1 } },
        }),
      }),
    );
    const text = await response.text();
    if (!text.includes('"success":true')) throw new Error(`call ${index} failed: ${text}`);
  };
  const heapAfter = async (from: number, to: number): Promise<number> => {
    for (let index = from; index < to; index += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, (_, offset) => call(index + offset)));
    }
    // What ends with a timer or a finalizer is freed in a later turn of the event loop.
    for (let turn = 0; turn < 2; turn += 1) {
      collect();
      await setTimeout(100);
    }
    collect();
    return process.memoryUsage().heapUsed / 1024 / 1024;
  };
  const before = await heapAfter(0, CALLS / 10);
  const after = await heapAfter(CALLS / 10, CALLS);
  await endpoint.close();
  return {
    what: `heap after ${CALLS} calls of ${KEYS} keys over HTTP, against that after ${CALLS / 10}`,
    goal: `<= ${MOST_GROWTH_MB} MB more`,
    figure: `${before.toFixed(1)} -> ${after.toFixed(1)} MB`,
    isReached: after - before <= MOST_GROWTH_MB,
  };
}
