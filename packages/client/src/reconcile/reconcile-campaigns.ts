import type { Campaign } from "@modulex-instantly/types";
import type { IterateOptions } from "../call/call-options.ts";
import type { ListOperation } from "../pagination/list-operation.ts";
import type { Campaigns } from "../resources/campaigns.ts";
import type { Reconciliation } from "./reconciliation.ts";
import { comparableText, isAlike } from "./text-likeness.ts";
import type { PlaceMoments } from "./write-time.ts";
import { isUnwritten } from "./write-time.ts";

const MAX_ITEMS = 10_000;

/** A campaign or a lead list. */
interface Named {
  readonly name: string;
  readonly timestamp_created: string;
}

/**
 * Looks for a new campaign or lead list with the name. It reads all of them, because a search for the name would not find
 * one whose name was shortened or changed.
 */
export async function reconcileName(
  lists: ListOperation<Named, object>,
  name: unknown,
  place: PlaceMoments,
  options: IterateOptions,
): Promise<Reconciliation> {
  if (typeof name !== "string") return "undetermined";
  const all = await lists.iterate({}, options).collect({ max: MAX_ITEMS });
  const isEqual = (item: Named) => typeof item?.name === "string" && normal(item.name) === normal(name);
  const recent = all.filter((item) => place(item?.timestamp_created) !== "before");
  const [equal, another] = recent.filter(isEqual);
  if (equal) return !another && place(equal.timestamp_created) === "since" ? "applied" : "undetermined";
  // An older one has the name; a new one would have been found above.
  const isTaken = all.some(isEqual);
  const sent = comparableText(name);
  const isLike = (stored: string) => [false, true].some((isHtml) => isAlike(comparableText(stored, isHtml), sent));
  const isPossible = (item: Named) =>
    typeof item?.name !== "string" || (isLike(item.name) && (isTaken || !isNumbered(item.name, name)));
  return all.length >= MAX_ITEMS || recent.some(isPossible) ? "undetermined" : "not_applied";
}

/** Tells whether a name is another name plus a number, which a server only adds if that name is taken. */
function isNumbered(name: string, other: string): boolean {
  return normal(name).startsWith(`${normal(other)} `) && /^\d+$/.test(normal(name).slice(normal(other).length + 1));
}

function normal(name: string): string {
  return name.trim().normalize("NFC");
}

/** Reads the state of the campaign that the write changes or, without changes, activates. */
export async function reconcileCampaign(
  campaigns: Campaigns,
  id: string,
  changes: object | null,
  place: PlaceMoments,
  options: IterateOptions,
): Promise<Reconciliation> {
  for await (const campaign of campaigns.iterate({}, { ...options, maxItems: MAX_ITEMS })) {
    if (campaign?.id?.toLowerCase() === id.toLowerCase()) {
      return changes ? patched(campaign, changes, place) : activated(campaign, place);
    }
  }
  return "undetermined";
}

/** A running campaign was activated and a draft was not. Any other state is only conclusive if it is older than the write. */
function activated({ status, timestamp_updated }: Campaign, place: PlaceMoments): Reconciliation {
  if (status === 1 || status === 4) return "applied";
  const isOld = typeof status === "number" && place(timestamp_updated) === "before";
  return status === 0 || isOld ? "not_applied" : "undetermined";
}

/** Applied if the stored fields have all changes; not applied if they have none and the campaign was not written to since. */
function patched(campaign: Campaign, changes: object, place: PlaceMoments): Reconciliation {
  const found = compareFields(campaign, changes);
  if (found === "equal") return "applied";
  return found === "different" && isUnwritten(campaign, place) ? "not_applied" : "undetermined";
}

/** The result of a comparison. Values that a server may have trimmed, normalised or converted are `alike`. */
type Comparison = "equal" | "alike" | "different";

/** Compares a stored value with a sent one. The API adds defaults and leaves out null. */
function compareFields(stored: unknown, sent: unknown): Comparison {
  if (typeof sent !== "object" || sent === null) {
    if ((stored ?? null) === sent) return "equal";
    const texts = [comparableText(String(stored ?? "")), comparableText(String(sent ?? ""))] as const;
    return texts[0].letters === texts[1].letters ? "alike" : "different";
  }
  if (typeof stored !== "object" || stored === null) return Object.keys(sent).length > 0 ? "different" : "alike";
  const isLonger = Array.isArray(sent) && sent.length !== (stored as unknown[]).length;
  const [first = "equal", ...others] = Object.entries(sent).map(([name, value]) =>
    compareFields(Reflect.get(stored, name), value),
  );
  const found = others.every((other) => other === first) ? first : "alike";
  if (!isLonger || found !== "equal") return found;
  return sent.length === 0 ? "different" : "alike";
}
