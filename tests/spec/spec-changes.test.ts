import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { actionsPackage } from "../../scripts/generate/actions-package.ts";
import { derive } from "../../scripts/generate/derive.ts";
import { FILES_WITH_VERSION } from "../../scripts/generate/derived-files.ts";
import { loadActionShapes } from "../../scripts/spec/action-shapes.ts";
import { loadSource } from "../../scripts/spec/source.ts";
import { brokenPromises } from "../actions/seed-contract/broken-promises.ts";
import { derivedSchemas } from "./derived-schemas.ts";
import type { SpecEdits } from "./spec-copy.ts";
import { root, withSpecCopy } from "./spec-copy.ts";

// These tests start and compile programs, which is slow on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

// A change of the spec that an action depends on must be detected: by the generator, or by the comparison with the
// contract of the actions. compile-errors.test.ts covers compile errors.

const source = await loadSource(path.join(root, "spec"));
const fresh = await derive(path.join(root, "spec"));

/** The files of the actions, from the shapes in a changed copy and the unchanged document. */
async function actionsOf(specDirectory: string): Promise<Map<string, string>> {
  const actions = await loadActionShapes(specDirectory, source.document, source.operations);
  return actionsPackage({ ...source, actions });
}

interface Break {
  readonly what: string;
  readonly edits: SpecEdits;
  readonly error: RegExp;
}

/** The error of a function for a changed copy of the spec. */
async function failureOf(edits: SpecEdits, use: (directory: string) => Promise<unknown>): Promise<string> {
  return withSpecCopy(edits, use).then(
    () => "nothing failed",
    (thrown: unknown) => String(thrown),
  );
}

describe("the generator names the action and the field:", () => {
  const breaks: readonly Break[] = [
    {
      what: "a body property that an action uses is renamed",
      edits: { "schemas/CreateLeadRequest.yaml": [["  job_title:", "  role:"]] },
      error: /action create_lead.*job_title/s,
    },
    {
      what: "a query parameter that an action uses is renamed",
      edits: { "parameters/list-emails.yaml": [["  name: eaccount", "  name: account"]] },
      error: /^Error: action list_emails, input eaccount: listEmail takes no eaccount$/,
    },
    {
      what: "a query parameter that an action uses is removed from the operation",
      edits: { "paths/campaigns.yaml": [["    - $ref: ../parameters/list-campaigns.yaml#/tag_ids\n", ""]] },
      error: /^Error: action list_campaigns, input tag_ids: listCampaign takes no tag_ids$/,
    },
    {
      what: "an operation is renamed",
      edits: { "paths/lead.yaml": [["operationId: getLead", "operationId: readLead"]] },
      error: /^Error: action get_lead: there is no operation getLead$/,
    },
    {
      what: "an operation without x-effect",
      edits: { "paths/lead.yaml": [["  x-effect: read\n", ""]] },
      error: /^Error: getLead: x-effect must be one of .*, found undefined$/,
    },
    {
      what: "a document that does not bundle",
      edits: { "openapi.yaml": [["$ref: paths/lead.yaml", "$ref: paths/leed.yaml"]] },
      error: /^Error: The spec in .* does not bundle\.\n.*leed\.yaml/s,
    },
  ];

  test.each(breaks)("$what", async ({ edits, error }) => {
    expect(await failureOf(edits, derive)).toMatch(error);
  });
});

describe("so does loading the actions' shapes, without bundling the document again:", () => {
  const breaks: readonly Break[] = [
    {
      what: "a body property of an object is renamed",
      edits: {
        "schemas/ReplyToEmailRequest.yaml": [
          ["      html:\n        type: string", "      markup:\n        type: string"],
        ],
      },
      error: /action reply_to_email.*html/s,
    },
    {
      what: "a response field that actions return is renamed",
      edits: { "schemas/Lead.yaml": [["  job_title:", "  role:"]] },
      error: /action (list_leads|get_lead|create_lead).*job_title/s,
    },
    {
      what: "an action is removed from the order",
      edits: { "actions/order.yaml": [["- get_lead\n", ""]] },
      error: /^Error: spec\/actions\/get-lead\.yaml is not listed in spec\/actions\/order\.yaml$/,
    },
    {
      what: "an input that is not a reference into its operation",
      edits: {
        "actions/get-lead.yaml": [
          ["      $ref: ../parameters/get-lead.yaml#/id\n", "      schema: { type: string }\n"],
        ],
      },
      error: /^Error: action get_lead, input lead_id: must be a \$ref into its operation$/,
    },
    {
      what: "an input with a keyword that hosts do not support",
      edits: { "schemas/ListLeadsRequest.yaml": [["    type: string\n", "    type: string\n    not: { const: x }\n"]] },
      error: /^Error: action list_leads, input search: keyword not is outside the allowed subset$/,
    },
  ];

  test.each(breaks)("$what", async ({ edits, error }) => {
    expect(await failureOf(edits, actionsOf)).toMatch(error);
  });
});

