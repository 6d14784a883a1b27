import { writeFileSync } from "node:fs";
import path from "node:path";
import { runCommand } from "./run-command.ts";

/** The newest types of the oldest supported Node; 20.19.0 itself does not compile with TypeScript 6. */
export const nodeTypes = "@types/node@20.19.43";

/** The TypeScript versions whose users are served; the folder each is installed into by its alias. */
const typeScripts: Readonly<Record<string, string>> = {
  "typescript-5": "5.9.3",
  "typescript-6": "6.0.3",
  "typescript-7": "7.0.2",
};

/**
 * Picks the TypeScripts to compile with: one version, or all when none is named.
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

/** Compiles the consumers with every TypeScript in every way of finding modules, declarations included. */
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
      if (output !== `Version ${version}`) throw new Error(`${alias} calls itself ${output}, not ${version}`);
      await runCommand(process.execPath, [tsc, "-p", `tsconfig.${name}.json`], project);
      count += 1;
    }
  }
  return count;
}
