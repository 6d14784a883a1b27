import fc from "fast-check";
import { activateCampaign, createCampaign, patchCampaign, readCampaigns } from "./commands/campaigns.ts";
import { beRejected, passTime } from "./commands/circumstances.ts";
import { readEmails, readSomeEmails, reply } from "./commands/emails.ts";
import { deleteLeads, setInterest } from "./commands/lead-changes.ts";
import { readBadPage, readContacts, readLeads, readSomeLeads } from "./commands/lead-pages.ts";
import { createLead, readLead } from "./commands/leads.ts";
import { createList, readLists } from "./commands/lists.ts";
import type { CallCounts, SessionTarget } from "./session.ts";
import { Session } from "./session.ts";
import type { SessionCommand } from "./session-command.ts";
import { emptyModel } from "./session-model.ts";

/** The result of the sessions. */
export interface SessionsReport {
  readonly seed: number;
  readonly calls: number;
  readonly counts: CallCounts;
  /** The failure, with the shortest session that shows it; undefined if there is none. */
  readonly failure: string | undefined;
}

/** Frequent commands have several rows. */
const COMMANDS: readonly fc.Arbitrary<SessionCommand>[] = [
  ...[createLead, createCampaign, activateCampaign, passTime, setInterest, reply, readEmails],
  ...[createLead, createCampaign, activateCampaign, passTime, setInterest, reply, createList],
  ...[createLead, createLead, createLead, createLead, createLead, createLead],
  ...[patchCampaign, deleteLeads, readSomeEmails, readLead, readLeads, readContacts, readSomeLeads],
  ...[readBadPage, readCampaigns, readLists, beRejected],
];

const LONGEST = 160;

/** Runs random sessions on a target, each with an empty sandbox, until the number of calls is reached or one fails. */
export async function runSessions(
  target: SessionTarget,
  { seed, calls }: { readonly seed: number; readonly calls: number },
): Promise<SessionsReport> {
  const made = () => [...target.counts.values()].reduce((sum, count) => sum + count, 0);
  const sessions = fc.commands([...COMMANDS], { maxCommands: LONGEST, size: "max" });
  const property = fc.asyncProperty(sessions, async (commands) => {
    target.sandbox.reset();
    target.sandbox.clearFaults();
    await fc.asyncModelRun(() => ({ model: emptyModel(), real: new Session(target) }), commands);
  });
  let failure: string | undefined;
  for (let round = 0; made() < calls && failure === undefined; round += 1) {
    const details = await fc.check(property, { seed: seed + round, numRuns: 3 });
    if (details.failed) failure = `${fc.defaultReportMessage(details)}\n${String(details.errorInstance)}`;
  }
  return { seed, calls: made(), counts: target.counts, failure };
}
