import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

interface PackageFile {
  readonly name: string;
  readonly folder: string;
  readonly packageManager?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
}

/** Commands that exist on every machine and are not checked. */
const COMMON = ["cd", "export", "git", "curl", "echo", "cat", "jq"];
const PNPM = ["install", "add", "exec", "run"];

/** Checks that the commands of a block exist: scripts, packages and programs of this repository. */
export function shellProblems(code: string, root: string): string[] {
  const commands = code
    .replaceAll("\\\n", " ")
    .replaceAll(/(^|\s)#.*$/gm, "")
    // What is quoted is data, with its line ends and bars.
    .replaceAll(/'[^']*'/g, "''")
    .split(/\n|&&|\|\||[;|](?=\s)/)
    .map((command) => command.trim())
    .filter(Boolean);
  return commands.flatMap((command) => commandProblem(command, root) ?? []);
}

function commandProblem(command: string, root: string): string | undefined {
  const words = command.split(/\s+/).filter((word) => !/^[A-Z_]+=/.test(word));
  const [program, ...rest] = words.filter((word) => word !== "-y");
  if (program === undefined || COMMON.includes(program)) return undefined;
  const own = readPackage(root);
  if (program === "pnpm") return scriptProblem(rest, own, root);
  if (program === "npm" && rest[0] === "install") return packagesProblem(rest.slice(1), root);
  if (program === "npx") {
    const [name = "", ...more] = rest;
    if (!name.startsWith("pnpm@")) return programProblem(name, root);
    const wanted = own.packageManager?.split("+")[0];
    return name === wanted ? scriptProblem(more, own, root) : `${command}: this repository uses ${wanted}`;
  }
  const isScript = program === "node" && /^[^-]/.test(rest[0] ?? "");
  if (isScript || /^[./]/.test(program)) {
    const file = (isScript && rest[0]) || program;
    return existsSync(path.join(root, file)) ? undefined : `${file} does not exist`;
  }
  return programProblem(program, root);
}

function scriptProblem([script = "", ...rest]: readonly string[], own: PackageFile, root: string): string | undefined {
  if (script === "run" || script === "exec") return scriptProblem(rest, own, root);
  if (script === "--dir") return scriptProblem(rest.slice(1), readPackage(path.join(root, rest[0] ?? "")), root);
  if (script === "add") return packagesProblem(rest, root);
  const isThere =
    PNPM.includes(script) || script in (own.scripts ?? {}) || existsSync(path.join(root, "node_modules/.bin", script));
  return isThere ? undefined : `pnpm ${script}: package.json has no such script`;
}

function packagesProblem(words: readonly string[], root: string): string | undefined {
  const names = packagesOf(root).map(({ name }) => name);
  const unknown = words.find((word) => word.startsWith("@modulex-instantly/") && !names.includes(word));
  return unknown && `${unknown} is not a package of this repository`;
}

/** A program must be a `bin` of a built package of this repository, called by its name or by the package's name. */
function programProblem(program: string, root: string): string | undefined {
  const ours = packagesOf(root).filter(({ name, bin = {} }) => program === name || program in bin);
  const files = ours.flatMap(({ folder, bin = {} }) => Object.values(bin).map((file) => path.join(folder, file)));
  if (files.length === 0) return `${program} is not known; use the language text if it need not exist`;
  const missing = files.find((file) => !existsSync(file));
  return missing && `${program}: ${path.relative(root, missing)} is not built`;
}

function packagesOf(root: string): PackageFile[] {
  const folders = readdirSync(path.join(root, "packages")).map((name) => path.join(root, "packages", name));
  return folders.filter((folder) => existsSync(path.join(folder, "package.json"))).map(readPackage);
}

function readPackage(folder: string): PackageFile {
  return { ...JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")), folder } as PackageFile;
}
