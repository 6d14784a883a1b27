import type { SandboxEvent } from "../state/event.ts";
import { activityOf } from "../state/stored-lead.ts";
import type { Workspace } from "../state/workspace.ts";
import type { World } from "../state/world.ts";
import { doDeed } from "./do-deed.ts";
import { lookForWork } from "./look-for-work.ts";
import { setInterest } from "./set-interest.ts";
import { verify } from "./verify.ts";

/** Lets a planned event happen now. */
export function happen(world: World, event: SandboxEvent, autoInterest: boolean): void {
  const workspace = world.workspaces.get(event.workspace);
  if (workspace === undefined) return;
  if (event.kind === "campaign") {
    const campaign = workspace.campaigns.withId(event.campaign);
    if (campaign?.progress.nextLookAt === event.at) lookForWork(world, workspace, workspace.campaigns.edit(campaign));
  } else if (event.kind === "recipient") {
    const email = workspace.emails.withId(event.email);
    if (email !== undefined) doDeed(world, workspace, { email, deed: event.deed, autoInterest });
  } else if (event.kind === "verification") {
    const lead = workspace.leads.withId(event.lead);
    if (lead !== undefined) verify(workspace.leads.edit(lead), world.clock.tick());
  } else applyInterest(world, workspace, event);
}

function applyInterest(world: World, workspace: Workspace, event: SandboxEvent & { kind: "interest" }): void {
  const now = world.clock.tick();
  for (const id of event.leads) {
    const found = workspace.leads.withId(id);
    if (found === undefined) continue;
    const lead = workspace.leads.edit(found);
    setInterest(lead, event.value, now);
    if (event.keepFromAi) activityOf(lead).keptFromAi = true;
  }
}
