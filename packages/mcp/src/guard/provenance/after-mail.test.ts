import { describe, expect, test } from "vitest";
import type { GuardedSandbox } from "../../../../../tests/mcp/guard/guarded-sandbox.ts";
import { formOf, guardedSandbox, outputOf } from "../../../../../tests/mcp/guard/guarded-sandbox.ts";
import { mailSays, sandboxWithMail } from "../../../../../tests/mcp/guard/sandbox-with-mail.ts";
import { memoryStore } from "../../state/memory-store.ts";
import { createToolGuard } from "../create-tool-guard.ts";

const newContacts = { afterMail: "new_contacts" } as const;
const freely = { confirm: { mode: "not_needed" } } as const;
const campaignOf = async ({ client }: GuardedSandbox) => (await client.campaigns.list({ limit: 1 })).items[0]?.id;

describe("once incoming mail was read, a write needs a person", () => {
  const list = { name: "Autumn" };

  test("in this session, and not in another", async () => {
    const guarded = sandboxWithMail();
    expect(outputOf(await guarded.call("create_lead_list", { name: "Before" }))["success"]).toBe(true);
    await guarded.call("list_emails", {});
    const { message } = formOf(await guarded.call("create_lead_list", list));
    expect(message).toMatch(/^Create lead list\?\nNote: This session has read incoming mail/);
    expect(message).toContain("name: Autumn");
    expect(outputOf(await guarded.call("create_lead_list", list, { sessionId: "session-2" }))["success"]).toBe(true);
    expect(outputOf(await guarded.call("create_lead_list", list, { keyId: "key-2" }))["success"]).toBe(true);
    expect(outputOf(await guarded.callAndAccept("create_lead_list", { name: "Winter" }))["success"]).toBe(true);
  });

  test("but not if only emails of campaigns were read", async () => {
    const guarded = guardedSandbox(createToolGuard(), { scenario: "outreach" });
    const id = await campaignOf(guarded);
    await guarded.client.campaigns.activate(id as string);
    guarded.sandbox.advance("20m");
    const read = outputOf(await guarded.call("list_emails", {}));
    expect((read["emails"] as { ue_type: number }[]).map(({ ue_type }) => ue_type)).toEqual([1, 1]);
    expect(outputOf(await guarded.call("create_lead_list", list))["success"]).toBe(true);
  });

  test("without sessions for the key, for a shorter time", async () => {
    let now = 1_800_000_000_000;
    const guarded = sandboxWithMail({ now: () => now });
    const noSession = { sessionId: undefined, confirm: { mode: "none" } } as const;
    await guarded.call("list_emails", {}, noSession);
    now += 14 * 60_000;
    expect(outputOf(await guarded.call("create_lead_list", list, noSession))["error"]).toMatch(/A person has to agree/);
    now += 60_000;
    expect(outputOf(await guarded.call("create_lead_list", list, noSession))["success"]).toBe(true);
  });

  test("not where the operator has switched that off", async () => {
    for (const [options, caller] of [
      [newContacts, {}],
      [{}, freely],
    ] as const) {
      const guarded = sandboxWithMail(options);
      await guarded.call("list_emails", {});
      expect(outputOf(await guarded.call("create_lead_list", list, caller))["success"]).toBe(true);
    }
  });

  test("also if the store could not record it", async () => {
    const store = memoryStore();
    let fails = true;
    const guarded = sandboxWithMail({
      ...newContacts,
      store: { ...store, add: (...given) => (fails ? Promise.reject(new Error("down")) : store.add(...given)) },
    });
    expect(outputOf(await guarded.call("list_emails", {}))["success"]).toBe(true);
    fails = false;
    const input = { email: "new.person@harbour.test" };
    expect(formOf(await guarded.call("create_lead", input)).message).toContain("From incoming mail");
  });

  test("also if there was too much in it to record", async () => {
    const many = Array.from({ length: 5000 }, (_, index) => `a${index}@b${index}.test`).join(" ");
    const guarded = sandboxWithMail(newContacts, mailSays(many));
    await guarded.call("list_emails", {});
    const { message } = formOf(await guarded.call("create_lead", { email: "new.person@harbour.test" }));
    expect(message).toContain("From incoming mail: new.person@harbour.test");
    // What the session knew by then needs no person.
    const known = { lead_email: "reply+interested@brightlane.example.com", interest_value: 1 };
    expect(outputOf(await guarded.call("update_lead_interest_status", known))["success"]).toBe(true);
  });
});
