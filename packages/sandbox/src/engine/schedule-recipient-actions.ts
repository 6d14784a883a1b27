import type { DatabaseAccess, WorkspaceAccess } from "../state/database-access.ts";
import type { RecipientAction } from "../state/event-queue.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import type { Recipient } from "./recipient.ts";
import { parseRecipient } from "./recipient.ts";

/**
 * Schedules the actions of the recipient of a campaign email: the replies that a scenario has written for the address, or
 * what the address itself says. Opens and clicks only happen if the campaign tracks them.
 */
export function scheduleRecipientActions(
  database: DatabaseAccess,
  workspace: WorkspaceAccess,
  campaign: StoredCampaign,
  { email, isFirst }: { email: StoredEmail; isFirst: boolean },
): void {
  const scripted = workspace.script.get(email.lead?.toLowerCase() ?? "");
  const isMeant = (on: Recipient["on"]): boolean => on === "every" || (on === "first" ? isFirst : on === email.step);
  if (scripted !== undefined) {
    for (const { on, afterMs, automatic, content } of scripted) {
      if (!isMeant(on)) continue;
      database.events.plan({
        kind: "recipient",
        action: automatic ? "out-of-office" : "reply",
        at: email.created + afterMs,
        workspace: workspace.id,
        email: email.id,
        reply: content,
      });
    }
    return;
  }
  const person = parseRecipient(email.lead ?? "");
  if (person === undefined || !isMeant(person.on)) return;
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
