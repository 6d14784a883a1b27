import { compareDocuments } from "../compare/compare-documents.ts";
import { type MergedFinding, mergeFindings } from "../compare/merge-findings.ts";
import { CannotCompare } from "../document/comparison-error.ts";
import { isRecord, type SpecNode } from "../document/document-node.ts";
import { oneDocument } from "../document/single-document.ts";
import { compareSchemas } from "../schema/compare-schemas.ts";
import { newWalk } from "../schema/comparison-context.ts";
import type { Direction, Finding } from "../schema/finding.ts";
import { type Bump, bumpFor, largestBump } from "./bump.ts";

/** The derived files of the repository, contents by path. */
export type DerivedFiles = ReadonlyMap<string, string>;

/** What the change of the derived files asks of each package's version, and what changed in the API. */
export interface PackageBumps {
  readonly types: Bump;
  readonly client: Bump;
  readonly actions: Bump;
  readonly sandbox: Bump;
  readonly changes: readonly MergedFinding[];
}

const BUNDLE = "packages/types/openapi.json";
const OPERATIONS = "packages/client/src/operations.gen.ts";
const SANDBOX = "packages/sandbox/src/";
const ACTION_SCHEMAS = "packages/actions/src/action-schemas.gen.ts";

/**
 * Compares the derived files before and after a change of the spec, whoever made it. Types and client show the whole
 * API, the actions only what their schemas take and give, the sandbox what its own tables and validators make of it.
 *
 * @throws CannotCompare when a derived file is not what the generator writes.
 */
export function packageBumps(before: DerivedFiles, after: DerivedFiles): PackageBumps {
  const [old, now] = [before, after].map((files) => oneDocument(JSON.parse(textOf(files, BUNDLE)) as unknown));
  if (!old || !now) throw new CannotCompare(`${BUNDLE} is missing`);
  const { findings, reachedBy, others } = compareDocuments(now, old);
  const types = largestBump([bumpFor(findings), others.size > 0 ? "minor" : "none"]);
  const differs = (file: string) => withoutHeader(before.get(file) ?? "") !== withoutHeader(after.get(file) ?? "");
  const client = largestBump([types, differs(OPERATIONS) ? "patch" : "none"]);
  const touched = client !== "none" && differs(ACTION_SCHEMAS);
  const actions = largestBump([actionBump(before, after), touched ? "patch" : "none"]);
  const answersAnew = [...after.keys()].some((file) => file.startsWith(SANDBOX) && differs(file));
  return { types, client, actions, sandbox: answersAnew ? types : "none", changes: mergeFindings(findings, reachedBy) };
}

function actionBump(before: DerivedFiles, after: DerivedFiles): Bump {
  const directions: Record<string, Direction> = { inputSchemas: "request", outputSchemas: "response" };
  const bumps = Object.entries(directions).flatMap(([constant, direction]): Bump[] => {
    const [old, now] = [before, after].map((files) => actionSchemas(files, constant));
    if (!old || !now) return [];
    const names = new Set([...old.keys(), ...now.keys()]);
    return [...names].map((name) => {
      const [was, is] = [old.get(name), now.get(name)];
      if (!was || !is) return is ? "minor" : "major";
      const findings: Finding[] = [];
      compareSchemas({ ...newWalk(), direction, findings }, { operation: name, section: "", path: "" }, is, was);
      return largestBump([bumpFor(findings), direction === "response" ? closedBump(findings) : "none"]);
    });
  });
  return largestBump(bumps);
}

/** Whoever checks a result with a closed schema of before refuses one with a further field. */
function closedBump(findings: readonly Finding[]): Bump {
  const isClosed = ({ at }: Finding) => isRecord(at.value) && at.value["additionalProperties"] === false;
  return findings.some((finding) => finding.kind === "field-added" && isClosed(finding)) ? "major" : "none";
}

/** The schemas are plain JSON inside the generated module. */
function actionSchemas(files: DerivedFiles, constant: string): Map<string, SpecNode> {
  const text = textOf(files, ACTION_SCHEMAS);
  const json = new RegExp(`export const ${constant}\\b[^=]*= (\\{[\\s\\S]*?\\n\\});`).exec(text)?.[1];
  if (json === undefined) throw new CannotCompare(`${ACTION_SCHEMAS}: has no ${constant}`);
  const schemas = Object.entries(JSON.parse(json) as Record<string, unknown>);
  return new Map(schemas.map(([name, schema]) => [name, oneDocument(schema)]));
}

function textOf(files: DerivedFiles, file: string): string {
  const text = files.get(file);
  if (text === undefined) throw new CannotCompare(`${file} is missing; run pnpm generate first`);
  return text;
}

/** The first line carries the hash of the whole spec. */
function withoutHeader(text: string): string {
  return text.slice(text.indexOf("\n"));
}
