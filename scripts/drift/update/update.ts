import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { derive } from "../../generate/derive.ts";
import { readDerivedFiles, writeDerivedFiles } from "../../generate/derived-files.ts";
import { type Drift, findDrift } from "../compare/find-drift.ts";
import type { MergedFinding } from "../compare/merge-findings.ts";
import type { DocumentNode } from "../document/document-node.ts";
import { applyFinding, isApplicable } from "../edit/apply-finding.ts";
import { NeedsReviewError } from "../edit/needs-review-error.ts";
import { SpecEditor } from "../edit/spec-editor.ts";
import type { RemainingItem } from "../remaining/remaining-item.ts";
import { statusesWithoutCode } from "../remaining/statuses-without-code.ts";
import { unwrittenParts } from "../remaining/unwritten-parts.ts";
import { type Changeset, changesetFor } from "./changeset.ts";
import { type PackageBumps, packageBumps } from "./package-bumps.ts";
import { recordVendorMeanings, recordVendorOperations } from "./record-vendor.ts";

/** The result of an update. */
export interface Update {
  readonly applied: readonly MergedFinding[];
  /** Why findings that are usually applied were not, by `findingKey`. */
  readonly skipped: ReadonlyMap<string, string>;
  /** The drift that remains. */
  readonly left: Drift;
  readonly bumps: PackageBumps;
  readonly changeset?: Changeset;
  /** What a person must write or decide, as far as the spec shows it. */
  readonly remaining: readonly RemainingItem[];
  /** The files that were written, relative to the root. */
  readonly written: readonly string[];
}

/** The derived files cannot be generated from the updated spec. Nothing was written. */
export class DerivationError extends Error {
  override readonly name: string = "DerivationError";
}

/**
 * Applies the additive findings to the spec, generates the derived files and writes the changeset. It works on a copy, so
 * that either everything is written or nothing.
 *
 * @param root the repository, with `spec/`, `packages/` and `.changeset/`.
 * @param deriveFrom generates all derived files from a spec folder.
 * @throws ComparisonError when the documents cannot be compared.
 * @throws DerivationError naming the action or the file when the derived files cannot be generated.
 */
export async function update(
  root: string,
  vendor: DocumentNode,
  isExtract: boolean,
  deriveFrom: (specDirectory: string) => Promise<Map<string, string>> = derive,
): Promise<Update> {
  const specDirectory = path.join(root, "spec");
  const before = findDrift(vendor, specDirectory, isExtract);
  const scratch = await mkdtemp(path.join(tmpdir(), "modulex-instantly-update-"));
  try {
    const copy = path.join(scratch, "spec");
    cpSync(specDirectory, copy, { recursive: true });
    const { applied, skipped } = applyAll(copy, before);
    // After the additions: a new value is recorded together with its description.
    const withAdditions = applied.length > 0 ? findDrift(vendor, copy, isExtract) : before;
    const isRecorded = recordMeanings(copy, withAdditions);
    applied.push(...before.findings.filter(({ kind }) => kind === UNRECORDED_MEANING));
    const left = isRecorded ? findDrift(vendor, copy, isExtract) : withAdditions;
    const derived = await deriveFrom(copy).catch((error: Error) => {
      throw new DerivationError(error.message, { cause: error });
    });
    const bumps = packageBumps(await readDerivedFiles(root), derived);
    const changeset = changesetFor(bumps);
    const remaining = [...unwrittenParts(copy), ...statusesWithoutCode(root, applied)];
    const changed = applied.length > 0 ? changedFiles(specDirectory, copy) : [];
    if (applied.length > 0) cpSync(copy, specDirectory, { recursive: true });
    const written = [...changed, ...(await writeDerivedFiles(root, derived))];
    if (changeset) await writeChangeset(root, changeset);
    return { applied, skipped, left, bumps, remaining, written, ...(changeset ? { changeset } : {}) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Identifies a finding in `skipped`. */
export function findingKey({ place, kind, name = "" }: MergedFinding): string {
  return `${kind} ${place} ${name}`;
}

const UNRECORDED_MEANING = "enum-meaning-unseen";

function applyAll(
  specDirectory: string,
  { findings, others }: Drift,
): { applied: MergedFinding[]; skipped: Map<string, string> } {
  const applied: MergedFinding[] = [];
  const skipped = new Map<string, string>();
  const attempt = (group: readonly MergedFinding[], change: () => void): void => {
    try {
      change();
      applied.push(...group);
    } catch (error) {
      if (!(error instanceof NeedsReviewError)) throw error;
      for (const finding of group) skipped.set(findingKey(finding), error.message);
    }
  };
  const editor = new SpecEditor(specDirectory);
  for (const finding of findings.filter(isApplicable)) attempt([finding], () => applyFinding(editor, finding));
  const otherOperations = findings.filter(({ kind }) => kind.startsWith("vendor-operation"));
  if (otherOperations.length > 0) attempt(otherOperations, () => recordVendorOperations(specDirectory, others));
  return { applied, skipped };
}

/** Returns whether there was something to record. */
function recordMeanings(specDirectory: string, { findings, meanings }: Drift): boolean {
  const isNew = findings.some(({ kind }) => kind === UNRECORDED_MEANING);
  if (isNew) recordVendorMeanings(specDirectory, meanings);
  return isNew;
}

function changedFiles(before: string, after: string): string[] {
  const read = (directory: string, file: string) =>
    existsSync(path.join(directory, file)) ? readFileSync(path.join(directory, file), "utf8") : undefined;
  return readdirSync(after, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml") && read(before, file) !== read(after, file))
    .map((file) => `spec/${file.replaceAll(path.sep, "/")}`);
}

async function writeChangeset(root: string, { name, text }: Changeset): Promise<void> {
  const directory = path.join(root, ".changeset");
  await mkdir(directory, { recursive: true });
  await writeFile(path.join(directory, name), text);
}
