import type { ActionName } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everyAction } from "./every-action.ts";
import { isPromised } from "./seed-contract/broken-promises.ts";
import { sentFor } from "./sent-for.ts";

// Models send "" for values that they do not intend to set. A blank filter or id is treated as absent; where a blank
// would overwrite a value, widen a deletion or be sent to people, it is rejected with the name of the field.

/**
 * The fields that must not be blank; every other blank string is treated as absent. Default: the required strings, and in
 * updates and deletions the optional ones except ids, because a blank would overwrite a value or widen a deletion.
 */
const rejected: Readonly<Partial<Record<ActionName, readonly string[]>>> = {
  list_leads: [],
  get_lead: ["lead_id"],
  create_lead: [],
  delete_leads: [],
  update_lead_interest_status: ["lead_email"],
  list_campaigns: [],
  create_campaign: ["name"],
  patch_campaign: ["campaign_id", "name"],
  activate_campaign: ["campaign_id"],
  list_emails: [],
  reply_to_email: ["eaccount", "reply_to_uuid", "subject"],
  list_lead_lists: [],
  create_lead_list: ["name"],
};

const blanks = ["", " ", "\t\r\n", "\u200b", "\ufeff\u2060", "\u00a0\u3000\u00ad\u200d", "\u0000"];

const fields = everyAction.flatMap(({ name, input }) =>
  Object.entries(actions[name].inputSchema.properties).map(([field, { type }]) => ({ name, field, type, input })),
);

function mustNotBeBlank(name: ActionName): readonly string[] {
  const { effect, inputSchema } = actions[name];
  const { properties, required = [] } = inputSchema;
  const overwrites = effect === "update" || effect === "delete";
  const strings = Object.entries(properties).filter(([, { type }]) => type === "string");
  const refused = strings.filter(
    ([field, { format }]) => required.includes(field) || (overwrites && format !== "uuid"),
  );
  return rejected[name] ?? refused.map(([field]) => field);
}

test("all 104 parameters of the contract are tested", () => {
  expect(fields.filter(({ name }) => isPromised(name))).toHaveLength(104);
});

test.each(fields)("$name: a blank $field", async ({ name, field, type, input }) => {
  const { [field]: _, ...without } = input;
  const wanted = await sentFor(name, without);
  const isRead = actions[name].effect === "read";
  for (const blank of blanks) {
    const sent = await sentFor(name, { ...input, [field]: blank });
    if (mustNotBeBlank(name).includes(field)) {
      expect(sent).toBe(`${name}: ${field} must not be blank (invalid_request, outcome: not_sent; do not retry)`);
    } else if (type === "string" || isRead) {
      expect(sent, JSON.stringify(blank)).toEqual(wanted);
    } else {
      expect(sent).toMatch(new RegExp(`^${name}: ${field} must be an? ${type}, received "`));
    }
  }
});

const lists = fields.filter(({ type }) => type === "array").filter(({ field }) => field !== "sequences");

test.each(lists)("$name: a blank item of the array $field is named", async ({ name, field, input }) => {
  for (const blank of blanks) {
    for (const list of [[blank], ["a@b.example", blank], [blank, blank]]) {
      const at = list.indexOf(blank);
      expect(await sentFor(name, { ...input, [field]: list })).toContain(`${name}: ${field}[${at}] must not be blank`);
    }
  }
});

test.each(everyAction)("$name: a blank in place of the whole input is an empty input", async ({ name }) => {
  const wanted = await sentFor(name, {});
  for (const blank of blanks) expect(await sentFor(name, blank)).toEqual(wanted);
  expect(actions[name].inputSchema["~standard"].validate("")).toEqual(
    actions[name].inputSchema["~standard"].validate({}),
  );
});

test("a string without visible content is blank, and no other", async () => {
  const unseen = fc.string({
    unit: fc.constantFrom(" ", "\n", "\u200b", "\u200e", "\ufeff", "\u00ad", "\u3164", "\u2800"),
  });
  const wanted = await sentFor("list_emails", {});
  await fc.assert(
    fc.asyncProperty(unseen, async (lead) => {
      expect(await sentFor("list_emails", { lead })).toEqual(wanted);
    }),
    { numRuns: 50 },
  );
  await fc.assert(
    fc.asyncProperty(unseen, fc.constantFrom("a", "é", "0", "👩‍👩‍👧", "\ud800"), async (around, seen) => {
      expect(await sentFor("list_lead_lists", { search: around + seen })).not.toEqual(
        await sentFor("list_lead_lists", {}),
      );
    }),
    { numRuns: 50 },
  );
});

