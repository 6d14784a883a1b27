import { describe, expect, it } from "vitest";
import { cpuMs } from "../../../tests/support/cpu-time.ts";
import { singleDocument } from "../document/single-document.ts";
import { LEAD, testChanges } from "../testing/vendor-change.ts";
import { describeScopes, type VendorFixture } from "../testing/vendor-fixture.ts";
import { publishedScopes } from "./published-scopes.ts";

const withScopes =
  (...scopes: string[]) =>
  (vendor: VendorFixture) =>
    describeScopes(vendor.operation(LEAD), scopes);

testChanges("the comparison of scopes", [
  [
    "a scope with another name",
    withScopes("leads:write", "leads:all", "all:create", "all:all"),
    ["breaking", "scopes-changed", LEAD, "spec/paths/leads.yaml"],
  ],
  [
    "a scope that no longer allows the call",
    withScopes("leads:create", "leads:all", "all:all"),
    ["breaking", "scopes-changed", LEAD, "spec/paths/leads.yaml"],
  ],
  [
    "a further scope that allows the call",
    withScopes("leads:create", "leads:import", "leads:all", "all:create", "all:all"),
    ["changed", "scopes-changed", LEAD, "spec/paths/leads.yaml"],
  ],
  [
    "a description that no longer names the scopes",
    (vendor) => {
      vendor.operation(LEAD)["description"] = "Creates a lead.";
    },
    ["docs", "scopes-changed", LEAD, "spec/paths/leads.yaml"],
  ],
]);

describe("publishedScopes", () => {
  const published = (description: unknown) => publishedScopes(singleDocument({ description }));

  it.each([
    ["Requires one of the following scopes: `leads:read`, `all:all`"],
    ["A list.\n\n\nRequires one of the following scopes: `all:all`, `leads:read`"],
    ["Requires any of these scopes: `leads:read` or `all:all`."],
    ["Required scopes: `leads:read`, `all:all`"],
    ["The key needs one of the scopes `leads:read` and `all:all`."],
    ["It requires the scope `leads:read` and `all:all`. Requires an `id`."],
    ["Requires one of the following scopes: `leads:read`,`all:all`,`leads:read`\nUse `campaign` to filter."],
  ])("reads %j in any order and once", (description) => {
    expect(published(description)).toEqual(["all:all", "leads:read"]);
  });

  it.each([
    [undefined],
    [7],
    [""],
    ["Requires the field `email`."],
    ["Its scope is the `workspace`."],
    ["Requires scopes: none"],
  ])("finds none in %j", (description) => {
    expect(published(description)).toBeUndefined();
  });

  it("prefers the spec's own list", () => {
    const operation = { "x-scopes": ["b", "a"], description: "Requires the scope `c`" };
    expect(publishedScopes(singleDocument(operation))).toEqual(["a", "b"]);
  });

  it("reads a long hostile description in no time", () => {
    const texts = [
      `${"scope `a` ".repeat(20_000)}`,
      `scopes: ${"`a`".repeat(20_000)}!`,
      "scope requires ".repeat(20_000),
    ];
    for (const text of texts) expect(cpuMs(() => published(`requires ${text}`))).toBeLessThan(2000);
  });
});
