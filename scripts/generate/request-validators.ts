import path from "node:path";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import formats from "ajv-formats";
import { build } from "esbuild";
import type { JsonSchema } from "../spec/open-api-document.ts";
import type { RequestSchemas } from "./request-schemas.ts";

/**
 * Compiles the request schemas with the Ajv options of Fastify (coercion, defaults, unknown keys removed), so that the
 * sandbox compiles nothing at startup and returns the same messages as Fastify.
 *
 * @returns TypeScript that exports the validate functions by operation and part of the request.
 */
export async function requestValidators(
  schemas: Readonly<Record<string, RequestSchemas>>,
  shared: Readonly<Record<string, JsonSchema>>,
): Promise<string> {
  const ajv = new Ajv({
    coerceTypes: "array",
    useDefaults: true,
    removeAdditional: true,
    allErrors: false,
    strict: false,
    code: { source: true, esm: true },
  });
  (formats as unknown as { default: typeof formats.default }).default(ajv);
  for (const [name, schema] of Object.entries(shared)) ajv.addSchema(schema, name);
  const names: Record<string, string> = {};
  const rows: string[] = [];
  for (const [operationId, parts] of Object.entries(schemas)) {
    const cells = Object.entries(parts).map(([part, schema]) => {
      const name = `${operationId}_${part}`;
      ajv.addSchema(schema as object, name);
      names[name] = name;
      return `${part}: ${name}`;
    });
    rows.push(`  ${operationId}: { ${cells.join(", ")} },`);
  }
  const table = `const requestValidators = {\n${rows.join("\n")}\n};\nexport { requestValidators as compiled };`;
  const result = await build({
    stdin: {
      contents: `${standalone.default(ajv, names).replaceAll(/export const (\w+_(?:params|querystring|body))/g, "const $1")}\n${table}`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    // The bundle's comments contain file paths; the local folder must not appear in the output.
    absWorkingDir: path.resolve(import.meta.dirname, "../.."),
    format: "esm",
    target: "es2022",
    write: false,
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
  });
  const code = (result.outputFiles[0]?.text ?? "").replace(/export\s*\{\s*requestValidators as compiled\s*\};\s*$/, "");
  return [
    "// @ts-nocheck: compiled by Ajv from the request schemas and bundled; the one export is typed below.",
    'import type { RequestValidators } from "./request-validator.ts";',
    "",
    code
      .replaceAll("};var ", "};\nvar ")
      .replaceAll("}function ", "}\nfunction ")
      .replace(
        /var requestValidators=/,
        "\n/** The validate function of each part of each request. */\nexport const requestValidators: RequestValidators = ",
      ),
  ].join("\n");
}
