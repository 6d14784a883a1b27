import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { operationProblems } from "./operation-problems.ts";
import { sourcesCopy } from "./testing/sources-copy.ts";

// Each test bundles the spec.
vi.setConfig({ testTimeout: 60_000 });

let root: string;
/** The problems of the repository itself, which the first test reports. */
let known: readonly string[];
beforeAll(async () => {
  root = sourcesCopy();
  known = await operationProblems(root);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true }));

/** The problems of the copy while a text is replaced in a file; a replacement that changes nothing fails. */
async function problemsWith(file: string, old: string | RegExp, text: string): Promise<string[]> {
  const name = path.join(root, file);
  const before = readFileSync(name, "utf8");
  expect(before.replace(old, text), "the replacement").not.toBe(before);
  writeFileSync(name, before.replace(old, text));
  try {
    return (await operationProblems(root)).filter((problem) => !known.includes(problem));
  } finally {
    writeFileSync(name, before);
  }
}

test("the repository has no problem", () => {
  expect(known).toEqual([]);
});

describe("a forgotten part is named with its file and an example:", () => {
  test.each<[string, string, string | RegExp, string, string]>([
    [
      "the method of the client",
      "packages/client/src/resources/leads.ts",
      "operations.getLead,",
      "operations.listLeads,",
      "getLead has no method of the client: packages/client/src/resources/leads.ts, for example\n" +
        "    get: (id, options) => request(operations.getLead, { id }, options),",
    ],
    [
      "the row for copied code",
      "packages/inspector/src/log/client-methods.ts",
      /^ {2}getLead: .*\n/m,
      "",
      "getLead has no row for copied code: packages/inspector/src/log/client-methods.ts, for example\n" +
        '    getLead: ["leads.get", "id"],',
    ],
    [
      "the function that finds a write",
      "packages/client/src/reconcile/reconcile.ts",
      /^ {2}activateCampaign: .*\n/m,
      "",
      "activateCampaign has no function that finds it with reads: packages/client/src/reconcile/reconcile.ts, for example\n" +
        "    activateCampaign: ({ campaigns }, { id, place, options }) => ...,",
    ],
    [
      "the handler",
      "packages/sandbox/src/operations/get-lead.ts",
      'Handler<"getLead">',
      'Handler<"getLeed">',
      "getLead has no handler in the sandbox: packages/sandbox/src/operations/get-lead.ts, for example\n" +
        '    import { ApiError } from "../api-error.ts";',
    ],
    [
      "the row of the test table",
      "tests/operations/leads.ts",
      /^ {2}getLead: \{/m,
      "  getLeed: {",
      'getLead has no row in the test table: tests/operations/leads.ts, for example\n      getLead: {\n        method: "leads.get",',
    ],
    [
      "the decision what is rejected before anything is sent",
      "tests/operations/leads.ts",
      /(^ {2}getLead: \{[\s\S]*?)^ +rejects: \[\],\n/m,
      "$1",
      "getLead has no decision which inputs are rejected before anything is sent: tests/operations/leads.ts, for example\n" +
        "    rejects: [],",
    ],
    [
      "the test of the action",
      "tests/operations/leads.ts",
      'name: "get_lead"',
      'name: "get_leed"',
      "getLead has no test of its action get_lead: tests/operations/leads.ts, for example\n" +
        '    action: { name: "get_lead", input: ..., sent: ..., rejects: [] },',
    ],
    [
      "the definition of the action",
      "packages/actions/src/actions/get-lead.ts",
      'name: "get_lead"',
      'name: "get_leed"',
      "getLead has no definition of its action get_lead: packages/actions/src/actions/get-lead.ts, for example\n",
    ],
    [
      "the shape of the action",
      "spec/actions/get-lead.yaml",
      "operation: getLead",
      "operation: getLeed",
      "getLead has no action in spec/actions/: tests/operations/leads.ts, for example\n    action: null,",
    ],
    [
      "the effect",
      "spec/paths/lead.yaml",
      "x-effect: read",
      "x-effect: reed",
      "getLead has no effect (found reed): spec/paths/ (GET /api/v2/leads/{id}), for example\n    x-effect: send",
    ],
    [
      "the decision how to find a write",
      "spec/paths/campaign-activate.yaml",
      "  x-reconcile: reads\n",
      "",
      "activateCampaign has no decision how reconcile finds it (found nothing): spec/paths/ " +
        "(POST /api/v2/campaigns/{id}/activate), for example\n    x-reconcile: undetermined",
    ],
  ])("%s", async (_, file, old, text, problem) => {
    const problems = await problemsWith(file, old, text);
    expect(problems).toContainEqual(expect.stringContaining(problem));
    expect(problems.every((each) => each.startsWith(problem.split(" ")[0] ?? ""))).toBe(true);
  });
});
