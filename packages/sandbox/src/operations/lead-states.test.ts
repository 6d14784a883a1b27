import type { ListLeadsRequest } from "@modulex-instantly/types";
import { beforeAll, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox, step } from "../../tests/test-sandbox.ts";

const interests = [
  "interested",
  "meeting-booked",
  "meeting-completed",
  "won",
  "not-interested",
  "wrong-person",
  "lost",
  "no-show",
];
const replying = interests.map((interest) => `reply+${interest}`);
const done = ["ada", "click", "custom+high", "custom+low", "open", "out-of-office", "valid", ...replying];
const stopped = ["bounce", "unsubscribe"];
const neverMailed = ["invalid", "late", "risky", "zoe"];

/** Who is found, by the word before the @ of the address. */
const found: Readonly<Record<NonNullable<ListLeadsRequest["filter"]>, readonly string[]>> = {
  FILTER_VAL_CONTACTED: [...done, ...stopped],
  FILTER_VAL_NOT_CONTACTED: neverMailed,
  FILTER_VAL_COMPLETED: done,
  FILTER_VAL_UNSUBSCRIBED: ["unsubscribe"],
  FILTER_VAL_ACTIVE: ["late"],
  FILTER_VAL_BOUNCED: ["bounce"],
  FILTER_VAL_SKIPPED: ["invalid", "risky"],
  FILTER_VAL_RISKY: ["risky"],
  FILTER_VAL_INVALID: ["invalid"],
  FILTER_VAL_VALID: ["valid"],
  FILTER_VAL_IN_SUBSEQUENCE: [],
  FILTER_VAL_OPENED_NO_REPLY: ["click", "open"],
  FILTER_VAL_COMPLETED_NO_REPLY: ["ada", "click", "custom+high", "custom+low", "open", "valid"],
  FILTER_VAL_NO_OPENS: ["ada", "custom+high", "custom+low", "out-of-office", "valid", ...stopped, ...neverMailed],
  FILTER_VAL_REPLIED: ["out-of-office", ...replying],
  FILTER_VAL_LINK_CLICKED: ["click"],
  FILTER_LEAD_INTERESTED: ["reply+interested"],
  FILTER_LEAD_NOT_INTERESTED: ["reply+not-interested"],
  FILTER_LEAD_MEETING_BOOKED: ["reply+meeting-booked"],
  FILTER_LEAD_MEETING_COMPLETED: ["reply+meeting-completed"],
  FILTER_LEAD_CLOSED: ["reply+won"],
  FILTER_LEAD_OUT_OF_OFFICE: ["out-of-office"],
  FILTER_LEAD_WRONG_PERSON: ["reply+wrong-person"],
  FILTER_LEAD_LOST: ["reply+lost"],
  FILTER_LEAD_NO_SHOW: ["reply+no-show"],
  FILTER_LEAD_CUSTOM_LABEL_POSITIVE: ["custom+high"],
  FILTER_LEAD_CUSTOM_LABEL_NEGATIVE: ["custom+low"],
};

let api: TestSandbox;
beforeAll(async () => {
  api = createTestSandbox();
  const sequences = [{ steps: [step(1, "One"), step(0)] }];
  const played = await api.createCampaign({ sequences, open_tracking: true, link_tracking: true });
  for (const word of [...done, ...stopped, "invalid", "risky"]) {
    const verify_leads_on_import = ["valid", "invalid", "risky"].includes(word);
    await api.createLead({ campaign: played.id, email: `${word}@example.com`, verify_leads_on_import });
  }
  await api.createLead({ list_id: (await api.createLeadList("Later")).id, email: "zoe@example.com" });
  await api.createLead({ campaign: (await api.createCampaign()).id, email: "late@example.com" });
  api.sandbox.advance("5m");
  await api.activateCampaign(played.id);
  api.sandbox.advance("3d");
  for (const [word, interest_value] of [["high", 7] as const, ["low", -7] as const]) {
    const change = { lead_email: `custom+${word}@example.com`, interest_value };
    expect((await api.request("POST /leads/update-interest-status", change)).status).toBe(202);
  }
  api.sandbox.advance("1m");
});

test("there are 27 filters", () => {
  expect(Object.keys(found)).toHaveLength(27);
});

test.each(Object.entries(found))("%s", async (filter, words) => {
  const { items } = await api.listLeads({ filter, limit: 100 });
  expect(items.map(({ email }) => email?.split("@")[0]).sort()).toEqual([...words].sort());
});
