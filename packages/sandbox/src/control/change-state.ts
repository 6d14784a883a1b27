import type { StateReport } from "../contract/sandbox-views.ts";
import { describeValue } from "../input/describe-value.ts";
import type { SandboxState } from "../sandbox-state.ts";
import { scenarios } from "../scenarios/scenarios.ts";
import { timestamp } from "../state/virtual-clock.ts";
import { controlBody, oneOf } from "./control-body.ts";

const CHOICES = ["reset", "snapshot", "restore", "scenario", "leads"];
const WHERE = ["campaign", "list_id"];

/**
 * Handles a request that changes the state: `{ reset: true }`, `{ snapshot: true }`, `{ restore: "..." }`,
 * `{ scenario: "replies" }` or `{ leads: 1000, campaign?, list_id? }`.
 *
 * @throws TypeError naming the field and what was expected.
 */
export function changeState(state: SandboxState, given: unknown): StateReport | { readonly snapshot: string } {
  const body = controlBody(given, [...CHOICES, ...WHERE]);
  const choice = oneOf(body, CHOICES);
  for (const name of WHERE) {
    if (choice !== "leads" && body[name] !== undefined)
      throw new TypeError(`${name}: only allowed with leads, found ${choice}`);
  }
  if (choice === "reset" || choice === "snapshot") requireTrue(choice, body[choice]);
  if (choice === "snapshot") return { snapshot: `${state.snapshotLines().join("\n")}\n` };
  if (choice === "reset") state.reset();
  else if (choice === "scenario") state.load(body["scenario"]);
  else if (choice === "restore") restore(state, body["restore"]);
  else {
    state.generateLeads({
      count: body["leads"] as number,
      ...idField("campaign", body["campaign"]),
      ...idField("list_id", body["list_id"]),
    });
  }
  return stateReport(state);
}

/** Summarises the state. */
export function stateReport({ database }: SandboxState): StateReport {
  return {
    now: timestamp(database.clock.now),
    scenarios: Object.fromEntries(Object.entries(scenarios).map(([name, { title }]) => [name, title])),
    workspaces: [...database.workspaces.values()].map(({ id, leads, leadLists, emails, accounts, campaigns }) => ({
      id,
      leads: leads.size,
      lead_lists: leadLists.length,
      emails: emails.all.length,
      accounts: [...accounts],
      campaigns: campaigns.sorted.map((campaign) => ({
        id: campaign.id,
        name: campaign.name,
        status: campaign.status,
        leads: leads.sizeOfCampaign(campaign.id),
      })),
    })),
  };
}

function requireTrue(name: string, value: unknown): void {
  if (value !== true) throw new TypeError(`${name}: expected true, found ${describeValue(value)}`);
}

function restore(state: SandboxState, snapshot: unknown): void {
  if (typeof snapshot !== "string") throw new TypeError("restore: expected a snapshot as a string");
  try {
    state.restore(snapshot.split("\n"));
  } catch (error) {
    throw new TypeError(`restore: the snapshot is invalid: ${(error as Error).message}`);
  }
}

function idField<Name extends string>(name: Name, value: unknown): { readonly [field in Name]?: string } {
  if (value === undefined) return {};
  if (typeof value !== "string") throw new TypeError(`${name}: expected an id, found ${describeValue(value)}`);
  return { [name]: value } as { readonly [field in Name]?: string };
}
