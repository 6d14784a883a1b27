import { expect, test } from "vitest";
import { cpuMs } from "../../../../tests/support/cpu-time.ts";
import { didYouMean, nearestName } from "./nearest-name.ts";

const names = ["campaign_id", "list_id", "status", "ids", "limit"];

test.each([
  ["limt", "limit"],
  ["limti", "limit"],
  ["list", "list_id"],
  ["LIMIT", "limit"],
  ["campaignId", "campaign_id"],
  ["campain_id", "campaign_id"],
  ["campaign", "campaign_id"],
  ["id", "ids"],
  ["lead_list_id", "list_id"],
  ["campaign_status", "status"],
  ["colour", undefined],
  ["", undefined],
])("the nearest name to %j is %j", (given, nearest) => {
  expect(nearestName(given, names)).toBe(nearest);
});

test.each([
  ["7", ["0", "1"], undefined],
  ["page", ["name"], undefined],
  ["lead", ["pl_value_lead", "verify_leads_for_lead_finder"], undefined],
  ["id", ["ai_sales_agent_id", "lead_id"], "lead_id"],
  ["to", ["reply_to_uuid"], undefined],
  ["cc", ["id", "cc_list"], "cc_list"],
  ["not interested", ["LEAD_INTERESTED", "LEAD_NOT_INTERESTED"], "LEAD_NOT_INTERESTED"],
] as const)("for %j and %j the nearest name is %j", (given, others, nearest) => {
  expect(nearestName(given, others)).toBe(nearest);
});

test("a smaller edit distance takes precedence over shared words", () => {
  expect(nearestName("campaign", ["campaign_id", "campaigns"])).toBe("campaigns");
});

test("nothing is near if there are no names", () => {
  expect(nearestName("limit", [])).toBeUndefined();
  expect(didYouMean("limit", [])).toBe("");
});

test("the hint can be appended to a message", () => {
  expect(didYouMean("limt", names)).toBe(' (did you mean "limit"?)');
  expect(didYouMean("colour", names)).toBe("");
});

test("a very long name is compared quickly", () => {
  expect(nearestName("x".repeat(1_000_000), names)).toBeUndefined();
  expect(cpuMs(() => nearestName("x".repeat(1_000_000), names))).toBeLessThan(200);
});
