import { childOf, childrenOf, isRecord } from "../drift/document/document-node.ts";
import type { OperationFacts } from "../drift/document/operation-facts.ts";
import { render, YamlText } from "../drift/edit/yaml-text.ts";
import { capitalized, kebabCase } from "../spec/handler-file.ts";
import type { SpecOperation } from "../spec/operation-examples.ts";
import type { FoundOperation } from "./find-operation.ts";
import type { RepositoryFiles } from "./repository-files.ts";
import { ScaffoldError } from "./scaffold-error.ts";
import { bodySchema, writeParameters, writeSchema } from "./spec-schemas.ts";
import { todo } from "./todo.ts";

const ROOT = "spec/openapi.yaml";
const SHARED_ERRORS: Readonly<Record<string, string>> = {
  "400": "BadRequest",
  "401": "Unauthorized",
  "402": "PaymentRequired",
  "403": "Forbidden",
  "404": "NotFound",
  "429": "TooManyRequests",
};
/** What every operation can respond with. The 403 is not published. */
const ALWAYS = ["401", "402", "403", "404", "429"];

/** Describes an operation in the spec: its path, parameters, schemas and examples, and the link from the root. */
export function writeSpec(files: RepositoryFiles, found: FoundOperation, own: readonly SpecOperation[]): void {
  const { facts, node, scopes, rateLimits } = found;
  const { id, method, path } = facts;
  const name = kebabCase(id);
  const parameters = writeParameters(files, node, name, exampleId(own, facts));
  const body = bodySchema(childOf(node, "requestBody"));
  const operation = {
    operationId: id,
    summary: todo("a title in your own words"),
    description: todo("what the call does, returns and refuses, in your own words, with evidence tags"),
    tags: [tagOf(files, facts)],
    ...(facts.isDeprecated ? { deprecated: true } : {}),
    "x-effect": effectOf(facts),
    ...(method === "GET" ? {} : { "x-reconcile": todo("reads, if reads show whether it happened, or undetermined") }),
    "x-scopes": scopes.length > 0 ? scopes : [todo("any one of these scopes allows the call")],
    ...(rateLimits ? { "x-rate-limit": rateLimits.length === 1 ? rateLimits[0] : todo("the strictest limit") } : {}),
    "x-evidence": ["S"],
    ...(parameters.length > 0 ? { parameters: parameters.map(($ref) => ({ $ref })) } : {}),
    ...(body ? { requestBody: requestBody(writeSchema(files, body, `${capitalized(id)}Request`)) } : {}),
    responses: responses(files, found, own),
  };
  const text = render({ [method.toLowerCase()]: operation });
  const file = pathFileOf(files, path);
  if (file !== undefined) {
    files.edit(file, (old) => `${old.trimEnd()}\n${text}`);
    return;
  }
  const created = pathFile(path);
  files.create(`spec/${created}`, text);
  files.edit(ROOT, (old) => {
    const yaml = new YamlText(old);
    const siblings = [...old.matchAll(/^ {2}(\/\S+):$/gm)].map(([, sibling = ""]) => sibling);
    const after = siblings.findLast((sibling) => sibling.split("/")[3] === path.split("/")[3]);
    yaml.addEntry(["paths"], path, { $ref: created }, after === undefined ? {} : { after });
    return yaml.toString();
  });
}

/** The id that the other operations of the resource have in their path, or else in a response. */
function exampleId(own: readonly SpecOperation[], { resource }: OperationFacts): unknown {
  const alike = own.filter(({ path }) => path.split("/")[3] === resource);
  const inPath = alike.flatMap(({ parameters }) => parameters.filter((each) => each.in === "path"));
  const returned = alike.flatMap(({ responses: all }) =>
    Object.values(all).flatMap(({ examples }) => Object.values(examples)),
  );
  const ids = returned.map((value) => (isRecord(value) ? value["id"] : undefined));
  return [...inPath.map(({ example }) => example), ...ids].find((id) => id !== undefined);
}

/** The effect where the method decides it: a POST can be any, and decides whether an email is sent twice. */
export function effectOf({ method }: OperationFacts): string {
  const known: Readonly<Record<string, string>> = { GET: "read", PATCH: "update", DELETE: "delete" };
  return known[method] ?? todo("read, create, update, delete or send; when in doubt, send");
}

