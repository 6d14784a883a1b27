import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import type { JsonSchema } from "../spec/open-api-document.ts";

/**
 * Compiles the input schemas to one self-contained module with Ajv, so that no compilation and no `eval` is needed at
 * run time.
 *
 * @returns JavaScript that exports one validate function per action name.
 */
export async function validators(schemas: Readonly<Record<string, JsonSchema>>): Promise<string> {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    messages: false,
    verbose: false,
    code: { source: true, esm: true },
  });
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);
  const names = Object.fromEntries(Object.keys(schemas).map((name) => [name, name]));
  const result = await build({
    stdin: { contents: standalone.default(ajv, names), resolveDir: import.meta.dirname },
    bundle: true,
    // Comments of the bundle name files by it; the folder of whoever runs this must not be in the output.
    absWorkingDir: path.resolve(import.meta.dirname, "../.."),
    format: "esm",
    target: "es2022",
    write: false,
    minifySyntax: true,
    legalComments: "none",
  });
  return result.outputFiles[0]?.text ?? "";
}
