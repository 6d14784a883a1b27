import type { CreateCampaignRequest, CreateLeadRequest } from "@modulex-instantly/types";
import { describeValue } from "../describe-value.ts";
import { runTo } from "../engine/run-clock.ts";
import { suggestion } from "../nearest.ts";
import type { Scene } from "../operations/handler.ts";
import { handlers } from "../operations/handlers.ts";
import { generateLeads } from "./generate-leads.ts";

/** A state that tests and tours can begin from. */
export interface Scenario {
  readonly title: string;
  readonly prepare: (scene: Scene) => void;
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

/** A scenario is not validated, which would fill these in. */
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

/** The scenarios by their names. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  empty: { title: "Nothing at all", prepare: () => {} },
  outreach: {
    title: "A draft campaign of two steps with one lead of every behaviour, and a lead list",
    prepare: (scene) => void prepareOutreach(scene),
  },
  replies: {
    title: "The same campaign three days after it was activated",
    prepare: (scene) => {
      const campaign = prepareOutreach(scene);
      handlers.activateCampaign({ params: { id: campaign }, query: {}, body: undefined }, scene);
      runTo(scene.world, scene.world.clock.now + 3 * DAY, scene.unknowns.autoInterest);
    },
  },
  pages: {
    title: "A campaign of 250 leads and 25 lead lists, to page through",
    prepare: (scene) => {
      const campaign = handlers.createCampaign({ ...none, body: outreach }, scene).body.id;
      generateLeads(scene.world, scene.workspace, { count: 250, campaign });
      for (let number = 1; number <= 25; number += 1) {
        handlers.createLeadList({ ...none, body: { name: `List ${number}` } }, scene);
      }
    },
  },
};

/**
 * Finds a scenario.
 *
 * @throws TypeError listing the known ones.
 */
export function scenarioNamed(name: unknown): Scenario {
  const names = Object.keys(scenarios);
  const found = typeof name === "string" && Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (found !== undefined) return found;
  const close = typeof name === "string" ? suggestion(name, names) : "";
  throw new TypeError(`scenario: expected one of ${names.join(", ")}, found ${describeValue(name)}${close}`);
}

function prepareOutreach(scene: Scene): string {
  handlers.createLeadList({ ...none, body: { name: "Clinics, autumn" } }, scene);
  const campaign = handlers.createCampaign({ ...none, body: outreach }, scene).body.id;
  for (const [email, first_name] of people) {
    const company_name = (email.split("@")[1] ?? "").split(".")[0] ?? "";
    const body: CreateLeadRequest = { campaign, email, first_name, company_name };
    handlers.createLead({ ...none, body }, scene);
  }
  return campaign;
}
