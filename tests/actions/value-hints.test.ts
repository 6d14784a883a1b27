import { actions, runAction } from "@modulex-instantly/actions";
import { describe, expect, test } from "vitest";
import { sentFor } from "./sent-for.ts";
import { stub } from "./stub.ts";

// Unknown values: for a probable mistake, the error suggests the intended value by meaning, not by spelling. A value
// with a new meaning is sent, because Instantly may have added it.

test.each([
  ["FILTER_LEAD_WON", ' (did you mean "FILTER_LEAD_CLOSED"?), which means: Marked as won'],
  ["won", ' (did you mean "FILTER_LEAD_CLOSED"?)'],
  ["FILTER_VAL_CONTACTD", ' (did you mean "FILTER_VAL_CONTACTED"?), which means: At least one email was sent'],
  ["not interested", ' (did you mean "FILTER_LEAD_NOT_INTERESTED"?)'],
  [
    "FILTER_VAL_OPENED",
    '; the nearest are "FILTER_VAL_OPENED_NO_REPLY" (Opened an email but never replied), "FILTER_VAL_NO_OPENS" (Never opened an email) (',
  ],
  ["FILTER_VAL_CLICKED", '; the nearest is "FILTER_VAL_LINK_CLICKED" (Clicked a link in an email) ('],
  ["happy", "; it takes one of 27 values ("],
])("filter %j: nothing is sent, and the hint is by meaning", async (filter, hint) => {
  const error = await sentFor("list_leads", { filter });
  expect(error).toContain(`list_leads: filter "${filter}" is not a known value${hint}`);
  expect(error).not.toMatch(/not accepted|FILTER_LEAD_LOST|"FILTER_VAL_COMPLETED"/);
});

test.each(["FILTER_VAL_PAUSED", "FILTER_LEAD_MEETING_RESCHEDULED", "FILTER_LEAD_NURTURE", "FILTER_NEW_KIND_7"])(
  "filter %s may be new, and is sent unchanged",
  async (filter) => {
    expect(await sentFor("list_leads", { filter })).toEqual([expect.objectContaining({ body: { filter } })]);
    expect(actions.list_leads.inputSchema["~standard"].validate({ filter })).toEqual({ value: { filter } });
  },
);

test("a new gateway number is sent, a word is not", async () => {
  expect(await sentFor("list_leads", { esg_code: "5" })).toEqual([
    expect.objectContaining({ body: { esg_code: "5" } }),
  ]);
  expect(await sentFor("list_leads", { esg_code: "proofpoint" })).toContain(
    '(did you mean "3"?), which means: Proofpoint',
  );
  expect(await sentFor("list_leads", { esg_code: "seven" })).toContain(
    "is not a known value; use 0, 1, 2, 3, 4, all, none",
  );
});

describe("sendUnknownValues", () => {
  const { client, bodies } = stub(() => Response.json({ items: [] }));

  test.each(["FILTER_LEAD_WON", "FILTER_VAL_OPENED", "FILTER_VAL_CONTACTD"])("sends %s anyway", async (filter) => {
    const result = await runAction("list_leads", { filter } as never, { client, sendUnknownValues: true });
    expect(result).toMatchObject({ success: true, error: null });
    expect(bodies.at(-1)).toBe(JSON.stringify({ filter }));
  });

  test.each(["won", "filter_lead_won", "FILTER_", "FILTER_X\n", 5, "FILTER LEAD WON"])(
    "does not send %j",
    async (filter) => {
      const before = bodies.length;
      const result = await runAction("list_leads", { filter } as never, { client, sendUnknownValues: true });
      expect(result.error).toMatch(/^list_leads: filter /);
      expect(bodies).toHaveLength(before);
    },
  );
});

test("the schema lists the values and their meanings for the model; the list is not closed", () => {
  const { filter, esg_code } = actions.list_leads.inputSchema.properties;
  expect(filter).not.toHaveProperty("enum");
  expect(String(filter?.["description"]).match(/FILTER_(VAL|LEAD)_\w+ = \w/g)).toHaveLength(27);
  expect(filter?.["description"]).toContain("ignores an unknown value");
  expect(esg_code?.["description"]).toContain("3 = Proofpoint");
});

test.each([
  [
    "update_lead_interest_status",
    { lead_email: "a@b.example", interest_value: "won" },
    'interest_value must be an integer, received "won" (4 = Won)',
  ],
  [
    "create_lead",
    { email: "a@b.example", lt_interest_status: "meeting" },
    "(2 = Meeting booked; 3 = Meeting completed)",
  ],
  ["list_campaigns", { status: "draft" }, "(0 = Draft. Never started)"],
  ["delete_leads", { list_id: "l", status: "bounced" }, "(-1 = Bounced)"],
  ["list_leads", { limit: "5" }, 'limit must be an integer, received "5" (did you mean 5?) ('],
  ["list_leads", { limit: "null" }, 'limit must be an integer, received "null" (did you mean null?) ('],
  ["list_leads", { filter: "None" }, 'filter "None" is not a known value (did you mean null?) ('],
  ["list_leads", { esg_code: "None" }, 'esg_code "None" is not a known value (did you mean "none"?), which means: No '],
  ["list_leads", { esg_code: 3 }, 'esg_code must be a string, received 3 (did you mean "3"?) ('],
  ["list_leads", { filter: 1 }, "filter must be a string, received 1 ("],
  ["list_leads", { contacts: "a@b.example" }, 'received "a@b.example" (did you mean ["a@b.example"]?) ('],
  ["list_campaigns", { tag_ids: ["a", "b"] }, 'received an array (did you mean "a, b"?) ('],
  ["list_leads", '{"limit":5}', 'the input must be an object, received "{"limit":5}": pass the object itself'],
] as const)("for a word in place of a code of %s, the error suggests the code: %j", async (name, input, message) => {
  expect(await sentFor(name, input as object)).toContain(message);
});

