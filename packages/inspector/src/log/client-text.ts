import type { LoggedRequestDetail } from "@modulex-instantly/sandbox";
import { clientMethods } from "./client-methods.ts";
import { decoded, repeatable } from "./repeatable.ts";
import { safeJson } from "./safe-json.ts";

type Values = Readonly<Record<string, unknown>>;

/** What `request` of the client accepts; it refuses everything else. */
const METHOD = /^(?:GET|POST|PUT|PATCH|DELETE)$/;
const ROUTE = /^\/api\/v2(?:\/[^/]+)+$/;

/** The request as code for the client, a module for Node.js. The key comes from the environment. */
export function clientText(request: LoggedRequestDetail, baseUrl: string): string {
  const { notes, method, path, workspace } = repeatable(request);
  const isRefused = request.operation === null && !(METHOD.test(method) && ROUTE.test(path));
  return [
    ...notes.map((note) => `// ${note}`),
    ...(isRefused ? ["// The client refuses it: it only requests routes below /api/v2."] : []),
    "// The client reads the key from the environment variable INSTANTLY_API_KEY.",
    'import { createInstantlyClient } from "@modulex-instantly/client";',
    "",
    `const instantly = createInstantlyClient(${inline({ baseUrl, ...(workspace !== undefined && { workspaceId: workspace }) })});`,
    `console.log(await ${callText(request)});`,
    "",
  ].join("\n");
}

function callText(request: LoggedRequestDetail): string {
  const { method, path, query, body } = repeatable(request);
  const known = request.operation === null ? undefined : clientMethods[request.operation];
  if (known === undefined) {
    return `instantly.request(${literal({ method, ...route(path), ...(query && { query }), ...(body && { body }) })})`;
  }
  const [name, ...parameters] = known;
  const [, , , , id = ""] = path.split("/");
  const input: Values = { ...typedQuery(query ?? {}, request.query ?? {}), ...body };
  const given = parameters.map((parameter) => (parameter === "id" ? decodeURIComponent(id) : input));
  // A list needs no input.
  const isBare = name.endsWith(".list") && Object.keys(input).length === 0;
  return `instantly.${name}(${isBare ? "" : given.map(literal).join(", ")})`;
}

/** The values of a query with the types that the API gave them: in an address, all of them are texts. */
function typedQuery(sent: Values, read: Values): Values {
  const typed = Object.entries(sent).map(([name, value]) => {
    const type = typeof read[name];
    if (type === "number" && Number.isFinite(Number(value))) return [name, Number(value)];
    return [name, type === "boolean" && typeof value === "string" ? value === "true" : value];
  });
  return Object.fromEntries(typed) as Values;
}

/** A path in which everything but words is a parameter, as `request` wants it. */
function route(path: string): { readonly path: string; readonly params?: Values } {
  const params: Record<string, string> = {};
  const parts = path.split("/").map((part) => {
    if (/^(?!\.+$)[\w@.+-]*$/.test(part)) return part;
    const name = `value${Object.keys(params).length + 1}`;
    params[name] = decoded(part);
    return `{${name}}`;
  });
  return { path: parts.join("/"), ...(Object.keys(params).length > 0 && { params }) };
}

/** Options on one line. */
function inline(options: Readonly<Record<string, string>>): string {
  return `{ ${Object.entries(options)
    .map(([name, value]) => `${name}: ${literal(value)}`)
    .join(", ")} }`;
}

/** A value as a JavaScript literal: JSON, in which names have no quotes if they need none. */
function literal(value: unknown): string {
  // A string is on one line, and quotes in it are escaped: only names are followed by a quote and a colon.
  return safeJson(value, 2)
    .replaceAll(/^( *)"__proto__":/gm, '$1["__proto__"]:')
    .replaceAll(/^( *)"([A-Za-z_$][\w$]*)":/gm, "$1$2:");
}
