import type { InstantlyClient, InstantlyError } from "@modulex-instantly/client";
import { createInstantlyClient, isInstantlyError } from "@modulex-instantly/client";
import type { PlannedFault, RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

let sandbox: RunningSandbox;
let client: InstantlyClient;

beforeEach(async () => {
  sandbox = await startSandbox({ start: new Date().toISOString(), clock: "running", limits: "off" });
  client = createInstantlyClient({
    apiKey: sandbox.keys.full,
    baseUrl: sandbox.url,
    retry: { baseDelayMs: 5, maxDelayMs: 10, minDelayMs: 1, rateLimitDelaysMs: [5] },
  });
});
afterEach(() => sandbox.close());

const schedule = {
  schedules: [
    {
      name: "Always",
      timing: { from: "00:00", to: "23:59" },
      days: { "1": true },
      timezone: "America/Detroit" as const,
    },
  ],
};

/** A received email, to which a reply can be sent. */
async function receivedMail() {
  sandbox.load("replies");
  const [email] = (await client.emails.list({ email_type: "received", limit: 1 })).items;
  if (!email) throw new Error("the scenario has no received mail");
  return { reply_to_uuid: email.id, eaccount: email.eaccount, subject: "Re: ten o'clock", body: { text: "Ten?" } };
}

async function failureOf(call: Promise<unknown>): Promise<InstantlyError> {
  const error = await call.then(
    () => new Error("it succeeded"),
    (thrown: unknown) => thrown,
  );
  if (!isInstantlyError(error)) throw error;
  return error;
}

/** The effects of every call with an injected fault, so that an extra call is detected. */
function effectsOfFaulty(): number[] {
  const { entries } = sandbox.journal();
  const faulty = entries.find(({ fault }) => fault !== undefined)?.operation;
  return entries.filter(({ operation }) => operation === faulty).map(({ effects }) => effects);
}

const AMBIGUOUS: readonly (readonly [string, PlannedFault["fault"]])[] = [
  ["500 after commit", { kind: "status", status: 500, afterCommit: true }],
  ["502 page after commit", { kind: "html_page", status: 502, afterCommit: true }],
  ["503 after commit", { kind: "status", status: 503, retryAfter: "1", afterCommit: true }],
  ["408 after commit", { kind: "status", status: 408, afterCommit: true }],
  ["connection dropped after commit", { kind: "drop_after_commit" }],
  ["body cut off", { kind: "truncated_body" }],
  ["response later than the time limit", { kind: "delay", delayMs: 1_500, when: "after_commit" }],
];

describe("one reply under an ambiguous fault", () => {
  test.each(AMBIGUOUS)("%s: leaves exactly one email, and reconcile finds it", async (_, fault) => {
    const reply = await receivedMail();
    const before = sandbox.outbox().length;
    sandbox.plan({ operation: "reply_to_email", times: 10, fault });

    // Only the late response meets its time limit, however slow the machine is.
    const timeouts = fault.kind === "delay" ? { writeAttemptMs: 400 } : {};
    const error = await failureOf(client.emails.reply(reply, { timeouts }));
    expect(["unknown", "applied_unverified"]).toContain(error.outcome);
    expect(error.verifyWith).toBe("emails.list");
    expect(sandbox.outbox()).toHaveLength(before + 1);

    expect(await client.reconcile(error)).toBe("applied");
    // A call is in the journal when it has ended; with the late response, this is after the timeout of the client.
    await expect
      .poll(() => sandbox.journal().operations.replyToEmail, { timeout: 5_000 })
      .toEqual({ requests: 1, committed: 1, effects: 1 });
    expect(sandbox.outbox()).toHaveLength(before + 1);
  });

  test("dropped before commit: no email, and reconcile says so once it is certain", async () => {
    const reply = await receivedMail();
    const before = sandbox.outbox().length;
    sandbox.plan({ operation: "reply_to_email", times: 10, fault: { kind: "drop_before_commit" } });
    const error = await failureOf(client.emails.reply(reply));
    expect(error.outcome).toBe("unknown");
    expect(sandbox.outbox()).toHaveLength(before);
    expect(await client.reconcile(error)).toBe("undetermined");
    expect(await client.reconcile(error, { settleMs: 0 })).toBe("not_applied");
  });

  test("after a 429 the reply is retried and sent once", async () => {
    const reply = await receivedMail();
    const before = sandbox.outbox().length;
    sandbox.plan({ operation: "reply_to_email", times: 2, fault: { kind: "rate_limit_storm" } });
    await client.emails.reply(reply);
    expect(sandbox.outbox()).toHaveLength(before + 1);
    expect(sandbox.journal().operations.replyToEmail).toMatchObject({ requests: 3, committed: 1 });
  });
});

describe("reconcile", () => {
  const WRITES: readonly (readonly [string, string, () => Promise<() => Promise<unknown>>])[] = [
    ["create_lead", "leads.list", async () => () => client.leads.create({ email: "new@example.com" })],
    ["create_lead_list", "leadLists.list", async () => () => client.leadLists.create({ name: "Berlin founders" })],
    [
      "create_campaign",
      "campaigns.list",
      async () => () => client.campaigns.create({ name: "Autumn", campaign_schedule: schedule }),
    ],
    [
      "patch_campaign",
      "campaigns.list",
      async () => {
        const { id } = await client.campaigns.create({ name: "Autumn", campaign_schedule: schedule });
        return () => client.campaigns.update(id, { daily_limit: 7, email_list: ["mara@outbound.example.com"] });
      },
    ],
    [
      "activate_campaign",
      "campaigns.list",
      async () => {
        const { id } = await client.campaigns.create({ name: "Autumn", campaign_schedule: schedule });
        return () => client.campaigns.activate(id);
      },
    ],
    [
      "delete_leads",
      "leads.list",
      async () => {
        const list = await client.leadLists.create({ name: "gone soon" });
        const { id } = await client.leads.create({ list_id: list.id, email: "gone@example.com" });
        return () => client.leads.deleteMany({ list_id: list.id, ids: [id] });
      },
    ],
  ];

  test.each(WRITES)("%s that took effect is applied", async (operation, verifyWith, prepare) => {
    const write = await prepare();
    sandbox.clearJournal();
    sandbox.plan({ operation, fault: { kind: "drop_after_commit" } });
    const error = await failureOf(write());
    expect(error).toMatchObject({ outcome: "unknown", verifyWith, retryable: false });
    expect(await client.reconcile(error)).toBe("applied");
    expect(effectsOfFaulty()).toEqual([1]);
  });

  test.each(WRITES)("%s that took no effect is not applied, but only after a while", async (operation, _, prepare) => {
    const write = await prepare();
    sandbox.clearJournal();
    sandbox.plan({ operation, fault: { kind: "drop_before_commit" } });
    const error = await failureOf(write());
    expect(error.outcome).toBe("unknown");
    expect(await client.reconcile(error)).toBe("undetermined");
    expect(await client.reconcile(error, { settleMs: 0 })).toBe("not_applied");
    expect(effectsOfFaulty()).toEqual([0]);
  });

  test("an interest status that was set is applied", async () => {
    await client.leads.create({ email: "ada@example.com" });
    sandbox.plan({ operation: "update_lead_interest_status", fault: { kind: "drop_after_commit" } });
    const change = { lead_email: "ada@example.com", interest_value: 1 };
    const error = await failureOf(client.leads.updateInterestStatus(change));
    expect(await client.reconcile(error)).toBe("undetermined");
    sandbox.advance("1h");
    expect(await client.reconcile(error)).toBe("applied");
    expect(sandbox.journal().operations.updateLeadInterestStatus).toEqual({ requests: 1, committed: 1, effects: 1 });
  });

  test("an interest status that was not set is not applied, but only after ten times as long", async () => {
    await client.leads.create({ email: "ada@example.com" });
    sandbox.plan({ operation: "update_lead_interest_status", fault: { kind: "drop_before_commit" } });
    const error = await failureOf(
      client.leads.updateInterestStatus({ lead_email: "ada@example.com", interest_value: 1 }),
    );
    const waitedMs = 300;
    await new Promise((resolve) => setTimeout(resolve, waitedMs));
    expect(await client.reconcile(error, { settleMs: waitedMs })).toBe("undetermined");
    expect(await client.reconcile(error, { settleMs: 0 })).toBe("not_applied");
  });

  test("a reply is undetermined if a colleague also replied to the same email", async () => {
    const reply = await receivedMail();
    await client.emails.reply({ ...reply, subject: "Our offer", body: { text: "Is attached to this mail." } });
    sandbox.plan({ operation: "reply_to_email", times: 10, fault: { kind: "drop_before_commit" } });
    const error = await failureOf(client.emails.reply(reply));
    expect(await client.reconcile(error, { settleMs: 0 })).toBe("undetermined");
  });

  test("a lead whose address had whitespace around it is applied", async () => {
    sandbox.plan({ operation: "create_lead", fault: { kind: "drop_after_commit" } });
    const error = await failureOf(client.leads.create({ email: " Ada@example.com" }));
    expect(["applied", "undetermined"]).toContain(await client.reconcile(error, { settleMs: 0 }));
  });

  test("an address that the filter of the list rejects is undetermined", async () => {
    sandbox.plan({ operation: "create_lead", fault: { kind: "drop_after_commit" } });
    const error = await failureOf(client.leads.create({ email: "ada at example" }));
    expect(await client.reconcile(error, { settleMs: 0 })).toBe("undetermined");
  });

  test("a clock that was moved between the write and the read changes nothing", async () => {
    await sandbox.close();
    sandbox = await startSandbox();
    const rehearsing = createInstantlyClient({ apiKey: sandbox.keys.full, baseUrl: sandbox.url });
    await rehearsing.leadLists.list();
    sandbox.plan({ operation: "create_lead_list", fault: { kind: "drop_after_commit" } });
    const error = await failureOf(rehearsing.leadLists.create({ name: "once" }));
    sandbox.advance("2h");
    expect(await rehearsing.reconcile(error, { settleMs: 0 })).toBe("applied");
  });

  test("the clock of a sandbox is used for its timestamps", async () => {
    await sandbox.close();
    sandbox = await startSandbox();
    const rehearsing = createInstantlyClient({ apiKey: sandbox.keys.full, baseUrl: sandbox.url });
    sandbox.plan({ operation: "create_lead_list", fault: { kind: "drop_after_commit" } });
    const error = await failureOf(rehearsing.leadLists.create({ name: "once" }));
    expect(await rehearsing.reconcile(error)).toBe("applied");
  });

  test("a rejected write needs no reads, and nothing is sent again", async () => {
    const error = await failureOf(client.leads.get("0198a1b2-0000-7000-8000-000000000001"));
    const before = sandbox.journal().entries.length;
    expect(await client.reconcile(error)).toBe("not_applied");
    expect(sandbox.journal().entries).toHaveLength(before);

    sandbox.plan({ operation: "create_lead_list", fault: { kind: "drop_after_commit" } });
    const open = await failureOf(client.leadLists.create({ name: "once" }));
    await client.reconcile(open);
    const { createLeadList } = sandbox.journal().operations;
    expect(createLeadList).toMatchObject({ requests: 1, effects: 1 });
  });

  test("an open outcome of another client is undetermined, and its error still shows no body", async () => {
    sandbox.plan({ operation: "create_lead", fault: { kind: "drop_after_commit" } });
    const error = await failureOf(client.leads.create({ email: "secret@example.com" }));
    const { reconcile } = client;
    expect(JSON.stringify(error)).not.toContain("secret@example.com");
    const { InstantlyError } = await import("@modulex-instantly/client");
    const foreign = new InstantlyError("from elsewhere", { code: "network", outcome: "unknown" });
    expect(await reconcile(foreign)).toBe("undetermined");
  });
});
