import type { ActionInputs } from "@modulex-instantly/actions";

type CampaignInput = Required<ActionInputs["create_campaign"]>;

/** A schedule with every field set. */
export const fullCampaignSchedule: CampaignInput["campaign_schedule"] = {
  start_date: "2026-09-07",
  end_date: "2026-12-18",
  schedules: [
    {
      name: "Office hours",
      timing: { from: "09:00", to: "17:00" },
      days: { "1": true, "2": true, "3": true, "4": true, "5": true },
      timezone: "America/Detroit",
    },
  ],
};

/** Two steps, the first with two variants. */
export const fullSequences: CampaignInput["sequences"] = [
  {
    steps: [
      {
        type: "email",
        delay: 3,
        variants: [
          { subject: "Fewer no-shows", body: "Hi {{firstName}}" },
          { subject: "A question", body: "Hello {{firstName}}", v_disabled: true },
        ],
      },
      { type: "email", delay: 0, variants: [{ subject: "", body: "Any news?" }] },
    ],
  },
];
