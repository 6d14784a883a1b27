import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FOLDERS = ["packages", "scripts", "tests", "bench", "examples"];
const NOT_SEARCHED = ["node_modules", "dist", "browser"];

/** Imports of types, which do not exist at run time. */
const TYPE_IMPORT = /(?:^|\n)\s*(?:import|export)\s+type\b[^;"]*?"[^"]+"/g;
const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^;"]*?"([^"]+)"|\bimport\("([^"]+)"\)/g;
/** Modules that a test starts as a process are named in a string. */
const NAMED_FILE = /["'`]([\w./-]+\.(?:ts|mjs|js))["'`]/g;
/** The spec folder or the document bundled from it, as a string. */
const READS_SPEC = /["'`](?:\.\.\/)*spec(?:["'`]|\/(?![\w./-]*\.ts["'`]))|openapi\.(?:json|yaml)["'`]/;

/**
 * Lists the tests that a change of the spec can affect: those that read the spec, and those that load a changed file,
 * directly or through other files. The built packages count as their sources.
 *
 * @param changed paths relative to the root.
 */
export function touchedTests(root: string, changed: readonly string[]): string[] {
  const files = new Map(
    FOLDERS.flatMap((folder) => filesBelow(root, folder)).map((file) => [file, loaded(root, file)]),
  );
  const users = new Map<string, string[]>();
  for (const [file, { imports }] of files)
    for (const target of imports) users.set(target, [...(users.get(target) ?? []), file]);
  const touched = new Set([...changed, ...[...files].filter(([, { readsSpec }]) => readsSpec).map(([file]) => file)]);
  for (const file of touched) for (const user of users.get(file) ?? []) touched.add(user);
  return [...touched].filter((file) => file.endsWith(".test.ts")).sort();
}

function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_SEARCHED.includes(entry.name) ? [] : filesBelow(root, file);
    return /\.(ts|mjs)$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [file] : [];
  });
}

function loaded(root: string, file: string): { imports: string[]; readsSpec: boolean } {
  const text = readFileSync(path.join(root, file), "utf8").replaceAll(TYPE_IMPORT, "\n");
  const named = [...text.matchAll(IMPORT)].map(([, name, other]) => name ?? other ?? "");
  const started = [...text.matchAll(NAMED_FILE)].map(([, name = ""]) => name);
  const near = path.posix.dirname(file);
  const imports = [
    ...named.flatMap((name) => (name.startsWith(".") ? path.posix.join(near, name) : sourceOf(root, name))),
    ...started.flatMap((name) => [path.posix.join(near, name), path.posix.normalize(name)]),
  ];
  return { imports: [...new Set(imports)], readsSpec: READS_SPEC.test(text) };
}

/** The source of a package of this repository: of the entry, if a module has its name, or else of the package. */
function sourceOf(root: string, name: string): string[] {
  const [scope, folder = "", entry = "index"] = name.split("/");
  if (scope !== "@modulex-instantly") return [];
  const source = `packages/${folder}/src/`;
  return [`${source}${existsSync(path.join(root, `${source}${entry}.ts`)) ? entry : "index"}.ts`];
}
