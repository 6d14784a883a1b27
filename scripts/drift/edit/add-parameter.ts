import type { MergedFinding } from "../compare/merge-findings.ts";
import { childOf, descend, isRecord } from "../document/document-node.ts";
import { NeedsReviewError } from "./needs-review-error.ts";
import { parameterIssue } from "./parameter-issue.ts";
import { REVIEW, TO_DESCRIBE } from "./placeholder-text.ts";
import { plainName } from "./plain-name.ts";
import { schemaSkeleton } from "./schema-skeleton.ts";
import type { SpecEditor } from "./spec-editor.ts";
import { render } from "./yaml-text.ts";

/** Adds an optional parameter to the parameter file of the operation, and a reference to it to the operation. */
export function addParameter(folder: SpecEditor, { at, name = "", source }: MergedFinding): void {
  const schema = source && childOf(source, "schema");
  const place = source && childOf(source, "in")?.value;
  if (!schema || place !== "query")
    throw new NeedsReviewError("it is no query parameter, and the client sends no other");
  const key = plainName(name, "the parameter");
  const issue = parameterIssue(source);
  if (issue !== undefined) throw new NeedsReviewError(issue);
  const listed = descend(at, "parameters", "0", "$ref")?.value;
  const id = isRecord(at.value) ? String(at.value["operationId"]) : "";
  const file = typeof listed === "string" ? (listed.split("#")[0] ?? "").replace("../", "") : folder.parameterFile(id);
  const {
    description: _description,
    examples,
    ...skeleton
  } = schemaSkeleton(schema, { file, hasFile: (name) => folder.has(name) });
  const example = Array.isArray(examples) ? { example: examples[0] as unknown } : {};
  const parameter = { name: key, in: place, description: TO_DESCRIBE, schema: skeleton, ...example };

  if (folder.has(file)) folder.edit(file, (text) => text.addEntry([], key, parameter, { comment: REVIEW }));
  else folder.write(file, `# ${REVIEW}\n${render({ [key]: parameter })}`);
  folder.edit(at.file, (text) => {
    const reference = { $ref: `../${file}#/${key}` };
    const keys = Object.keys(at.value as object);
    if (text.has([...at.path, "parameters"])) {
      text.addItem([...at.path, "parameters"], reference);
      return;
    }
    const next = keys.findIndex((name) => name === "requestBody" || name === "responses");
    const after = keys[next - 1];
    text.addEntry(at.path, "parameters", [reference], after === undefined ? {} : { after });
  });
}