test("a changed type, required field or projection violates the contract, and is named", async () => {
  const edits: SpecEdits = {
    "schemas/Lead.yaml": [['  job_title:\n    type: [string, "null"]', '  job_title:\n    type: [integer, "null"]']],
    "schemas/CreateLeadRequest.yaml": [
      ['  phone:\n    type: [string, "null"]', '  phone:\n    type: [integer, "null"]'],
    ],
    "parameters/list-lead-lists.yaml": [["    type: boolean", "    type: string"]],
    "actions/get-lead.yaml": [["  required: [lead_id]\n", ""]],
    "actions/details/LeadListDetail.yaml": [
      ["  owned_by:\n    $ref: ../../schemas/LeadList.yaml#/properties/owned_by\n", ""],
    ],
    "actions/delete-leads.yaml": [["title: DeleteLeadsOutput", "title: DeletedLeads"]],
  };
  const derived = await withSpecCopy(edits, actionsOf);
  const broken = brokenPromises(derivedSchemas(derived));
  const place = "result $defs.LeadDetail.properties.job_title.anyOf.0.type";
  expect(broken).toEqual([
    `list_leads, ${place}: expected "string", found "integer"`,
    'get_lead, parameter lead_id: expected "string!", found "string"',
    `get_lead, ${place}: expected "string", found "integer"`,
    'create_lead, parameter phone: expected "string", found "integer"',
    `create_lead, ${place}: expected "string", found "integer"`,
    'delete_leads, result title: expected "DeleteLeadsOutput", found "DeletedLeads"',
    'list_lead_lists, parameter has_enrichment_task: expected "boolean", found "string"',
    expect.stringMatching(/^list_lead_lists, result \$defs\.LeadListDetail\.properties\.owned_by: .* found nothing$/),
    expect.stringMatching(/^create_lead_list, result \$defs\.LeadListDetail\.properties\.owned_by: .* found nothing$/),
  ]);
});

test("the derived files on disk match the spec", async () => {
  for (const [name, content] of fresh) {
    expect(await readFile(path.join(root, name), "utf8"), `${name}: run pnpm generate`).toBe(content);
  }
});

describe("a change of descriptions only", () => {
  const WORDS = "Words that no other description has";
  const describedAnew = (file: string, from: string): SpecEdits => ({
    [file]: [[`  description: ${from}`, `  description: ${WORDS}. ${from}`]],
  });
  const ofAnOperation = describedAnew("paths/lead.yaml", "Returns");
  const ofAnInput = describedAnew("parameters/get-lead.yaml", "The id of");
  let derived: Map<string, string>[];
  beforeAll(async () => {
    derived = [];
    for (const edits of [ofAnOperation, ofAnInput, { ...ofAnOperation, ...ofAnInput }])
      derived.push(await withSpecCopy(edits, derive));
  });

  const changedIn = (files = new Map<string, string>()) =>
    [...files].filter(([name, text]) => fresh.get(name) !== text).map(([name]) => name);

  test("touches the files that show the words, and in them only the lines that show them", () => {
    const [operation, input] = derived;
    const types = ["packages/types/src/openapi.gen.ts", "packages/types/openapi.json"];
    const actions = ["action-types", "action-schemas"].map((name) => `packages/actions/src/generated/${name}.gen.ts`);
    expect(changedIn(operation)).toEqual(types);
    expect(changedIn(input)).toEqual([...types, ...actions]);
    for (const files of [operation, input]) {
      for (const name of changedIn(files)) {
        const before = new Set(fresh.get(name)?.split("\n"));
        const added =
          files
            ?.get(name)
            ?.split("\n")
            .filter((line) => !before.has(line)) ?? [];
        expect(added.length, name).toBeGreaterThan(0);
        for (const line of added) expect(line, name).toContain(WORDS);
      }
    }
  });

  test("merges with another one without a conflict, and the result is what the merged spec derives", async () => {
    const [ours, theirs, both] = derived;
    const directory = await mkdtemp(path.join(tmpdir(), "modulex-instantly-merge-"));
    try {
      for (const [name, base] of fresh) {
        const versions = [ours, [[name, base]] as const, theirs].map((files) => new Map(files).get(name) ?? "");
        const paths = ["ours", "base", "theirs"].map((version) => path.join(directory, version));
        await Promise.all(paths.map((file, index) => writeFile(file, versions[index] ?? "")));
        const { status, stdout } = spawnSync("git", ["merge-file", "--stdout", ...paths], {
          encoding: "utf8",
          maxBuffer: 2 ** 26,
        });
        expect(status, `${name}: conflicts`).toBe(0);
        expect(stdout === both?.get(name), `${name}: as derived from the merged spec`).toBe(true);
      }
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

test("every derived file names its source and the command, and has no hash of what it does not contain", async () => {
  for (const [name, content] of fresh) {
    // Formats of the MCP registry, of bundles and of Docker: only the version in them is derived.
    if (FILES_WITH_VERSION.includes(name)) continue;
    const start = content.slice(0, 300);
    expect(start, name).toMatch(
      /Derived from (spec\/|packages\/sandbox\/scenarios\/|the version in packages\/\w+\/package\.json)\. Do not edit by hand/,
    );
    expect(start, name).toContain("run `pnpm generate`");
  }
});
