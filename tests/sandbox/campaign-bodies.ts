import type { CreateCampaignRequest } from "@modulex-instantly/types";
import fc from "fast-check";

/** The sending accounts of campaigns. */
export const SENDERS = ["mara@outreach.example.com", "jon@outreach.example.com"] as const;

const variant = fc.record({
  subject: fc.constantFrom("Hello {{firstName}}", "", "{{nobody}} & <b>"),
  body: fc.constantFrom("Hi {{firstName}},<br/>a question", "<div>{{city}}</div>", ""),
});

const step = fc.record({
  type: fc.constant("email" as const),
  delay: fc.constantFrom(0, 1, 2),
  delay_unit: fc.constantFrom("minutes" as const, "hours" as const, "days" as const),
  variants: fc.array(variant, { minLength: 1, maxLength: 2 }),
});

const days = fc
  .uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 })
  .map((chosen) => Object.fromEntries(chosen.map((day) => [String(day), true])));

const schedule = fc.record(
  {
    start_date: fc.constantFrom(null, "2026-09-01", "2026-09-20"),
    end_date: fc.constantFrom(null, "2026-12-31"),
    schedules: fc.array(
      fc.record({
        name: fc.constant("Hours"),
        timing: fc.constantFrom({ from: "09:00", to: "17:00" }, { from: "00:00", to: "23:59" }),
        days,
        timezone: fc.constantFrom("Europe/Belgrade" as const, "America/Chicago" as const, "Pacific/Apia" as const),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  },
  { requiredKeys: ["schedules"] },
);

const number = fc.constantFrom(null, 1, 5, 40);
const flag = fc.constantFrom(null, true, false);
const settings = {
  sequences: fc.array(
    fc.record({ steps: fc.oneof(fc.array(step, { minLength: 1, maxLength: 3 }), fc.array(step, { maxLength: 3 })) }),
    { minLength: 1, maxLength: 1 },
  ),
  email_list: fc.constantFrom<string[]>([...SENDERS], [SENDERS[0]], [SENDERS[1]], []),
  cc_list: fc.constantFrom<string[]>([], ["boss@outreach.example.com"]),
  daily_limit: number,
  daily_max_leads: number,
  email_gap: number,
  random_wait_max: number,
  pl_value: number,
  open_tracking: fc.boolean(),
  link_tracking: flag,
  text_only: flag,
  first_email_text_only: flag,
  stop_on_reply: flag,
  stop_on_auto_reply: flag,
  stop_for_company: flag,
  insert_unsubscribe_header: flag,
  allow_risky_contacts: flag,
  auto_variant_select: fc.constantFrom(null, { trigger: "reply_rate" as const }),
  limit_emails_per_company_override: fc.constantFrom(null, { mode: "custom" as const, daily_limit: 3 }),
  provider_routing_rules: fc.constantFrom<NonNullable<CreateCampaignRequest["provider_routing_rules"]>>(
    [],
    [{ action: "send" as const, recipient_esp: ["all" as const], sender_esp: ["google" as const] }],
  ),
};

/** A valid campaign. */
export const campaignBody: fc.Arbitrary<CreateCampaignRequest> = fc.record(
  {
    name: fc.constantFrom("Clinics", "Schools, spring", "Ärzte"),
    campaign_schedule: schedule,
    ai_sdr_id: fc.uuid(),
    ...settings,
  },
  { requiredKeys: ["name", "campaign_schedule", "sequences", "email_list"] },
);

/** A valid change of a campaign; it may be empty. */
export const campaignChange: fc.Arbitrary<Partial<CreateCampaignRequest>> = fc.record(
  { name: fc.constantFrom("Renamed", "Renamed again"), campaign_schedule: schedule, ...settings },
  { requiredKeys: [] },
);
