import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const file = path.join(root, "tests/client/hover-sample.ts");
const sample = `
import { bindActions, runAction } from "@modulex-instantly/actions";
import { createInstantlyClient } from "@modulex-instantly/client";
const instantly = createInstantlyClient();
const page = await instantly.leads.list();
const leads = instantly.leads.iterate();
const lead = await instantly.leads.get("id");
const campaign = await instantly.campaigns.create({} as never);
const emails = instantly.emails.iterate();
const result = await instantly.request({ method: "GET", path: "/api/v2/accounts" });
lead.status;
const run = bindActions({});
const found = await run.get_lead({ lead_id: "id" });
const page1 = await run.list_leads({ limit: 5 });
const sent = await runAction("reply_to_email", {} as never, {});
if (found.success && page1.success) {
  const narrowed = found;
  const detail = found.lead;
  const details = page1.leads;
  detail.status;
} else {
  const failed = found;
}
`;

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  strict: true,
  skipLibCheck: true,
};
const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: () => "1",
  getScriptSnapshot: (name) => {
    const text = name === file ? sample : ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: (name) => (name === file ? sample : ts.sys.readFile(name)),
  readDirectory: ts.sys.readDirectory,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
  realpath: (name) => ts.sys.realpath?.(name) ?? name,
  getCurrentDirectory: () => root,
  getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
});

/** What an editor shows for the first use of a text in the sample: the type, and the documentation. */
function hover(text: string, within = text): { readonly type: string; readonly documentation: string } {
  const info = service.getQuickInfoAtPosition(file, sample.indexOf(within) + within.indexOf(text));
  return {
    type: ts.displayPartsToString(info?.displayParts),
    // openapi-typescript writes descriptions as tags.
    documentation: [info?.documentation, ...(info?.tags ?? []).map((tag) => tag.text)]
      .map((parts) => ts.displayPartsToString(parts))
      .join("\n"),
  };
}

test("the sample compiles", () => {
  const problems = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
  expect(problems.map(({ messageText }) => messageText)).toEqual([]);
});

test.each([
  ["list", ".list()", ["Page<Lead>", "ListLeadsInput"]],
  ["iterate", ".iterate()", ["Iteration<Lead>", "ListLeadsInput"]],
  ["get", ".get(", ["Promise<Lead>"]],
  ["create", ".create(", ["Promise<Campaign>", "CreateCampaignInput"]],
  ["page", "page =", ["const page: Page<Lead>"]],
  ["leads", "leads =", ["const leads: Iteration<Lead>"]],
  ["emails", "emails =", ["const emails: Iteration<Email>"]],
  ["result", "result =", ["const result: ApiResult<unknown>"]],
  ["get_lead", ".get_lead(", ["GetLeadInput", "Promise<GetLeadOutput>"]],
  ["list_leads", ".list_leads(", ["ListLeadsInput", "Promise<ListLeadsOutput>"]],
  ["found", "found =", ["const found: GetLeadOutput"]],
  ["sent", "sent =", ["const sent: ReplyToEmailOutput"]],
  ["narrowed", "narrowed =", ["const narrowed: GetLeadSuccess"]],
  ["detail", "detail =", ["const detail: LeadDetail"]],
  ["details", "details =", ["const details: LeadDetail[]"]],
])("hovering %s shows names instead of fields", (text, within, names) => {
  const { type } = hover(text, within);
  for (const name of names) expect(type).toContain(name);
  expect(type.length, type).toBeLessThanOrEqual(200);
});

test("hovering a coded field lists its values with their meanings", () => {
  const meanings = /- `1`: Active\n- `2`: Paused\n(.*\n)*- `-1`: Bounced/;
  expect(hover("status", "lead.status").documentation).toMatch(meanings);
  expect(hover("status", "detail.status").documentation).toMatch(meanings);
});
