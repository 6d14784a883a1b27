import { createInstantlyClient } from "@modulex-instantly/client";
import { describe, expect, test } from "vitest";
import { besideSandbox, startExample } from "./run-example.ts";

const file = "long-running-worker/worker.ts";
const interested = "reply+interested@brightlane.example.com";

describe("the long-running worker", () => {
  test("stores interested leads, and stops at once while it waits", () =>
    besideSandbox("replies", async (sandbox) => {
      const { child, prints, ended } = startExample(file, { sandbox, env: { POLL_MS: "60000" } });
      await prints(/stored/);
      child.kill("SIGTERM");
      const { code, stdout, stderr } = await ended;
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toBe(`stored ${interested}\nSIGTERM: finishing the write in flight\nstopped\n`);
    }));

  test("looks again after a while, and stores nobody twice", () =>
    besideSandbox("replies", async (sandbox) => {
      const { child, prints, ended } = startExample(file, { sandbox, env: { POLL_MS: "20" } });
      await prints(/stored/);
      while ((sandbox.journal().operations.listLeads?.requests ?? 0) < 5)
        await new Promise((done) => setTimeout(done, 20));
      child.kill("SIGINT");
      expect(await ended).toMatchObject({ code: 0, stderr: "" });
      expect(sandbox.journal().operations.createLead).toMatchObject({ requests: 1, effects: 1 });
    }));

  test("finishes the write in flight", () =>
    besideSandbox("replies", async (sandbox) => {
      sandbox.plan({ operation: "createLead", fault: { kind: "delay", delayMs: 1_000 } });
      const { child, ended } = startExample(file, { sandbox });
      await inFlight(sandbox.url);
      child.kill("SIGTERM");
      const { code, stdout } = await ended;
      expect(stdout).toBe(`SIGTERM: finishing the write in flight\nstored ${interested}\nstopped\n`);
      expect(code).toBe(0);
    }));

  test("reports a write that does not finish in time as unknown, and it was sent once", () =>
    besideSandbox("replies", async (sandbox) => {
      sandbox.plan({ operation: "createLead", fault: { kind: "delay", delayMs: 20_000, when: "after_commit" } });
      const { child, ended } = startExample(file, { sandbox, env: { GRACE_MS: "200" } });
      await inFlight(sandbox.url);
      child.kill("SIGTERM");
      const { code, stderr } = await ended;
      expect([code, stderr]).toEqual([1, `${interested}: aborted, outcome unknown\n`]);
      const client = createInstantlyClient(sandbox.clientOptions);
      const leads = await client.leads.iterate({ search: interested }).collect({ max: 10 });
      expect(leads.filter(({ list_id }) => list_id)).toHaveLength(1);
    }));

  test("ends with an error for a key that is rejected, and runs without a key", async () => {
    await besideSandbox("replies", async (sandbox) => {
      const keys = { ...sandbox.keys, full: sandbox.keys.withScopes("lead_lists:all") };
      const { code, stderr } = await startExample(file, { sandbox: { ...sandbox, keys } }).ended;
      expect([code, stderr]).toEqual([1, expect.stringContaining("listLeads")]);
    });
    const { child, prints, ended } = startExample(file);
    await prints(/stored/);
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 0 });
  });
});

/** Resolves when the create of the worker has been sent: its fault is no longer pending. */
async function inFlight(url: string): Promise<void> {
  for (;;) {
    const pending = await (await fetch(`${url}/_sandbox/faults`)).text();
    if (!pending.includes("delay")) return;
    await new Promise((done) => setTimeout(done, 20));
  }
}
