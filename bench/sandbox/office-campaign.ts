import type { CreateCampaignRequest } from "@modulex-instantly/types";

/** A campaign whose steps are a day apart, sent every day during office hours. */
export function officeCampaign(steps: number): CreateCampaignRequest {
  return {
    name: "Clinics",
    campaign_schedule: {
      schedules: [
        {
          name: "Office hours",
          timing: { from: "09:00", to: "17:00" },
          days: { "0": true, "1": true, "2": true, "3": true, "4": true, "5": true, "6": true },
          timezone: "Europe/Belgrade",
        },
      ],
    },
    email_list: ["mara@outreach.example.com", "jon@outreach.example.com"],
    sequences: [
      {
        steps: Array.from({ length: steps }, (_, index) => ({
          type: "email" as const,
          delay: 1,
          variants: [{ subject: index === 0 ? "Hello {{firstName}}" : "", body: "Hi {{firstName}},<br/>a question" }],
        })),
      },
    ],
  };
}
