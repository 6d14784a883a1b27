import { childOf } from "../document/document-node.ts";
import type { OperationNode } from "../document/operation-nodes.ts";
import { addFinding, type ComparisonContext } from "../schema/comparison-context.ts";
import type { Classification } from "../schema/finding.ts";
import { publishedRateLimits, type RateLimit, rateLimitText } from "./published-rate-limit.ts";

/** Compares the separate rate limit of an operation. The client waits for the one in the spec, and gets a 429 from a lower one. */
export function compareRateLimits(context: ComparisonContext, theirs: OperationNode, own: OperationNode): void {
  const [published, ours] = [publishedRateLimits(theirs.node), publishedRateLimits(own.node)];
  const [theirText, ownText] = [textOf(published), textOf(ours)];
  if (theirText === ownText) return;
  const place = { operation: own.name, section: "", path: "" };
  const at = childOf(own.node, "x-rate-limit") ?? own.node;
  const difference = { kind: "rate-limit-changed", published: theirText, ours: ownText, at };
  addFinding(context, place, difference, classify(published, ours));
}

function textOf(limits: readonly RateLimit[] | undefined): string {
  if (limits === undefined) return "absent";
  return limits.length === 0 ? "stated in other words" : limits.map(rateLimitText).sort().join(", ");
}

function classify(published: readonly RateLimit[] | undefined, ours: readonly RateLimit[] | undefined): Classification {
  // A document that no longer mentions a limit says nothing about it.
  if (published === undefined) return ["docs", "documented"];
  const isUnderstood = published.length > 0;
  return isUnderstood && slowest(published) >= slowest(ours ?? []) ? ["changed", "widened"] : ["breaking", "narrowed"];
}

/** Requests per millisecond. */
function slowest(limits: readonly RateLimit[]): number {
  return Math.min(...limits.map(({ requests, windowMs }) => requests / windowMs));
}
