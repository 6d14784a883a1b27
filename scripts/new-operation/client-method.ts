import type { OperationFacts } from "../drift/document/operation-facts.ts";
import { capitalized } from "../spec/handler-file.ts";
import type { RepositoryFiles } from "./repository-files.ts";
import { ScaffoldError } from "./scaffold-error.ts";
import { todo } from "./todo.ts";

/** The table of the page of the sandbox that copies requests as code for the client. */
export const COPIED_CODE = "packages/inspector/src/log/client-methods.ts";

/** A method of the client: the resource, its file, and the name. */
export interface ClientMethod {
  /** As a property of the client, such as `leadLists`. */
  readonly resource: string;
  readonly file: string;
  readonly name: string;
}

/** Where the method of an operation belongs, named as in the other resources. */
export function clientMethod({ method, path, resource, isList }: OperationFacts): ClientMethod {
  const [last = ""] = path.split("/").slice(4).reverse();
  const words = last === "{id}" || last === "" ? [] : last.split("-");
  const name = words.map((word, index) => (index === 0 ? word : capitalized(word))).join("");
  const plain: Readonly<Record<string, string>> = {
    GET: isList ? "list" : "get",
    POST: "create",
    PATCH: "update",
    DELETE: last === "{id}" ? "delete" : "deleteMany",
  };
  return {
    resource: camelCase(resource),
    file: `packages/client/src/resources/${resource}.ts`,
    name: name === "" ? (plain[method] ?? method.toLowerCase()) : name,
  };
}

/** The implementation of the method, without indentation. */
export function methodCode(facts: OperationFacts): string {
  const { id, hasPathId, input, isList } = facts;
  const { name } = clientMethod(facts);
  if (isList && name === "list") {
    return `...listOperation<${itemType(facts)}, ${inputType(facts)}>(operations.${id}, request),`;
  }
  const given = [...(hasPathId ? ["id"] : []), ...(input ? ["input"] : [])];
  const parts = [...(hasPathId ? ["id"] : []), ...(input ? [`${input}: input`] : [])];
  const sent = parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
  return `${name}: (${[...given, "options"].join(", ")}) => request(operations.${id}, ${sent}, options),`;
}

/** The row of the method in that table. */
export function copiedRow(facts: OperationFacts): string {
  const { resource, name } = clientMethod(facts);
  const parameters = [...(facts.hasPathId ? ["id"] : []), ...(facts.input ? ["input"] : [])];
  const row = [`${resource}.${name}`, ...parameters].map((each) => JSON.stringify(each)).join(", ");
  return `  ${facts.id}: [${row}],\n`;
}

/**
 * Adds the method to the file of its resource.
 *
 * @throws ScaffoldError if the client has no such resource, or the resource has such a method.
 */
export function writeClientMethod(files: RepositoryFiles, facts: OperationFacts): void {
  const { file, name, resource } = clientMethod(facts);
  if (!files.has(file)) {
    const known = files.list("packages/client/src/resources").map((each) => each.replace(".ts", ""));
    throw new ScaffoldError(
      `${facts.path}: the client has no resource ${facts.resource}; it has ${known.join(", ")}. Add ${file} and ` +
        `client.${resource} first: see "Adding a resource" in CONTRIBUTING.md`,
    );
  }
  const text = files.read(file);
  if (facts.isList) throw new ScaffoldError(`${file}: a list is a ListOperation of its resource; add it by hand`);
  if (new RegExp(`^  ${name}\\(`, "m").test(text))
    throw new ScaffoldError(`${file} has a method ${name} already; add the operation by hand`);
  const types = typesOf(facts);
  files.edit(file, (old) => withTypes(old, types));
  files.insertBefore(file, /^\}\n/m, declaration(facts, name));
  files.insertBefore(file, /^ {2}\};\n\}/m, `    ${methodCode(facts)}\n`);
  exportTypes(files, types);
  files.insertBefore(COPIED_CODE, /^\};/m, copiedRow(facts));
  // The table of what is covered.
  const last = new RegExp(`(\`${resource}\\.\\w+\`) \\|$`, "m");
  files.edit("README.md", (old) => old.replace(last, `$1, \`${resource}.${name}\` |`));
}

function declaration(facts: OperationFacts, name: string): string {
  const parameters = [
    ...(facts.hasPathId ? ["id: string"] : []),
    ...(facts.input ? [`input: ${inputType(facts)}`] : []),
    "options?: CallOptions",
  ];
  return [
    "  /**",
    `   * ${todo("one sentence that says what it does")}`,
    "   *",
    "   * @throws InstantlyError any error of the call.",
    ...(facts.isDeprecated ? [`   * @deprecated ${todo("what to use instead")}`] : []),
    "   */",
    `  ${name}(${parameters.join(", ")}): Promise<${outputType(facts)}>;`,
    "",
  ].join("\n");
}

function inputType({ id, hasPathId }: OperationFacts): string {
  const type = `${capitalized(id)}Input`;
  return hasPathId ? `Omit<${type}, "id">` : type;
}

function outputType({ id, entity }: OperationFacts): string {
  return entity ?? `${capitalized(id)}Output`;
}

function itemType({ id, entity }: OperationFacts): string {
  return entity ?? `${capitalized(id)}Output["items"][number]`;
}

/** The types of `@modulex-instantly/types` that the method names. */
function typesOf(facts: OperationFacts): string[] {
  return [...(facts.input ? [`${capitalized(facts.id)}Input`] : []), outputType(facts)];
}

function withTypes(text: string, types: readonly string[]): string {
  return text.replace(/import type \{([^}]*)\} from "@modulex-instantly\/types";/, (_, list: string) => {
    const named = list.split(",").map((each) => each.trim());
    const all = [...new Set([...named, ...types])].filter((each) => each !== "");
    return `import type { ${all.sort().join(", ")} } from "@modulex-instantly/types";`;
  });
}

/** Whoever calls the method can name its types. */
function exportTypes(files: RepositoryFiles, types: readonly string[]): void {
  files.edit("packages/client/src/index.ts", (text) =>
    text.replace(/export type \{([^}]*)\} from "@modulex-instantly\/types";/, (statement, list: string) => {
      const named = list.split(",").map((each) => each.trim());
      const missing = types.filter((each) => !named.includes(each));
      if (missing.length === 0) return statement;
      const all = [...named, ...missing].filter((each) => each !== "").sort();
      return `export type {\n  ${all.join(",\n  ")},\n} from "@modulex-instantly/types";`;
    }),
  );
}

/** Converts `lead-lists` to `leadLists`. */
function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
