import type { DatabaseAccess, WorkspaceAccess } from "../state/database-access.ts";
import type { SandboxEvent } from "../state/event-queue.ts";
import { activityOf } from "../state/stored-lead.ts";
import { applyRecipientAction } from "./apply-recipient-action.ts";
import { applyVerification, setInterest } from "./lead-status.ts";
import { runCampaign } from "./run-campaign.ts";

/** Processes a scheduled event. */
export function processEvent(database: DatabaseAccess, event: SandboxEvent, autoInterest: boolean): void {
  const workspace = database.workspaces.get(event.workspace);
  if (workspace === undefined) return;
  if (event.kind === "campaign") {
    const campaign = workspace.campaigns.withId(event.campaign);
    if (campaign?.progress.nextLookAt === event.at)
      runCampaign(database, workspace, workspace.campaigns.edit(campaign));
  } else if (event.kind === "recipient") {
    const email = workspace.emails.withId(event.email);
    if (email === undefined) return;
    const { action, reply } = event;
    applyRecipientAction(database, workspace, { email, action, reply, autoInterest });
  } else if (event.kind === "verification") {
    const lead = workspace.leads.withId(event.lead);
    if (lead !== undefined) applyVerification(workspace.leads.edit(lead), database.clock.tick());
  } else applyInterest(database, workspace, event);
}

function applyInterest(
  database: DatabaseAccess,
  workspace: WorkspaceAccess,
  event: SandboxEvent & { kind: "interest" },
): void {
  const now = database.clock.tick();
  for (const id of event.leads) {
    const found = workspace.leads.withId(id);
    if (found === undefined) continue;
    const lead = workspace.leads.edit(found);
    setInterest(lead, event.value, now);
    if (event.keepFromAi) activityOf(lead).keptFromAi = true;
  }
}