describe("time zones are suggested by their local time, not by their spelling:", () => {
  const sentWith = (timezone: string) => {
    const window = { name: "w", timing: { from: "09:00", to: "17:00" }, days: { "1": true }, timezone };
    return sentFor("create_campaign", { name: "n", campaign_schedule: { schedules: [window] } });
  };

  test.each([
    ["Europe/Volgograd", 'use "Europe/'],
    ["America/Cayman", 'use "America/Bogota", which has the same clock all year'],
    ["Europe/Lodnon", '(did you mean "Europe/London"?); use "Europe/Isle_of_Man", which has the same clock all year'],
    ["Berlin", '(did you mean "Europe/Berlin"?); use "Europe/Belgrade"'],
    ["Pacific/Chatham", "nor is any time zone with the same clock"],
  ])("%s", async (zone, hint) => {
    const error = await sentWith(zone);
    expect(error).toContain(`timezone "${zone}" is not accepted by Instantly`);
    expect(error).toContain(hint);
  });
});

test("the error for a closed list says that the value is not accepted", async () => {
  const step = { type: "call", delay: 1, variants: [] };
  expect(await sentFor("patch_campaign", { campaign_id: "c", sequences: [{ steps: [step] }] })).toContain(
    'sequences[0].steps[0].type "call" is not accepted by Instantly; use email',
  );
});

describe("a hint never leads to the opposite, or to a value that is only spelled like it:", () => {
  test.each([
    ["list_leads", { filter: "FILTER_VAL_UNREPLIED" }, '; the nearest are "FILTER_VAL_OPENED_NO_REPLY" (Opened an'],
    ["list_leads", { filter: "FILTER_VAL_SUBSCRIBED" }, '; the opposite is "FILTER_VAL_UNSUBSCRIBED" (Has unsub'],
    ["list_leads", { filter: "FILTER_VAL_INACTIVE" }, '; the opposite is "FILTER_VAL_ACTIVE" (In the middle'],
    ["list_leads", { filter: "FILTER_VAL_NOT_VALID" }, '(did you mean "FILTER_VAL_INVALID"?), which means: Verif'],
    ["list_leads", { esg_code: "seven" }, "; use 0, 1, 2, 3, 4, all, none (0 = Not looked up yet; 1 = Barracuda; "],
    ["delete_leads", { list_id: "l", status: "inactive" }, "(1 = Active; 2 = Paused; 3 = Completed; -1 = Bounced; "],
    ["list_emails", { i_status: "not won" }, "(0 = Out of office; 1 = Interested; "],
    ["list_emails", { i_status: "hot" }, "-3 = Lost; -4 = No show)"],
  ] as const)("%s %j", async (name, input, hint) => {
    expect(await sentFor(name, input)).toContain(hint);
  });

  test("a filter that is spelled like another one may be new", async () => {
    const sent = await sentFor("list_leads", { filter: "FILTER_LEAD_HOT" });
    expect(sent).toEqual([expect.objectContaining({ body: { filter: "FILTER_LEAD_HOT" } })]);
  });
});

test.each([
  ["delete_leads", "list", ' (did you mean "list_id"?), which means: '],
  [
    "list_emails",
    "lead_id",
    ' (did you mean "lead"?), which means: Only emails to or from the lead with this email address',
  ],
  [
    "list_leads",
    "status",
    ' (did you mean "enrichment_status"?), which means: Only leads whose enrichment has this result',
  ],
  ["list_campaigns", "exclude_status", '"exclude_status" is not a known parameter: use limit, '],
  ["list_leads", "not_in_campaign", '"not_in_campaign" is not a known parameter: use search, '],
  ["list_leads", "exclude_ids", ' (did you mean "excluded_ids"?) ('],
  ["create_lead", "emailAddress", ' (did you mean "email"?), which means: '],
  ["list_leads", "limti", ' (did you mean "limit"?) ('],
  ["list_emails", "campaignId", ' (did you mean "campaign_id"?) ('],
  ["create_lead", "lead", '"lead" is not a known parameter: use campaign, list_id, email, '],
  ["create_lead_list", "page", '"page" is not a known parameter: use name, has_enrichment_task, owned_by ('],
  ["reply_to_email", "to", '"to" is not a known parameter: use eaccount, reply_to_uuid, '],
] as const)(
  "the hint for the unknown parameter of %s, %s, says what the nearest one means",
  async (name, field, hint) => {
    const required = name === "create_lead_list" ? { name: "n" } : {};
    expect(await sentFor(name, { ...required, [field]: "x" })).toContain(hint);
  },
);
