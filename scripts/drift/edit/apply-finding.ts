import type { MergedFinding } from "../compare/merge-findings.ts";
import { descend, isRecord } from "../document/document-node.ts";
import { addParameter } from "./add-parameter.ts";
import { addStatus } from "./add-status.ts";
import { NotApplicable } from "./needs-review-error.ts";
import { REVIEW, TO_EXPLAIN } from "./placeholder-text.ts";
import { plainName } from "./plain-name.ts";
import { plainValue, sketchSchema } from "./sketch-schema.ts";
import type { SpecFolder } from "./spec-editor.ts";

/** The kinds of findings that are applied without a person's decision. */
const APPLIERS: Readonly<Record<string, (folder: SpecFolder, finding: MergedFinding) => void>> = {
  "field-added": addField,
  "enum-value-added": addValue,
  "enum-meaning-added": addMeaning,
  "parameter-added": addParameter,
  "status-added": addStatus,
};

/** Tells whether a finding is of a kind that is applied. */
export function isApplied({ kind, class: findingClass }: MergedFinding): boolean {
  return Object.hasOwn(APPLIERS, kind) && (findingClass === "additive" || findingClass === "docs");
}

/**
 * Writes an additive finding into the spec.
 *
 * @throws NotApplicable when it has to be left to a person after all.
 */
export function applyFinding(folder: SpecFolder, finding: MergedFinding): void {
  const [elsewhere] = finding.notAt;
  if (elsewhere !== undefined) {
    throw new NotApplicable(`spec/${finding.at.file} is shared with ${elsewhere}, which does not have it`);
  }
  APPLIERS[finding.kind]?.(folder, finding);
}

function addField(folder: SpecFolder, { at, name = "", source, published }: MergedFinding): void {
  if (!source) throw new NotApplicable("there is nothing to copy");
  const field = plainName(name, "the field");
  const sketch = sketchSchema(source, { file: at.file, hasFile: (file) => folder.has(file) });
  folder.edit(at.file, (text) => {
    const properties = [...at.path, "properties"];
    if (text.has(properties)) text.addEntry(properties, field, sketch, { comment: REVIEW });
    else text.addEntry(at.path, "properties", { [field]: sketch }, { comment: REVIEW });
    if (!String(published).startsWith("required")) return;
    const required = [...at.path, "required"];
    if (text.has([...required, "0"])) text.addItem(required, field);
    else text.addEntry(at.path, "required", [field]);
  });
}

/** `at` is the enum, or the meanings where the values are open, or the schema where there is neither. */
function addValue(folder: SpecFolder, finding: MergedFinding): void {
  const { at, published } = finding;
  const value = plainValue(published);
  const keyword = at.path.at(-1);
  if (keyword === "enum" && Array.isArray(at.value)) folder.edit(at.file, (text) => text.addItem(at.path, value));
  const schema = keyword === "enum" || keyword === "x-enumDescriptions" ? at.path.slice(0, -1) : at.path;
  addMeaningAt(folder, finding, schema, keyword === "enum");
}

function addMeaning(folder: SpecFolder, finding: MergedFinding): void {
  addMeaningAt(folder, finding, finding.at.path.slice(0, -1), false);
}

function addMeaningAt(folder: SpecFolder, finding: MergedFinding, schema: readonly string[], onlyIfAny: boolean): void {
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
