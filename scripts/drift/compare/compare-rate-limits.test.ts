import { describe, expect, it } from "vitest";
import { cpuMs } from "../../../tests/support/cpu-time.ts";
import { singleDocument } from "../document/single-document.ts";
import { EMAILS, LEAD, testChanges } from "../testing/vendor-change.ts";
import { describeRateLimit, type VendorFixture } from "../testing/vendor-fixture.ts";
import { publishedRateLimits, rateLimitText } from "./published-rate-limit.ts";

const limited =
  (operation: string, requests: number, windowMs = 60_000) =>
  (vendor: VendorFixture) =>
    describeRateLimit(vendor.operation(operation), { requests, windowMs });
const inWords = (operation: string, words: string) => (vendor: VendorFixture) => {
  const described = vendor.operation(operation);
  described["description"] = String(described["description"]).replace(/^.*/, words);
};

testChanges("the comparison of rate limits", [
  ["a lower limit", limited(EMAILS, 10), ["breaking", "rate-limit-changed", EMAILS, "spec/paths/emails.yaml"]],
  [
    "a longer window",
    limited(EMAILS, 20, 3_600_000),
    ["breaking", "rate-limit-changed", EMAILS, "spec/paths/emails.yaml"],
  ],
  ["a higher limit", limited(EMAILS, 60), ["changed", "rate-limit-changed", EMAILS, "spec/paths/emails.yaml"]],
  [
    "a limit for another operation",
    limited(LEAD, 30),
    ["breaking", "rate-limit-changed", LEAD, "spec/paths/leads.yaml"],
  ],
  [
    "a limit that is no longer mentioned",
    inWords(EMAILS, "Lists emails."),
    ["docs", "rate-limit-changed", EMAILS, "spec/paths/emails.yaml"],
  ],
  [
    "a limit in words that are not understood",
    inWords(EMAILS, "**Rate Limit:** Ask us."),
    ["breaking", "rate-limit-changed", EMAILS, "spec/paths/emails.yaml"],
  ],
]);

describe("publishedRateLimits", () => {
  const published = (description: unknown) =>
    publishedRateLimits(singleDocument({ description }))?.map(rateLimitText).join(", ");

  it.each([
    [
      "**Rate Limit:** This endpoint has a rate limit of 20 requests per minute, unlike others.",
      "20 requests per minute",
    ],
    ["A list.\n\n\nRate limit: 1,000 requests/hour", "1000 requests per hour"],
    ["Rate-limited to 5 calls every 10 seconds.", "5 requests per 10 seconds"],
    ["This endpoint is limited to 2 requests a second.", "2 requests per second"],
    ["Rate limit: 20 req/min", "20 requests per minute"],
    ["The rate limit is 10 requests per second and 100 per minute.", "10 requests per second, 100 requests per minute"],
    ["Its rate limit is low.", ""],
  ])("reads %j", (description, limits) => {
    expect(published(description)).toBe(limits);
  });

  it.each([[undefined], [7], [""], ["Sends 20 emails per day."], ["Returns up to 100 leads per page. Use `limit`."]])(
    "finds none in %j",
    (description) => {
      expect(published(description)).toBeUndefined();
    },
  );

  it("prefers the spec's own", () => {
    const operation = {
      "x-rate-limit": { requests: 20, windowMs: 60_000 },
      description: "Rate limit: 5 requests per day",
    };
    expect(publishedRateLimits(singleDocument(operation))).toEqual([{ requests: 20, windowMs: 60_000 }]);
  });

  it("reads a long hostile description in no time", () => {
    const texts = [
      "1".repeat(200_000),
      "1,".repeat(100_000),
      "1 request per ".repeat(20_000),
      "rate limit ".repeat(20_000),
    ];
    for (const text of texts) expect(cpuMs(() => published(`rate limit ${text}`))).toBeLessThan(2000);
  });
});
