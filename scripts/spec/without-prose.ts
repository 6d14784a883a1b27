import ts from "typescript";
import { parse } from "yaml";

/** Keywords of OpenAPI and of this spec that only explain, and change nothing for a program. */
const PROSE = ["description", "summary", "example", "examples", "externalDocs", "x-derived", "x-evidence"];

/**
 * Descriptions in the JSON of a derived file: of a schema, and of the values in a field rule. A property called
 * `description` is not one of them, because it has a schema and not a string.
 */
const PROSE_IN_JSON = new RegExp(
  String.raw`"description": STRING,?|"values": \{(?:\s*STRING: STRING,?)*\s*\}`.replaceAll(
    "STRING",
    String.raw`"(?:[^"\\]|\\.)*"`,
  ),
  "g",
);

/**
 * Reduces a source file or a part of the spec to what a program sees: without comments, formatting, descriptions and
 * examples. Two texts with the same result need no release.
 *
 * @param file its path, which decides how it is read: TypeScript, JSON or YAML. Any other text is returned as it is.
 */
export function withoutProse(file: string, text: string): string {
  if (file.endsWith(".ts")) {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022);
    const printed = ts.createPrinter({ removeComments: true }).printFile(source);
    if (!file.endsWith(".gen.ts")) return printed;
    return printed.replaceAll(PROSE_IN_JSON, "").replaceAll(/\s+|,(?=\s*[}\]])/g, "");
  }
  return /\.(json|yaml)$/.test(file) ? JSON.stringify(stripped(parse(text), "")) : text;
}

/** The names of properties are not keywords: a property can be called `description`. */
function stripped(value: unknown, keyword: string): unknown {
  if (Array.isArray(value)) return value.map((item) => stripped(item, ""));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  // Without an enum, the described values are the known ones; their descriptions are prose.
  if (keyword === "x-enumDescriptions") return entries.map(([name]) => name);
  const isMapOfNames = keyword === "properties";
  return Object.fromEntries(
    entries
      .filter(([name]) => isMapOfNames || !(PROSE.includes(name) || (name === "x-enumDescriptions" && "enum" in value)))
      .map(([name, member]) => [name, stripped(member, isMapOfNames ? "" : name)]),
  );
}
