import path from "node:path";
import ts from "typescript";
import type { SourceFile } from "./source-files.ts";
import { isTest } from "./source-files.ts";

/** The parts of a package.json that are read. */
export interface PackageManifest {
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The dependency order of the design: the packages of this repository that a package may import. */
export const arrow: Readonly<Record<string, readonly string[]>> = {
  types: [],
  client: ["types"],
  actions: ["client", "types"],
  sandbox: ["types"],
  inspector: ["sandbox"],
  mcp: ["actions", "client", "types", "sandbox"],
  cli: ["actions", "client", "types", "sandbox"],
};

const SCOPE = "@modulex-instantly/";

/**
 * Lists imports that violate the dependency order, reach into another package's files, or are missing in package.json.
 * Tests may use the sandbox and files in `tests/`.
 */
export function importProblems(
  files: readonly SourceFile[],
  manifests: Readonly<Record<string, PackageManifest>>,
): string[] {
  const known = new Set(files.map((file) => file.path));
  return files.flatMap((file) => {
    const [, name = ""] = file.path.split("/");
    const judge = (specifier: string): string | undefined =>
      specifier.startsWith(".")
        ? relativeProblem(file, specifier, known)
        : specifier.startsWith(SCOPE)
          ? ownProblem(file, name, specifier, manifests)
          : foreignProblem(file, name, specifier, manifests);
    return ts
      .preProcessFile(file.text, true, true)
      .importedFiles.map(({ fileName }) => [fileName, judge(fileName)] as const)
      .flatMap(([specifier, problem]) =>
        problem === undefined ? [] : [`${file.path} imports ${specifier}: ${problem}`],
      );
  });
}

function relativeProblem(file: SourceFile, specifier: string, known: ReadonlySet<string>): string | undefined {
  const target = path.posix.join(path.posix.dirname(file.path), specifier);
  const source = `${file.path.split("/").slice(0, 3).join("/")}/`;
  const ownTests = source.replace(/src\/$/, "tests/");
  if (isTest(file) && (target.startsWith("tests/") || target.startsWith(ownTests))) return undefined;
  if (!target.startsWith(source)) return "it is outside the package's own sources";
  // Style sheets are for the bundler.
  if (specifier.endsWith(".css")) return undefined;
  if (!/\.tsx?$/.test(specifier)) return "the extension .ts or .tsx is missing";
  return known.has(target) ? undefined : "the file does not exist";
}

function ownProblem(
  file: SourceFile,
  name: string,
  specifier: string,
  manifests: Readonly<Record<string, PackageManifest>>,
): string | undefined {
  const [other = "", ...subpath] = specifier.slice(SCOPE.length).split("/");
  const allowed = [...(arrow[name] ?? []), ...(isTest(file) ? ["sandbox", name] : [])];
  if (arrow[name] === undefined) return `${name} is not in the dependency order`;
  if (!allowed.includes(other)) {
    return arrow[name].length > 0
      ? `${name} may only import ${arrow[name].join(" and ")}`
      : `${name} may not import packages of this repository`;
  }
  const entry = subpath.length === 0 ? "." : `./${subpath.join("/")}`;
  return manifests[other]?.exports?.[entry] === undefined ? `${other} does not export ${entry}` : undefined;
}

function foreignProblem(
  file: SourceFile,
  name: string,
  specifier: string,
  manifests: Readonly<Record<string, PackageManifest>>,
): string | undefined {
  if (specifier.startsWith("node:")) return undefined;
  const wanted = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  const { dependencies, optionalDependencies, peerDependencies } = manifests[name] ?? {};
  if (isTest(file) || wanted in { ...dependencies, ...optionalDependencies, ...peerDependencies }) return undefined;
  return `package.json of ${name} does not depend on ${wanted}`;
}
