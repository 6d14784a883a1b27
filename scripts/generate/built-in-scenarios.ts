import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";

const FOLDER = "packages/sandbox/scenarios";
const NAMES = ["empty", "outreach", "replies", "pages"];
const root = path.resolve(import.meta.dirname, "../..");

/** The scenario files of the sandbox as a module, so that it needs neither files nor a parser for them. */
export async function builtInScenarios(): Promise<string> {
  const entries = NAMES.map(async (name) => {
    const scenario: unknown = parse(await readFile(path.join(root, FOLDER, `${name}.yaml`), "utf8"));
    return `  ${name}: ${JSON.stringify(scenario)},`;
  });
  return [
    `// Derived from ${FOLDER}/. Do not edit by hand: change the file there, then run \`pnpm generate\`.`,
    "",
    "/** The scenarios that can be loaded by name. */",
    `export const builtInScenarios: Readonly<Record<${NAMES.map((name) => JSON.stringify(name)).join(" | ")}, { readonly title: string; readonly [part: string]: unknown }>> = {`,
    ...(await Promise.all(entries)),
    "};",
    "",
  ].join("\n");
}
