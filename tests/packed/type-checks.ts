import { writeFileSync } from "node:fs";
import path from "node:path";
import { runCommand } from "./run-command.ts";

/** The latest types for the oldest supported Node; those of 20.19.0 do not compile with TypeScript 6. */
export const nodeTypes = "@types/node@20.19.43";

/** The supported TypeScript versions, by the alias of the folder into which each is installed. */
const typeScripts: Readonly<Record<string, string>> = {
  "typescript-5": "5.9.3",
  "typescript-6": "6.0.3",
  "typescript-7": "7.0.2",
};

/**
 * Selects the TypeScript versions to compile with: one version, or all by default.
 *
 * @throws Error listing the known versions.
 */
export function wantedTypeScripts(version: string | undefined): Readonly<Record<string, string>> {
  const wanted = Object.entries(typeScripts).filter(([, known]) => !version || known === version);
  if (wanted.length === 0) {
    throw new Error(`TypeScript ${version} is none of ${Object.values(typeScripts).join(", ")}`);
  }
  return Object.fromEntries(wanted);
}

const resolutions = [
  { name: "nodenext", options: { module: "nodenext", moduleResolution: "nodenext" }, extra: ["use.cjs"] },
  { name: "bundler", options: { module: "esnext", moduleResolution: "bundler" }, extra: [] },
];

/** Compiles the consumers, including declarations, with every TypeScript version and every module resolution. */
export async function checkTypes(
  project: string,
  files: readonly string[],
  compilers: Readonly<Record<string, string>>,
): Promise<number> {
  let count = 0;
  for (const { name, options, extra } of resolutions) {
    const config = {
      extends: "./tsconfig.json",
      compilerOptions: { ...options, noEmit: true },
      files: [...files, ...extra],
    };
    writeFileSync(path.join(project, `tsconfig.${name}.json`), JSON.stringify(config));
    for (const [alias, version] of Object.entries(compilers)) {
      const tsc = path.join(project, "node_modules", alias, "bin/tsc");
      const output = (await runCommand(process.execPath, [tsc, "--version"], project)).trim();
      if (output !== `Version ${version}`) throw new Error(`${alias} reports version ${output}, not ${version}`);
      await runCommand(process.execPath, [tsc, "-p", `tsconfig.${name}.json`], project);
      count += 1;
    }
  }
  return count;
}
