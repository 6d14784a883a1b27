import { ACTION_SCHEMAS } from "../../generate/actions-package.ts";
import { BUNDLED_DOCUMENT } from "../../generate/derived-files.ts";
import { withoutProse } from "../../spec/without-prose.ts";
import { compareDocuments } from "../compare/compare-documents.ts";
import { withRenames } from "../compare/find-renames.ts";
import { type MergedFinding, mergeFindings } from "../compare/merge-findings.ts";
import { ComparisonError } from "../document/comparison-error.ts";
import { type DocumentNode, isRecord } from "../document/document-node.ts";
import { singleDocument } from "../document/single-document.ts";
import { compareSchemas } from "../schema/compare-schemas.ts";
import { createContext } from "../schema/comparison-context.ts";
import type { Direction, Finding } from "../schema/finding.ts";
import { type Bump, bumpFor, largestBump } from "./bump.ts";

/** The contents of the derived files by path. */
export type DerivedFiles = ReadonlyMap<string, string>;

/** The version bump of each package, and the changes of the API that require it. */
export interface PackageBumps {
  readonly types: Bump;
  readonly client: Bump;
  readonly actions: Bump;
  readonly sandbox: Bump;
  readonly changes: readonly MergedFinding[];
}

/**
 * Compares the derived files before and after a change of the spec, made by hand or not. Types and client expose the
 * whole API, the actions only the fields of their schemas, the sandbox its own tables and validators.
 *
 * @throws ComparisonError when a derived file is missing or not in the format of the generator.
 */
export function packageBumps(before: DerivedFiles, after: DerivedFiles): PackageBumps {
  const [old, now] = [before, after].map((files) =>
    singleDocument(JSON.parse(textOf(files, BUNDLED_DOCUMENT)) as unknown),
  );
  if (!old || !now) throw new ComparisonError(`${BUNDLED_DOCUMENT} is missing`);
  const { findings, usedAt, others } = compareDocuments(now, old);
  // A package whose derived files differ in more than prose is released, even if the API is the same for its users.
  const atLeast = (bump: Bump, name: string): Bump =>
    bump === "none" && differs(before, after, `packages/${name}/`) ? "patch" : bump;
  const types = atLeast(largestBump([bumpFor(findings), others.size > 0 ? "minor" : "none"]), "types");
  const client = atLeast(types, "client");
  // The values of an input can be listed in its description only, so with a new value the description counts.
  const isRedescribed = client !== "none" && before.get(ACTION_SCHEMAS) !== after.get(ACTION_SCHEMAS);
  return {
    types,
    client,
    actions: atLeast(largestBump([actionBump(before, after), isRedescribed ? "patch" : "none"]), "actions"),
    sandbox: atLeast("none", "sandbox") === "none" ? "none" : largestBump([types, "patch"]),
    changes: withRenames(mergeFindings(findings, usedAt)),
  };
}

function differs(before: DerivedFiles, after: DerivedFiles, directory: string): boolean {
  return [...new Set([...before.keys(), ...after.keys()])].some((file) => {
    const [was, is] = [before.get(file), after.get(file)];
    if (!file.startsWith(directory) || was === is) return false;
    return was === undefined || is === undefined || withoutProse(file, was) !== withoutProse(file, is);
  });
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
      compareSchemas({ ...createContext(), direction, findings }, { operation: name, section: "", path: "" }, is, was);
      return largestBump([bumpFor(findings), direction === "response" ? closedBump(findings) : "none"]);
    });
  });
  return largestBump(bumps);
}

/** A new field is breaking for users who validate results with the previous schema, which allows no others. */
function closedBump(findings: readonly Finding[]): Bump {
  const isClosed = ({ at }: Finding) => isRecord(at.value) && at.value["additionalProperties"] === false;
  return findings.some((finding) => finding.kind === "field-added" && isClosed(finding)) ? "major" : "none";
}

/** Reads the schemas, which are JSON in the generated module. */
function actionSchemas(files: DerivedFiles, constant: string): Map<string, DocumentNode> {
  const text = textOf(files, ACTION_SCHEMAS);
  const json = new RegExp(`export const ${constant}\\b[^=]*= (\\{[\\s\\S]*?\\n\\});`).exec(text)?.[1];
  if (json === undefined) throw new ComparisonError(`${ACTION_SCHEMAS}: has no ${constant}`);
  const schemas = Object.entries(JSON.parse(json) as Record<string, unknown>);
  return new Map(schemas.map(([name, schema]) => [name, singleDocument(schema)]));
}

function textOf(files: DerivedFiles, file: string): string {
  const text = files.get(file);
  if (text === undefined) throw new ComparisonError(`${file} is missing; run pnpm generate first`);
  return text;
}
