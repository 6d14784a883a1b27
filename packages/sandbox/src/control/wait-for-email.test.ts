import { describe, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox } from "../../tests/test-sandbox.ts";

async function active(): Promise<TestSandbox> {
  const api = createTestSandbox({ scenario: "outreach" });
  const [campaign] = (await api.listCampaigns()).items;
  await api.activateCampaign(campaign?.id ?? "");
  return api;
}

const ada = "ada@quiet.example.com";

describe("waitForEmail", () => {
  test("moves the clock to the email and no further", async () => {
    const { sandbox } = await active();
    const mail = await sandbox.waitForEmail({ to: "ADA@quiet.example.com", subject: "booking" });
    expect(mail).toMatchObject({ to: [ada], subject: "Your booking page", step: "0_0_1" });
    expect(sandbox.now()).toBe(mail.at);
    expect(sandbox.outbox().at(-1)).toEqual(mail);
    const followUp = await sandbox.waitForEmail({ to: ada, step: "0_1" });
    expect([followUp.step, sandbox.now()]).toEqual(["0_1_0", followUp.at]);
  });

  test("returns an email that was sent before, without moving the clock", async () => {
    const { sandbox } = createTestSandbox({ scenario: "replies" });
    const before = sandbox.snapshot();
    const mail = await sandbox.waitForEmail({ to: ada, subject: /no-shows|booking/g, text: "Ada", by: "campaign" });
    expect(mail.to).toEqual([ada]);
    expect(await sandbox.waitForEmail({ to: ada, subject: /no-shows|booking/g })).toEqual(mail);
    expect(sandbox.snapshot()).toBe(before);
    const next = await sandbox.waitForEmail({ to: ada, since: "2026-09-08T00:00:00Z" });
    expect(next.step).toBe("0_1_0");
  });

  test("that cannot succeed says what was sent instead and why nothing else is, and does not move the clock", async () => {
    const { sandbox } = createTestSandbox({ scenario: "outreach" });
    const before = sandbox.snapshot();
    await expect(sandbox.waitForEmail({ to: ada, subject: "Nothing" })).rejects.toThrow(
      'No email with to "ada@quiet.example.com", subject "Nothing" is sent until 2026-10-07T08:00:00.010Z. No email was sent. Campaign "Clinics without online booking": The campaign was never activated.',
    );
    expect(sandbox.snapshot()).toBe(before);
    const started = await active();
    started.sandbox.runUntilIdle();
    await expect(started.sandbox.waitForEmail({ to: "bounce@harbourlight.example.com", step: "0_1" })).rejects.toThrow(
      /^No email with .* 12 emails were sent, the last ones: .*Campaign "Clinics without online booking": The campaign is completed\.$/,
    );
  });

  test("looks no further than within", async () => {
    const { sandbox } = await active();
    await expect(sandbox.waitForEmail({ to: ada, step: "0_1", within: "1d" })).rejects.toThrow(/until 2026-09-08T/);
    expect((await sandbox.waitForEmail({ to: ada, step: "0_1", within: "3d" })).step).toBe("0_1_0");
  });

  test("waits in real time for another program", async () => {
    const api = createTestSandbox({ scenario: "outreach" });
    const waiting = api.sandbox.waitForEmail({ to: ada, timeoutMs: 30_000 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const [campaign] = (await api.listCampaigns()).items;
    await api.activateCampaign(campaign?.id ?? "");
    expect((await waiting).to).toEqual([ada]);
  });

  test("ends with the sandbox", async () => {
    const { sandbox } = createTestSandbox();
    const waiting = sandbox.waitForEmail({ timeoutMs: 600_000 }).catch((error: Error) => error.message);
    await sandbox.close();
    expect(await waiting).toMatch(/^No email with anything is sent/);
  });

  test("is a control route, with an error as its body", async () => {
    const api = await active();
    const { status, body } = await api.request("POST /_sandbox/wait-for-email", { to: ada });
    expect([status, body["mail"]]).toEqual([200, api.sandbox.outbox().at(-1)]);
    const none = await api.request("POST /_sandbox/wait-for-email", { to: "nobody@example.com" });
    expect([none.status, none.body["message"]]).toEqual([
      404,
      expect.stringMatching(/^No email with to "nobody@example.com"/),
    ]);
  });

  test.each<[object, RegExp]>([
    [{ too: ada }, /^too is unknown; .*did you mean "to"\?$/],
    [{ to: [ada] }, /^to: expected a string, found/],
    [{ subject: 7 }, /^subject: expected a string, found 7$/],
    [{ by: "hand" }, /^by: expected "campaign" or "reply", found "hand"$/],
    [{ step: "1" }, /^step: expected a step such as/],
    [{ since: "now" }, /^since: expected an ISO 8601 time/],
    [{ within: "a week" }, /^within: expected a duration/],
    [{ timeoutMs: -1 }, /^timeoutMs: expected milliseconds from 0 to 600000, found -1$/],
  ])("%j is refused", async (query, message) => {
    await expect(createTestSandbox().sandbox.waitForEmail(query)).rejects.toThrow(message);
  });
});
