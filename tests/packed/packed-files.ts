/** The allowed files of a tarball, in addition to those checked in detail. */
const ALLOWED = [
  "package.json",
  "README.md",
  "LICENSE",
  "CHANGELOG.md",
  "openapi.json",
  "dist/actions.json",
  "dist/modulex.json",
  "bin/modulex-instantly-sandbox.js",
  "bin/modulex-instantly-mcp.js",
  "bin/modulex-instantly.js",
  "server.json",
  "dist/third-party.txt",
];
const REQUIRED = ["package.json", "README.md", "LICENSE"];
// The file name of a lazily loaded module has a hash, and no folder.
const BUILT = /^dist\/(?<module>.+?)(?<hash>-[A-Z0-9]{8})?\.(js|js\.map|d\.ts|d\.ts\.map)$/;
/** What an entry shares with the modules that it loads on demand. */
const SHARED = /^dist\/chunk-[A-Z0-9]{8}\.js(\.map)?$/;
const SOURCE = /^src\/(?<module>.+)\.ts$/;
/** Scenario files, and the built page of the sandbox. */
const DATA = /^(scenarios\/[a-z-]+\.yaml|ui\/(assets\/)?[\w.-]+\.(html|js|css|svg|woff2|txt))$/;
const TEST = /\.(test|test-d|bench|spec)\.|(^|\/)(tests?|__\w+__|fixtures?)\//;

/**
 * Checks the files of a tarball against an allowlist, so that unexpected files are named. A built file without its
 * source is left over from an earlier build and would be published as dead code.
 *
 * @param version of the package. Changesets writes the changelog with the first one, so only 0.0.0 has none.
 * @param entry `index` for a library, `bin` for a package that is only a command.
 */
export function packedFileProblems(
  files: readonly string[],
  version: string,
  entry: "index" | "bin" = "index",
): string[] {
  const sources = new Set(files.map((file) => SOURCE.exec(file)?.groups?.["module"]));
  const built = new Set(files.map((file) => BUILT.exec(file)?.groups?.["module"]));
  const entries = [`dist/${entry}.js`, `dist/${entry}.d.ts`, `src/${entry}.ts`];
  const required = [...REQUIRED, ...entries, ...(version === "0.0.0" ? [] : ["CHANGELOG.md"])];
  const problems = required.filter((name) => !files.includes(name)).map((name) => `${name} is missing`);
  for (const file of files) {
    const { module: from, hash } = BUILT.exec(file)?.groups ?? {};
    const source = SOURCE.exec(file)?.groups?.["module"];
    if (TEST.test(file)) problems.push(`${file} is a test`);
    else if (SHARED.test(file)) continue;
    else if (from !== undefined && !sources.has(from) && !(hash !== undefined && isInAFolder(from, sources)))
      problems.push(`${file} has no source src/${from}.ts: rebuild the package`);
    else if (source !== undefined && !built.has(source)) problems.push(`${file} is not built: pnpm build`);
    else if (from === undefined && source === undefined && !ALLOWED.includes(file) && !DATA.test(file)) {
      problems.push(`${file} is not on the list of allowed files`);
    }
  }
  return problems;
}

function isInAFolder(module: string, sources: ReadonlySet<string | undefined>): boolean {
  return [...sources].some((source) => source?.endsWith(`/${module}`));
}