describe("blank values that would do harm", () => {
  test("a patch with another change does not clear a name", async () => {
    expect(await sentFor("patch_campaign", { campaign_id: "c", name: "", daily_limit: 40 })).toContain(
      "patch_campaign: name must not be blank",
    );
  });

  test.each([
    [{}],
    [{ email: "" }],
    [{ email: " ", first_name: "\u200b", last_name: "", company_name: "" }],
    [{ job_title: "CEO", phone: "1" }],
    [{ custom_variables: { a: 1 } }],
  ])("a lead needs an email address or a name: %j", async (input) => {
    expect(await sentFor("create_lead", input)).toMatch(
      /^create_lead: email, first_name, last_name or company_name is/,
    );
  });

  test("a lead with a blank campaign is only stored, and its blank fields are not sent", async () => {
    const sent = await sentFor("create_lead", { campaign: "", email: "a@b.example", first_name: " ", phone: "" });
    expect(sent).toEqual([expect.objectContaining({ body: { email: "a@b.example" } })]);
  });

  test.each([
    [{ ids: [] }, "ids must name at least one lead"],
    [{ ids: [""] }, "ids[0] must not be blank"],
    [{ ids: ["x", " "] }, "ids[1] must not be blank"],
    [{ ids: "" }, 'ids must be an array, received ""'],
    [{ limit: "" }, 'limit must be an integer, received ""'],
    [{ status: "" }, 'status must be an integer, received ""'],
    [{ ids: undefined }, "ids must not be undefined"],
    [{ limit: undefined, status: undefined }, "limit must not be undefined"],
  ])("a deletion is not widened by %j", async (input, message) => {
    expect(await sentFor("delete_leads", { list_id: "l", campaign_id: "", ...input })).toContain(message);
  });

  test.each(["<br/>", "<p> </p>\n<div>&nbsp;</div>", "&#8203;&#xa0;", "<!-- -->"])(
    "a reply without visible content is rejected: %s",
    async (body_html) => {
      const reply = { eaccount: "a@b.example", reply_to_uuid: "u", subject: "s", body_html };
      expect(await sentFor("reply_to_email", reply)).toContain("body_text or body_html is required");
      expect(await sentFor("reply_to_email", { ...reply, body_text: "Thursday it is." })).toEqual([
        expect.objectContaining({ body: expect.objectContaining({ body: { text: "Thursday it is." } }) }),
      ]);
    },
  );

  test.each(["<p>x</p>", '<img src="cid:1">', "&lt;", "&hearts;", "{{x}}"])(
    "a reply with visible content is sent: %s",
    async (body_html) => {
      const reply = { eaccount: "a@b.example", reply_to_uuid: "u", subject: "s", body_html };
      expect(await sentFor("reply_to_email", reply)).toEqual([
        expect.objectContaining({ body: { ...reply, body_html: undefined, body: { html: body_html } } }),
      ]);
    },
  );
});

describe("inside a campaign", () => {
  const window = {
    name: "w",
    timing: { from: "09:00", to: "17:00" },
    days: { "1": true },
    timezone: "America/Detroit",
  };
  const variant = { subject: "Hi", body: "<p>Hi</p>" };
  const campaign = (changed: { window?: object; variant?: object; schedule?: object; step?: object }) => ({
    name: "n",
    campaign_schedule: { schedules: [{ ...window, ...changed.window }], ...changed.schedule },
    sequences: [
      { steps: [{ type: "email", delay: 0, variants: [{ ...variant, ...changed.variant }], ...changed.step }] },
    ],
  });

  test.each([
    ["campaign_schedule.schedules[0].name", { window: { name: " " } }],
    ["campaign_schedule.schedules[0].timezone", { window: { timezone: "" } }],
    ["campaign_schedule.schedules[0].timing.from", { window: { timing: { from: "", to: "17:00" } } }],
    ["sequences[0].steps[0].variants[0].body", { variant: { body: "\u200b" } }],
    ["sequences[0].steps[0].variants[0].body", { variant: { body: "<div><br></div>" } }],
    ["sequences[0].steps[0].type", { step: { type: "" } }],
  ])("%s must not be blank", async (field, changed) => {
    expect(await sentFor("create_campaign", campaign(changed))).toContain(`${field} must not be blank`);
  });

  test("a blank date or unit is treated as absent, a blank subject is a follow-up in the same thread", async () => {
    const changed = { schedule: { start_date: "", end_date: " " }, step: { delay_unit: "" }, variant: { subject: "" } };
    const wanted = { variant: { subject: "" } };
    const sent = await sentFor("create_campaign", campaign(changed));
    expect(sent).toEqual(await sentFor("create_campaign", campaign(wanted)));
    expect(sent).toEqual([expect.objectContaining({ body: campaign(wanted) })]);
  });

  test("a blank custom variable is kept as a value", async () => {
    const input = { email: "a@b.example", custom_variables: { city: "" } };
    expect(await sentFor("create_lead", input)).toEqual([expect.objectContaining({ body: input })]);
  });
});

test("the schemas advertise what must not be blank", () => {
  for (const { name, field, type } of fields) {
    const { minLength, items } = actions[name].inputSchema.properties[field] as { minLength?: number; items?: object };
    expect(minLength, `${name}.${field}`).toBe(mustNotBeBlank(name).includes(field) ? 1 : undefined);
    if (type === "array" && field !== "sequences") expect(items, `${name}.${field}`).toMatchObject({ minLength: 1 });
  }
});
