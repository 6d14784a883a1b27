import { type DocumentNode, isRecord } from "../document/document-node.ts";

/** How many requests are allowed within a time. */
export interface RateLimit {
  readonly requests: number;
  readonly windowMs: number;
}

const UNITS: Readonly<Record<string, number>> = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const LIMIT =
  /\b(\d[\d,]{0,11}) ?(?:requests?|calls?|reqs?)? ?(?:per|every|each|an?|in|\/) ?(\d{1,6})? ?(sec(?:ond)?|s|min(?:ute)?|h(?:our)?|day)s?\b/gi;

/**
 * The rate limits of an operation: the spec states one in `x-rate-limit`, the vendor in a line of the description. Undefined
 * without any, and an empty list if a limit is mentioned in other words.
 */
export function publishedRateLimits({ value }: DocumentNode): RateLimit[] | undefined {
  if (!isRecord(value)) return undefined;
  const own = value["x-rate-limit"];
  if (isRecord(own)) return [{ requests: Number(own["requests"]), windowMs: Number(own["windowMs"]) }];
  const lines = String(value["description"] ?? "")
    .split("\n")
    .filter((line) => /\brate[ -]limit|\blimited to \d/i.test(line));
  return lines.length > 0 ? lines.flatMap(limitsIn) : undefined;
}

/** The limits of a line such as "This endpoint has a rate limit of 20 requests per minute". */
function limitsIn(line: string): RateLimit[] {
  return [...line.matchAll(LIMIT)].map(([, requests = "", count, unit = ""]) => {
    const [, ms = 0] = Object.entries(UNITS).find(([name]) => name.startsWith(unit.toLowerCase())) ?? [];
    return { requests: Number(requests.replaceAll(",", "")), windowMs: Number(count ?? 1) * ms };
  });
}

/** As text, such as `20 requests per minute`. */
export function rateLimitText({ requests, windowMs }: RateLimit): string {
  const [unit] = Object.entries(UNITS).find(([, ms]) => ms === windowMs) ?? [];
  return `${requests} requests per ${unit ?? `${windowMs / 1000} seconds`}`;
}
