import type { CreateLeadRequest } from "@modulex-instantly/types";
import { runTo } from "../engine/run-clock.ts";
import { describeValue } from "../input/describe-value.ts";
import { suggestion } from "../input/nearest-name.ts";
import type { HandlerContext } from "../operations/handler.ts";
import { handlers } from "../operations/handlers.gen.ts";
import { operations } from "../spec/operations.gen.ts";
import { generateLeads } from "./generate-leads.ts";
import { readReplies } from "./read-replies.ts";
import { requestBody } from "./request-body.ts";
import type { ScenarioPath } from "./scenario-error.ts";
import { ScenarioError } from "./scenario-error.ts";
import type { Fields } from "./scenario-fields.ts";
import { booleanOf, durationOf, fieldsOf, integerOf, listOf, textOf } from "./scenario-fields.ts";

/** An initial state for tests and demos. */
export interface Scenario {
  readonly title: string;
  /** Fills an empty workspace. */
  readonly prepare: (context: HandlerContext) => void;
}

type Step = (context: HandlerContext, lists: Map<string, string>) => void;

const NAMES = ["title", "lead_lists", "campaigns", "leads", "replies", "advance"];
const CAMPAIGN = ["leads", "generated_leads", "activate"];
const MAX_LEADS = 2_000_000;
const none = { params: {}, query: {} };

/**
 * Reads a scenario. Everything is checked here; the parts are created in their order in the file, and the clock moves last.
 *
 * @throws ScenarioError naming the place and what was expected.
 */
export function readScenario(value: unknown): Scenario {
  const scenario = fieldsOf(value, [], NAMES);
  const title = textOf(scenario["title"], ["title"]);
  const script = readReplies(scenario["replies"], ["replies"]);
  const steps: Step[] = [];
  for (const [name, part] of Object.entries(scenario)) {
    if (name === "lead_lists") steps.push(...listOf(part, [name]).map((each, index) => listStep(each, [name, index])));
    if (name === "campaigns") {
      steps.push(...listOf(part, [name]).map((each, index) => campaignStep(each, [name, index])));
    }
    if (name === "leads") steps.push(...listOf(part, [name]).map((each, index) => leadStep(each, [name, index])));
  }
  const { advance } = scenario;
  const passes = advance === undefined ? 0 : durationOf(advance, ["advance"]);
  return {
    title,
    prepare: (context) => {
      context.workspace.script = script;
      const lists = new Map<string, string>();
      for (const step of steps) step(context, lists);
      const { database, assumptions } = context;
      if (passes > 0) runTo(database, database.clock.now + passes, assumptions.autoInterest);
    },
  };
}

function listStep(value: unknown, path: ScenarioPath): Step {
  const name = textOf(value, path);
  return (context, lists) => {
    const { id } = handlers.createLeadList({ ...none, body: { name } }, context).body;
    lists.set(name, id);
  };
}

function campaignStep(value: unknown, path: ScenarioPath): Step {
  const fields = fieldsOf(value, path, [...operations.createCampaign.bodyFields, ...CAMPAIGN]);
  const { leads, generated_leads: generated, activate, ...rest } = fields;
  const body = requestBody("createCampaign", rest, path);
  const count = generated === undefined ? 0 : integerOf(generated, [...path, "generated_leads"], 1, MAX_LEADS);
  const isActive = booleanOf(activate, [...path, "activate"]);
  const bodies = listOf(leads, [...path, "leads"]).map((lead, index) => {
    const at = [...path, "leads", index];
    const known = operations.createLead.bodyFields.filter((name) => name !== "campaign" && name !== "list_id");
    return { at, body: requestBody("createLead", fieldsOf(lead, at, known), at) };
  });
  return (context) => {
    const { id } = at(path, () => handlers.createCampaign({ ...none, body }, context).body);
    for (const lead of bodies) createLead({ ...lead.body, campaign: id }, context, lead.at);
    if (count > 0) generateLeads(context.database, context.workspace, { count, campaign: id });
    if (isActive) handlers.activateCampaign({ params: { id }, query: {}, body: undefined }, context);
  };
}

/** A lead outside of campaigns, in a list that the scenario creates before it. */
function leadStep(value: unknown, path: ScenarioPath): Step {
  const known = operations.createLead.bodyFields.filter((name) => name !== "campaign" && name !== "list_id");
  const { list, ...rest }: Fields = fieldsOf(value, path, [...known, "list"]);
  const body = requestBody("createLead", rest, path);
  return (context, lists) => {
    const id = typeof list === "string" ? lists.get(list) : undefined;
    if (list !== undefined && id === undefined) {
      const names = [...lists.keys()];
      const close = suggestion(String(list), names);
      throw new ScenarioError([...path, "list"], `there is no list ${describeValue(list)} before it${close}`);
    }
    createLead({ ...body, ...(id === undefined ? {} : { list_id: id }) }, context, path);
  };
}

function createLead(body: CreateLeadRequest, context: HandlerContext, path: ScenarioPath): void {
  at(path, () => handlers.createLead({ ...none, body }, context));
}

/** Names the place in the error of a handler. */
function at<Result>(path: ScenarioPath, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw error instanceof ScenarioError ? error : new ScenarioError(path, (error as Error).message);
  }
}
