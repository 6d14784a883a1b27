import { createInstantlyClient } from "@modulex-instantly/client";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { expect, test } from "vitest";
import { besideSandbox, runExample, startExample } from "./run-example.ts";

const file = "express-webhook/server.ts";

/** Starts the server, and returns a function that delivers an event. */
async function startServer(sandbox: RunningSandbox | undefined) {
  const env = { PORT: "0", ...(sandbox ? { WEBHOOK_SECRET: "s3cret" } : {}) };
  const { child, prints, ended } = startExample(file, { sandbox, env });
  const url = /http:\S+/.exec(await prints(/http:\S+\n/))?.[0];
  const deliver = async (event: unknown, secret = sandbox ? "s3cret" : "local") => {
    const body = typeof event === "string" ? event : JSON.stringify(event);
    const headers = { "content-type": "application/json", "x-webhook-secret": secret };
    const response = await fetch(String(url), { method: "POST", headers, body });
    return [response.status, await response.text()];
  };
  const stop = async () => {
    child.kill("SIGTERM");
    return ended;
  };
  return { deliver, stop };
}

test("the Express webhook adds whoever replies to the list, once, however often the event is delivered", () =>
  besideSandbox("replies", async (sandbox) => {
    const instantly = createInstantlyClient(sandbox.clientOptions);
    const mails = await instantly.emails.iterate({ email_type: "received" }).collect({ max: 50 });
    const reply = mails.find(({ is_auto_reply, i_status }) => is_auto_reply !== 1 && i_status === 1);
    const note = mails.find(({ is_auto_reply }) => is_auto_reply === 1);
    const { deliver, stop } = await startServer(sandbox);
    const event = { event_type: "reply_received", email_id: reply?.id };
    try {
      expect(await deliver(event)).toEqual([200, '{"added":true}']);
      expect(await deliver(event)).toEqual([200, '{"added":true}']);
      expect(await deliver({ ...event, email_id: note?.id })).toEqual([200, '{"added":false}']);
      expect(await deliver({ ...event, email_id: "unknown" })).toEqual([200, '{"added":false}']);
      for (const other of [
        { event_type: "email_sent", email_id: reply?.id },
        { event_type: "reply_received" },
        {},
        [],
      ]) {
        expect(await deliver(other)).toEqual([204, ""]);
      }
      expect((await deliver(event, "wrong"))[0]).toBe(401);
      expect((await deliver("{"))[0]).toBe(400);

      const [list] = (await instantly.leadLists.list({ search: "Call next" })).items;
      const { items } = await instantly.leads.list({ list_id: list?.id });
      expect(items.map(({ email }) => email)).toEqual([reply?.from_address_email]);

      sandbox.plan({ operation: "createLead", times: 9, fault: { kind: "status", status: 500 } });
      expect((await deliver(event))[0]).toBe(503);
    } finally {
      expect(await stop()).toMatchObject({ code: 0, stderr: expect.stringContaining("(HTTP 500)") });
    }
  }));

test("the Express webhook starts without a key, and refuses the local secret with one", async () => {
  const { deliver, stop } = await startServer(undefined);
  expect(await deliver({ event_type: "reply_received", email_id: "unknown" })).toEqual([200, '{"added":false}']);
  expect(await stop()).toMatchObject({ code: 0, stderr: "" });
  await besideSandbox("empty", async (sandbox) => {
    expect(await runExample(file, { sandbox })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("set WEBHOOK_SECRET"),
    });
  });
});
