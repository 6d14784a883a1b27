import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { derive } from "../../generate/derive.ts";
import { type Drift, drift } from "../compare/find-drift.ts";
import type { MergedFinding } from "../compare/merge-findings.ts";
import type { SpecNode } from "../document/document-node.ts";
import { applyFinding, isApplied } from "../edit/apply-finding.ts";
import { NotApplicable } from "../edit/needs-review-error.ts";
import { SpecFolder } from "../edit/spec-editor.ts";
import { readVendorMeanings, recordVendorMeanings, VENDOR_MEANINGS } from "../vendor/vendor-meanings.ts";
import { VENDOR_OPERATIONS } from "../vendor/vendor-operations.ts";
import { type Changeset, changesetFor } from "./changeset.ts";
import { type PackageBumps, packageBumps } from "./package-bumps.ts";
import { recordVendorOperations } from "./record-vendor.ts";
import { readDerived, writeDerived } from "./write-derived.ts";

/** What an update did and what it left to a person. */
export interface Update {
  readonly applied: readonly MergedFinding[];
  /** Why a finding of a kind that is usually applied was not. */
  readonly refused: ReadonlyMap<string, string>;
  /** The drift that is left after the update. */
  readonly left: Drift;
  readonly bumps: PackageBumps;
  readonly changeset?: Changeset;
}

/** The spec, as it is after the update, does not derive. Nothing was written. */
export class DoesNotDerive extends Error {
  override readonly name: string = "DoesNotDerive";
}

/**
 * Applies the additive findings to the spec, derives everything and writes the changeset. The work is done on a copy, so
 * that either all of it is written or nothing.
 *
 * @param root the repository, with `spec/`, `packages/` and `.changeset/`.
 * @param deriveFrom derives all files from a spec folder.
 * @throws CannotCompare when the documents cannot be compared.
 * @throws DoesNotDerive naming the action, or the file, when the spec no longer derives.
 */
export async function update(
  root: string,
  vendor: SpecNode,
  isExtract: boolean,
  deriveFrom: (specDirectory: string) => Promise<Map<string, string>> = derive,
): Promise<Update> {
  const specDirectory = path.join(root, "spec");
  const before = drift(vendor, specDirectory, isExtract);
  const scratch = await mkdtemp(path.join(tmpdir(), "modulex-instantly-update-"));
  try {
    const copy = path.join(scratch, "spec");
    await cp(specDirectory, copy, { recursive: true });
    const { applied, refused } = applyAll(new SpecFolder(copy), before.findings);
    await recordOthers(copy, before, applied, refused);
    await recordMeanings(copy, drift(vendor, copy, isExtract));
    applied.push(...before.findings.filter(({ kind }) => kind === "enum-meaning-unseen"));
    const left = drift(vendor, copy, isExtract);
    const derived = await deriveFrom(copy).catch((error: Error) => {
      throw new DoesNotDerive(error.message, { cause: error });
    });
    const bumps = packageBumps(await readDerived(root), derived);
    const changeset = changesetFor(bumps);
    if (applied.length > 0) await cp(copy, specDirectory, { recursive: true });
    await writeDerived(root, derived);
    if (changeset) await writeChangeset(root, changeset);
    return { applied, refused, left, bumps, ...(changeset ? { changeset } : {}) };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Says why a finding was not applied, under this key. */
export function refusalKey({ place, kind, name = "" }: MergedFinding): string {
  return `${kind} ${place} ${name}`;
}

function applyAll(
  folder: SpecFolder,
  findings: readonly MergedFinding[],
): { applied: MergedFinding[]; refused: Map<string, string> } {
  const applied: MergedFinding[] = [];
  const refused = new Map<string, string>();
  for (const finding of findings.filter(isApplied)) {
    try {
      applyFinding(folder, finding);
      applied.push(finding);
    } catch (error) {
      if (!(error instanceof NotApplicable)) throw error;
      refused.set(refusalKey(finding), error.message);
    }
  }
  return { applied, refused };
}

async function recordOthers(
  copy: string,
  { findings, others }: Drift,
  applied: MergedFinding[],
  refused: Map<string, string>,
): Promise<void> {
  const news = findings.filter(({ kind }) => kind.startsWith("vendor-operation"));
  if (news.length === 0) return;
  const file = path.join(copy, VENDOR_OPERATIONS);
  const text = await readFile(file, "utf8").catch(() => "operations: null\n");
  try {
    await writeFile(file, recordVendorOperations(text, others));
    applied.push(...news);
  } catch (error) {
    if (!(error instanceof NotApplicable)) throw error;
    for (const finding of news) refused.set(refusalKey(finding), error.message);
  }
}

/** After the additions, because what the vendor says of a new value is seen with it. */
async function recordMeanings(copy: string, { findings, meanings }: Drift): Promise<void> {
  if (!findings.some(({ kind }) => kind === "enum-meaning-unseen")) return;
  const file = path.join(copy, VENDOR_MEANINGS);
  const text = await readFile(file, "utf8").catch(() => "meanings: {}\n");
  await writeFile(file, recordVendorMeanings(text, meanings, readVendorMeanings(file)));
}

async function writeChangeset(root: string, { name, text }: Changeset): Promise<void> {
  const directory = path.join(root, ".changeset");
  await mkdir(directory, { recursive: true });
  await writeFile(path.join(directory, name), text);
}
