import type { InstantlyClient } from "@modulex-instantly/client";
import { CampaignStatus } from "@modulex-instantly/client";
import { CommandError, usageError } from "../command-error.ts";
import { ExitCode } from "../exit-code.ts";
import type { ImportTarget } from "./find-leads.ts";

/** The campaign or list of an import, as the API names it. */
export interface KnownTarget {
  readonly target: ImportTarget;
  readonly name: string;
  /** Whether new leads will be mailed without anything else happening. */
  readonly isActive: boolean;
}

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/**
 * Reads the campaign or the list that leads are imported into.
 *
 * @throws CommandError if it is not given, or does not exist. InstantlyError if it cannot be read.
 */
export async function findTarget(
  client: InstantlyClient,
  { campaign, list }: { readonly campaign?: string | undefined; readonly list?: string | undefined },
  signal: AbortSignal | undefined,
): Promise<KnownTarget> {
  if ((campaign === undefined) === (list === undefined)) {
    throw usageError("name where the leads go: either --campaign ID or --list ID");
  }
  const [flag, id] = campaign === undefined ? ["--list", list ?? ""] : ["--campaign", campaign];
  const options = { signal, prefetch: 1 } as const;
  const all =
    campaign === undefined
      ? client.leadLists.iterate({ limit: 100 }, options)
      : client.campaigns.iterate({ limit: 100 }, options);
  const named: string[] = [];
  for await (const found of all) {
    if (found.id.toLowerCase() === id.toLowerCase()) {
      const target = campaign === undefined ? { list_id: found.id } : { campaign: found.id };
      const isActive =
        "status" in found &&
        (found.status === CampaignStatus.Active || found.status === CampaignStatus.RunningSubsequences);
      return { target, name: found.name, isActive };
    }
    if (named.length < 3 && found.name.trim().toLowerCase() === id.trim().toLowerCase()) named.push(found.id);
  }
  const kind = campaign === undefined ? "lead list" : "campaign";
  const advice =
    named.length > 0
      ? `it is the name of ${named.join(" and of ")}: give the id`
      : UUID.test(id)
        ? "check the id, and the workspace of the key"
        : "expected an id such as b8cc96b1-db3c-4fbb-a266-52a8cd16816b";
  const message = `${flag}: this workspace has no ${kind} ${JSON.stringify(id)}; ${advice}`;
  throw new CommandError(message, UUID.test(id) ? ExitCode.rejected : ExitCode.usage);
}
