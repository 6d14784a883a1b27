import type { CreateCampaignRequest, CreateLeadRequest } from "@modulex-instantly/types";
import { runTo } from "../engine/run-clock.ts";
import { describeValue } from "../input/describe-value.ts";
import { suggestion } from "../input/nearest-name.ts";
import type { HandlerContext } from "../operations/handler.ts";
import { handlers } from "../operations/handlers.gen.ts";
import type { ScenarioName } from "../options/sandbox-options.ts";
import { generateLeads } from "./generate-leads.ts";

/** An initial state for tests and demos. */
export interface Scenario {
  readonly title: string;
  readonly prepare: (context: HandlerContext) => void;
}

const DAY = 86_400_000;
const none = { params: {}, query: {} };

const office: CreateCampaignRequest["campaign_schedule"] = {
  schedules: [
    {
      name: "Office hours",
      timing: { from: "09:00", to: "17:00" },
      days: { "1": true, "2": true, "3": true, "4": true, "5": true },
      timezone: "Europe/Belgrade",
    },
  ],
};

/** Scenarios skip validation, which would add these defaults. */
const units = { delay_unit: "days", pre_delay_unit: "days" } as const;

const outreach: CreateCampaignRequest = {
  name: "Clinics without online booking",
  campaign_schedule: office,
  email_list: ["mara@outreach.example.com", "jon@outreach.example.com"],
  email_gap: 10,
  open_tracking: true,
  link_tracking: true,
  sequences: [
    {
      steps: [
        {
          type: "email",
          delay: 2,
          ...units,
          variants: [
            {
              subject: "Fewer no-shows at {{companyName}}",
              body: "Hi {{firstName}},<br/><br/>do patients still phone?",
            },
            { subject: "Your booking page", body: "Hi {{firstName}},<br/><br/>who looks after your booking page?" },
          ],
        },
        {
          type: "email",
          delay: 0,
          ...units,
          variants: [{ subject: "", body: "Hi {{firstName}},<br/><br/>worth ten minutes?" }],
        },
      ],
    },
  ],
};

const people = [
  ["reply+interested@brightlane.example.com", "Lena"],
  ["reply+not-interested+after-1d@feldwerk.example.com", "Jonas"],
  ["out-of-office@porto-optics.example.com", "Tomas"],
  ["bounce@harbourlight.example.com", "Ines"],
  ["unsubscribe@kestrel.example.com", "Kofi"],
  ["open@northwind.example.com", "Freya"],
  ["click@cobalt-press.example.com", "Mateo"],
  ["ada@quiet.example.com", "Ada"],
] as const;

/** The scenarios by name. */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  empty: { title: "An empty workspace", prepare: () => {} },
  outreach: {
    title: "A draft campaign with two steps and one lead per scripted behaviour, and a lead list",
    prepare: (context) => void prepareOutreach(context),
  },
  replies: {
    title: "The same campaign three days after activation",
    prepare: (context) => {
      const campaign = prepareOutreach(context);
      handlers.activateCampaign({ params: { id: campaign }, query: {}, body: undefined }, context);
      runTo(context.database, context.database.clock.now + 3 * DAY, context.assumptions.autoInterest);
    },
  },
  pages: {
    title: "A campaign with 250 leads, and 25 lead lists, for pagination",
    prepare: (context) => {
      const campaign = handlers.createCampaign({ ...none, body: outreach }, context).body.id;
      generateLeads(context.database, context.workspace, { count: 250, campaign });
      for (let number = 1; number <= 25; number += 1) {
        handlers.createLeadList({ ...none, body: { name: `List ${number}` } }, context);
      }
    },
  },
};

/**
 * Finds a scenario.
 *
 * @throws TypeError listing the known scenarios.
 */
export function findScenario(name: unknown): Scenario {
  const names = Object.keys(scenarios);
  if (typeof name === "string" && Object.hasOwn(scenarios, name)) return scenarios[name as ScenarioName];
  const close = typeof name === "string" ? suggestion(name, names) : "";
  throw new TypeError(`scenario: expected one of ${names.join(", ")}, found ${describeValue(name)}${close}`);
}

function prepareOutreach(context: HandlerContext): string {
  handlers.createLeadList({ ...none, body: { name: "Clinics, autumn" } }, context);
  const campaign = handlers.createCampaign({ ...none, body: outreach }, context).body.id;
  for (const [email, first_name] of people) {
    const company_name = (email.split("@")[1] ?? "").split(".")[0] ?? "";
    const body: CreateLeadRequest = { campaign, email, first_name, company_name };
    handlers.createLead({ ...none, body }, context);
  }
  return campaign;
}
