import type { JsonSchema, OpenApiDocument } from "../spec/open-api-document.ts";

/** The constants of a coded field, as the spec names them in `x-constants`. */
interface Constants {
  /** The name of the constant object and of its type. */
  readonly name: string;
  /** A pattern of the start of every value that the names leave out. */
  readonly prefix?: string;
}

/**
 * Derives constants with readable names for the coded fields that have `x-constants`, and their meanings.
 *
 * @throws Error naming the schema whose values have no meaning or whose names are not distinct.
 */
export function codeConstants(document: OpenApiDocument): string {
  return schemasWithConstants(document)
    .map(([constants, schema]) => constantOf(constants, schema))
    .join("\n");
}

function schemasWithConstants(node: unknown): [Constants, JsonSchema][] {
  if (typeof node !== "object" || node === null) return [];
  const constants = (node as JsonSchema)["x-constants"] as Constants | undefined;
  const inner = Object.values(node).flatMap(schemasWithConstants);
  return constants ? [[constants, node as JsonSchema], ...inner] : inner;
}

function constantOf({ name, prefix = "" }: Constants, schema: JsonSchema): string {
  const meanings = schema["x-enumDescriptions"] as Readonly<Record<string, string>> | undefined;
  if (!meanings) throw new Error(`${name}: x-constants needs x-enumDescriptions`);
  const isText = schema.type === "string";
  const rows = Object.entries(meanings)
    .map(([value, meaning]) => ({
      key: pascalCase(isText ? value.replace(new RegExp(`^${prefix}`), "") : (/^[^.,(]+/.exec(meaning)?.[0] ?? "")),
      value: isText ? JSON.stringify(value) : value,
      meaning,
    }))
    .toSorted((one, other) => (isText ? 0 : Number(one.value) - Number(other.value)));
  const repeated = rows.find(({ key }, at) => key === "" || rows.findIndex((row) => row.key === key) !== at);
  if (repeated) throw new Error(`${name}: ${repeated.value} has no name of its own: "${repeated.key}"`);
  const description = /^.*?\.(?= |$)/.exec(schema.description?.trim().replaceAll("\n", " ") ?? "")?.[0] ?? name;
  // The API may return, and a workspace may define, numbers without a meaning. Record costs compilers twice the work.
  const anyNumber = isText ? "" : " & { readonly [code: number]: string }";
  const labels = `${name[0]?.toLowerCase()}${name.slice(1)}Labels`;
  return [
    `/** ${description} */`,
    `export const ${name}: {`,
    ...rows.map(({ key, value, meaning }) => `  /** ${meaning} */\n  readonly ${key}: ${value};`),
    `} = { ${rows.map(({ key, value }) => `${key}: ${value}`).join(", ")} };`,
    `/** A value of \`${name}\`. */`,
    `export type ${name} = (typeof ${name})[keyof typeof ${name}];`,
    `/** The values of \`${name}\` in words. */`,
    `export const ${labels}: { readonly [Value in ${name}]: string }${anyNumber} = {`,
    ...rows.map(({ value, meaning }) => `  ${isText ? value : `[${value}]`}: ${JSON.stringify(meaning)},`),
    "};",
    "",
  ].join("\n");
}

function pascalCase(text: string): string {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`).join("");
}
