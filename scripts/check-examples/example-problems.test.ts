import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { loadDocument } from "../spec/load-document.ts";
import { exampleProblems } from "./example-problems.ts";

// Starts processes, which is slow on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const root = path.resolve(import.meta.dirname, "../..");
const document = await loadDocument(path.join(root, "spec"));

const leadsList = ["paths", "/api/v2/leads/list", "post"];
const ok = ["responses", "200", "content", "application/json", "examples"];

test("the examples of the spec are valid and complete", () => {
  const { checked, problems } = exampleProblems(document);
  expect(problems).toEqual([]);
  expect(checked).toBeGreaterThan(350);
});

const edits: readonly { what: string; keys: readonly string[]; value: unknown; problem: RegExp }[] = [
  {
    what: "an invalid example of a property",
    keys: ["components", "schemas", "Lead", "properties", "email_open_count", "examples"],
    value: ["many"],
    problem: /^schema Lead\.email_open_count, examples\[0\]: it must be/,
  },
  {
    what: "an invalid example of a parameter",
    keys: ["paths", "/api/v2/leads/{id}", "get", "parameters", "0", "example"],
    value: 5,
    problem: /^getLead, parameter id, example: it must be string/,
  },
  {
    what: "an invalid example of a request",
    keys: [...leadsList, "requestBody", "content", "application/json", "examples", "everything", "value"],
    value: { limit: 101 },
    problem: /^listLeads, request, example everything: it\/limit must be <= 100/,
  },
  {
    what: "an invalid example of a response, shared by a reference",
    keys: ["components", "examples", "three-deleted", "value", "count"],
    value: "three",
    problem: /^bulkDeleteLeads, response 200, example three-deleted: it\/count must be/,
  },
  {
    what: "an invalid example of an error",
    keys: [
      "components",
      "responses",
      "NotFound",
      "content",
      "application/json",
      "examples",
      "unknown-resource",
      "value",
    ],
    value: { statusCode: "404" },
    problem: /^\w+, response 404, example unknown-resource: it/,
  },
  {
    what: "an id that is not a UUID although its format is uuid",
    keys: ["components", "examples", "in-list", "value", "id"],
    value: "lead-1",
    problem: /^getLead, response 200, example in-list: it\/id must match format "uuid"/,
  },
  {
    what: "a property without an example",
    keys: ["components", "schemas", "Lead", "properties", "company_name", "examples"],
    value: undefined,
    problem: /^schema Lead\.company_name: has no example/,
  },
  {
    what: "a list without an example",
    keys: ["components", "schemas", "CreateCampaignRequest", "properties", "email_list", "examples"],
    value: undefined,
    problem: /^schema CreateCampaignRequest\.email_list: has no example/,
  },
  {
    what: "a list of a shared enum without an example",
    keys: ["components", "schemas", "ProviderRoutingRule", "properties", "recipient_esp", "examples"],
    value: undefined,
    problem: /^schema ProviderRoutingRule\.recipient_esp: has no example/,
  },
  {
    what: "a shared enum without an example",
    keys: ["components", "schemas", "CampaignStatus", "examples"],
    value: undefined,
    problem: /^schema CampaignStatus: has no example/,
  },
  {
    what: "an object with arbitrary keys without an example",
    keys: ["components", "schemas", "CustomVariables", "examples"],
    value: undefined,
    problem: /^schema CustomVariables: has no example/,
  },
  {
    what: "one property without an example where its neighbours have them, although their object has one",
    keys: ["components", "schemas", "LeadPayload", "properties", "jobTitle", "examples"],
    value: undefined,
    problem: /^schema LeadPayload\.jobTitle: has no example/,
  },
  {
    what: "properties without examples, once the example of their object is removed",
    keys: ["components", "schemas", "CampaignScheduleWindow", "properties", "days", "examples"],
    value: undefined,
    problem: /^schema CampaignScheduleWindow\.days\.0: has no example/,
  },
  {
    what: "a property without an example in an inline response schema",
    keys: [
      "components",
      "responses",
      "InterestStatusBadRequest",
      "content",
      "application/json",
      "schema",
      "properties",
      "error",
      "examples",
    ],
    value: undefined,
    problem: /^updateLeadInterestStatus, response 400\.error: has no example/,
  },
  {
    what: "a parameter without an example",
    keys: ["paths", "/api/v2/campaigns/{id}", "patch", "parameters", "0", "example"],
    value: undefined,
    problem: /^patchCampaign, parameter id: has no example/,
  },
  {
    what: "a single example of a success",
    keys: ["paths", "/api/v2/leads/{id}", "get", ...ok, "in-campaign"],
    value: undefined,
    problem: /^getLead, response 200: has 1 named examples, needs 2/,
  },
  {
    what: "a single example of a request",
    keys: ["paths", "/api/v2/lead-lists", "post", "requestBody", "content", "application/json", "examples", "enriched"],
    value: undefined,
    problem: /^createLeadList, request: has 1 named examples, needs 2/,
  },
  {
    what: "a list without a second page",
    keys: [...leadsList, ...ok, "second-page"],
    value: undefined,
    problem: /^listLeads, response 200: has no example second-page/,
  },
  {
    what: "a cursor that belongs to no item",
    keys: ["components", "examples", "first-page-2", "value", "next_starting_after"],
    value: "01a06110-0000-7000-8000-000000000000",
    problem:
      /^listCampaign, response 200, example first-page: next_starting_after 01a06110-0000.* is not a value of its last item/,
  },
  {
    what: "a last page with a cursor",
    keys: ["components", "examples", "last-page-3", "value"],
    value: { items: [], next_starting_after: "01a06110-9b85-7859-bfff-c0674b659965" },
    problem: /^listEmail, response 200, example last-page: must have no next_starting_after/,
  },
];

const problemsAfterEdits = (() => {
  const copy = structuredClone(document);
  for (const { keys, value } of edits) {
    const last = keys.at(-1) ?? "";
    const parent = keys.slice(0, -1).reduce<object>((place, key) => Reflect.get(place, key), copy);
    if (!Object.hasOwn(parent, last)) throw new Error(`${keys.join(" > ")} is not in the document`);
    if (value === undefined) Reflect.deleteProperty(parent, last);
    else Reflect.set(parent, last, value);
  }
  return exampleProblems(copy).problems;
})();

test.each(edits)("$what is named", ({ problem }) => {
  expect(problemsAfterEdits).toContainEqual(expect.stringMatching(problem));
});

test("the command prints the problem and the count, and exits with 1", async () => {
  const copy = await mkdtemp(path.join(tmpdir(), "modulex-instantly-spec-"));
  try {
    await cp(path.join(root, "spec"), copy, { recursive: true });
    const example = path.join(copy, "examples/delete-leads/three-deleted.yaml");
    const text = await readFile(example, "utf8");
    await writeFile(example, text.replace("count: 3", "count: three"));
    const command = promisify(execFile)(
      path.join(root, "node_modules/.bin/tsx"),
      ["scripts/commands/check-examples.ts", copy],
      {
        cwd: root,
      },
    );
    await expect(command).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^\d+ examples checked, 1 problem$/m),
      stderr: expect.stringMatching(/^bulkDeleteLeads, response 200, example three-deleted: it\/count must be/m),
    });
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
});
