import type { MergedFinding } from "../compare/merge-findings.ts";
import { descend, isRecord } from "../document/document-node.ts";
import { addParameter } from "./add-parameter.ts";
import { addStatus } from "./add-status.ts";
import { NeedsReviewError } from "./needs-review-error.ts";
import { REVIEW, TO_EXPLAIN } from "./placeholder-text.ts";
import { plainName } from "./plain-name.ts";
import { plainValue, schemaSkeleton } from "./schema-skeleton.ts";
import type { SpecEditor } from "./spec-editor.ts";

/** How to apply a finding, for the kinds that are applied automatically. */
const APPLY_BY_KIND: Readonly<Record<string, (folder: SpecEditor, finding: MergedFinding) => void>> = {
  "field-added": addField,
  "enum-value-added": addValue,
  "enum-meaning-added": addMeaning,
  "parameter-added": addParameter,
  "status-added": addStatus,
};

/** Whether a finding is of a kind that is applied automatically. */
export function isApplicable({ kind, class: findingClass }: MergedFinding): boolean {
  return Object.hasOwn(APPLY_BY_KIND, kind) && (findingClass === "additive" || findingClass === "docs");
}

/**
 * Applies an additive finding to the spec.
 *
 * @throws NeedsReviewError when it cannot be applied automatically.
 */
export function applyFinding(folder: SpecEditor, finding: MergedFinding): void {
  if (finding.otherName !== undefined)
    throw new NeedsReviewError(
      "it may be a new name; if it is not, remove the old one from the spec and run this again",
    );
  const [elsewhere] = finding.notAt;
  if (elsewhere !== undefined) {
    throw new NeedsReviewError(`spec/${finding.at.file} is shared with ${elsewhere}, which does not have the change`);
  }
  APPLY_BY_KIND[finding.kind]?.(folder, finding);
}

function addField(folder: SpecEditor, { at, name = "", source, published }: MergedFinding): void {
  if (!source) throw new NeedsReviewError("the vendor's document has no schema to copy");
  const field = plainName(name, "the field");
  const skeleton = schemaSkeleton(source, { file: at.file, hasFile: (file) => folder.has(file) });
  folder.edit(at.file, (text) => {
    const properties = [...at.path, "properties"];
    if (text.has(properties)) text.addEntry(properties, field, skeleton, { comment: REVIEW });
    else text.addEntry(at.path, "properties", { [field]: skeleton }, { comment: REVIEW });
    if (!String(published).startsWith("required")) return;
    const required = [...at.path, "required"];
    if (text.has([...required, "0"])) text.addItem(required, field);
    else text.addEntry(at.path, "required", [field]);
  });
}

/** The node to edit is the enum, or else the descriptions of the values, or else the schema. */
function addValue(folder: SpecEditor, finding: MergedFinding): void {
  const { at, published } = finding;
  const value = plainValue(published);
  const keyword = at.path.at(-1);
  if (keyword === "enum" && Array.isArray(at.value)) folder.edit(at.file, (text) => text.addItem(at.path, value));
  const schema = keyword === "enum" || keyword === "x-enumDescriptions" ? at.path.slice(0, -1) : at.path;
  addMeaningAt(folder, finding, schema, keyword === "enum");
}

function addMeaning(folder: SpecEditor, finding: MergedFinding): void {
  addMeaningAt(folder, finding, finding.at.path.slice(0, -1), false);
}

function addMeaningAt(folder: SpecEditor, finding: MergedFinding, schema: readonly string[], onlyIfAny: boolean): void {
  const { at, name = "", source } = finding;
  const meaning = { [plainName(name, "the value")]: TO_EXPLAIN };
  const published = source && descend(source, "x-enumDescriptions");
  folder.edit(at.file, (text) => {
    const meanings = [...schema, "x-enumDescriptions"];
    if (text.has(meanings)) text.addEntry(meanings, name, TO_EXPLAIN, { comment: REVIEW });
    else if (!onlyIfAny || isRecord(published?.value))
      text.addEntry(schema, "x-enumDescriptions", meaning, { comment: REVIEW });
  });
}