/** The file that describes a path already. */
function pathFileOf(files: RepositoryFiles, path: string): string | undefined {
  const lines = files.read(ROOT).split("\n");
  const file = lines[lines.indexOf(`  ${path}:`) + 1]?.match(/^ {4}\$ref: (\S+)$/)?.[1];
  return lines.includes(`  ${path}:`) && file !== undefined ? `spec/${file}` : undefined;
}

/** The file for a path, named after it: `paths/campaign-pause.yaml` for `/api/v2/campaigns/{id}/pause`. */
function pathFile(path: string): string {
  const segments = path.split("/").slice(3);
  const words = segments.flatMap((segment, index) => {
    if (segment === "{id}") return [];
    return [segments[index + 1] === "{id}" ? segment.replace(/s$/, "") : segment];
  });
  return `paths/${words.join("-")}.yaml`;
}

function tagOf(files: RepositoryFiles, { resource }: OperationFacts): string {
  for (const file of files.list("spec/paths")) {
    const route = new RegExp(`^  /api/v2/${resource}(/\\S*)?:\\n    \\$ref: paths/${file}$`, "m");
    const tag = /tags: \[(\w+)\]/.exec(files.read(`spec/paths/${file}`))?.[1];
    if (tag !== undefined && route.test(files.read(ROOT))) return tag;
  }
  return todo(`the tag of ${resource}`);
}

function requestBody({ $ref, example, shortExample }: ReturnType<typeof writeSchema>): object {
  const examples = {
    first: { summary: todo("what it shows; rename it"), value: example ?? {} },
    second: { summary: todo("what it shows; rename it"), value: shortExample ?? {} },
  };
  return {
    required: true,
    description: todo("what to send"),
    content: { "application/json": { schema: { $ref }, examples } },
  };
}

function responses(files: RepositoryFiles, { facts, node }: FoundOperation, own: readonly SpecOperation[]): object {
  const published = childrenOf(childOf(node, "responses")).filter(([status]) => /^[1-5]\d\d$/.test(status));
  const entries = published
    .filter(([status]) => status.startsWith("2"))
    .map(([status, response]) => {
      const schema = bodySchema(response);
      if (!schema)
        throw new ScaffoldError(
          `${facts.method} ${facts.path}: its ${status} has no JSON body, which the client requires`,
        );
      const isFirst = status === facts.successStatus;
      const written = writeSchema(files, schema, `${capitalized(facts.id)}Response${isFirst ? "" : status}`);
      const examples = writeExamples(files, facts, written, own, isFirst ? "" : `-${status}`);
      return [
        status,
        {
          description: todo("what comes back"),
          content: { "application/json": { schema: { $ref: written.$ref }, examples } },
        },
      ] as const;
    });
  if (entries.length === 0) throw new ScaffoldError(`${facts.method} ${facts.path}: the document describes no success`);
  const failures = [...new Set([...ALWAYS, ...published.map(([status]) => status).filter((status) => status >= "4")])];
  for (const status of failures.sort()) {
    const shared = SHARED_ERRORS[status];
    entries.push([
      status,
      (shared === undefined
        ? {
            description: todo("when it comes"),
            content: { "application/json": { schema: { $ref: "../schemas/ApiError.yaml" } } },
          }
        : { $ref: `../responses/${shared}.yaml` }) as never,
    ]);
  }
  return Object.fromEntries(entries);
}

/** Writes two examples of a response. Those of an operation with the same response are copied. */
function writeExamples(
  files: RepositoryFiles,
  { id }: OperationFacts,
  { $ref, example, shortExample }: ReturnType<typeof writeSchema>,
  own: readonly SpecOperation[],
  suffix: string,
): object {
  const schema = `#/components/schemas/${$ref.split("/").at(-1)?.replace(".yaml", "")}`;
  const alike = own.flatMap(({ responses: all }) => Object.values(all)).find((body) => body.schema.$ref === schema);
  const [first = example, second = shortExample] = Object.values(alike?.examples ?? {});
  const values = { first: first ?? {}, second: second ?? first ?? {} };
  const folder = `examples/${kebabCase(id)}`;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const file = `${folder}/${name}${suffix}.yaml`;
      files.create(`spec/${file}`, render({ summary: todo("what it shows; rename the file"), value }));
      return [name, { $ref: `../${file}` }];
    }),
  );
}
