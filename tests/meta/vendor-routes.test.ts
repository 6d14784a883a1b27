import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { operations } from "../../packages/sandbox/src/operations.gen.ts";
import { vendorRoutes } from "../../packages/sandbox/src/server/vendor-routes.ts";
import { root } from "./source-files.ts";

const anyParameter = (route: string): string => route.replaceAll(/\{.*?\}/g, "{}").replace(/\/$/, "");
const known = new Set(
  [
    ...vendorRoutes.map(({ method, path }) => `${method} ${path}`),
    ...Object.values(operations).map(({ method, pathTemplate }) => `${method} ${pathTemplate}`),
  ].map(anyParameter),
);

/** The vendor's operations that the sandbox would treat as unknown routes. */
function unknownTo(recorded: Readonly<Record<string, string>> | null): string[] {
  return Object.values(recorded ?? {}).filter((route) => !known.has(anyParameter(route)));
}

test("the sandbox knows every operation that the vendor publishes", () => {
  const file = readFileSync(path.join(root, "spec/vendor/operations.yaml"), "utf8");
  expect(unknownTo(parse(file).operations)).toEqual([]);
});

test("an unknown one is named", () => {
  const recorded = {
    getAccount: "GET /api/v2/accounts/{account_email}",
    listLeads: "POST /api/v2/leads/list",
    createEnrichment: "POST /api/v2/supersearch-enrichment/",
    listComets: "GET /api/v2/comets",
  };
  expect(unknownTo(recorded)).toEqual(["GET /api/v2/comets"]);
});
