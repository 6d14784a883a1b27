import { Lookahead } from "../src/forecast/lookahead.ts";
import { handlers } from "../src/operations/handlers.gen.ts";
import { withDefaults } from "../src/options/sandbox-options.ts";
import { SandboxState } from "../src/sandbox-state.ts";
import type { Workspace } from "../src/state/workspace.ts";
import { openFrom, step } from "./test-sandbox.ts";

const none = { params: {}, query: {} };

/** A state, and forecasts of it that are never out of date. */
export interface OpenedState {
  readonly state: SandboxState;
  readonly workspace: Workspace;
  readonly lookahead: Lookahead;
}

/** Opens an empty state. */
export function openState(): OpenedState {
  const state = new SandboxState(withDefaults({}));
  let revision = 0;
  // Every look is at the current state.
  const lookahead = new Lookahead(() => {
    revision += 1;
    return { database: state.database, revision };
  }, true);
  return { state, workspace: state.context().workspace, lookahead };
}

/** Fields of a request. */
export type Fields = Readonly<Record<string, unknown>>;

/** Creates a draft of two steps, and returns its id. */
export function createCampaign({ state }: OpenedState, fields: Fields = {}): string {
  const body = {
    name: "Outreach",
    campaign_schedule: { schedules: [openFrom("09:00", "17:00", "Europe/Belgrade", "12345")] },
    email_list: ["mara@outreach.example.com", "jon@outreach.example.com"],
    sequences: [{ steps: [step(1, "One"), step(0, "Two")] }],
    ...fields,
  };
  return handlers.createCampaign({ ...none, body: body as never }, state.context()).body.id;
}

/** Creates a lead, and returns its id. */
export function createLead(
  { state }: OpenedState,
  campaign: string | undefined,
  email: string,
  fields: Fields = {},
): string {
  const body = { email, ...(campaign === undefined ? {} : { campaign }), ...fields };
  return handlers.createLead({ ...none, body: body as never }, state.context()).body.id;
}

/** Activates a campaign. */
export function activate({ state }: OpenedState, id: string): void {
  handlers.activateCampaign({ params: { id }, query: {}, body: undefined }, state.context());
}
