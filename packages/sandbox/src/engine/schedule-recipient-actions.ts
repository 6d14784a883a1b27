import type { DatabaseAccess, WorkspaceAccess } from "../state/database-access.ts";
import type { RecipientAction } from "../state/event-queue.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import { parseRecipient } from "./recipient.ts";

/** Schedules the actions of the recipient of a campaign email; opens and clicks only if the campaign tracks them. */
export function scheduleRecipientActions(
  database: DatabaseAccess,
  workspace: WorkspaceAccess,
  campaign: StoredCampaign,
  { email, isFirst }: { email: StoredEmail; isFirst: boolean },
): void {
  const person = parseRecipient(email.lead ?? "");
  if (person === undefined) return;
  const isMeant = person.on === "every" || (person.on === "first" ? isFirst : person.on === email.step);
  if (!isMeant) return;
  const { settings } = campaign;
  const plan = (action: RecipientAction, afterMs: number): void => {
    database.events.plan({
      kind: "recipient",
      action,
      at: email.created + afterMs,
      workspace: workspace.id,
      email: email.id,
    });
  };
  const opens = person.action === "open" || person.action === "click" || person.action === "reply";
  if (opens && settings.open_tracking === true)
    plan("open", person.action === "open" ? person.afterMs : person.afterMs / 2);
  if (person.action === "open" || (person.action === "click" && settings.link_tracking !== true)) return;
  plan(person.action, person.afterMs);
}
