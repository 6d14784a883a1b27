import type { FoundOperation } from "../../spec/operations.ts";
import { followReference } from "../../spec/reference.ts";
import { table } from "../markdown/table.ts";
import { code, codeBlock, escapeMarkdown, inline, plainText } from "../markdown/text.ts";
import { pagePath, relativeLink } from "../page-path.ts";
import { effectText } from "../parts/effect-text.ts";
import { evidenceText } from "../parts/evidence.ts";
import { exampleGroup } from "../parts/example-group.ts";
import { fieldList, fieldsOf } from "../parts/field-list.ts";
import type { PageContext } from "../parts/page-context.ts";
import { typeText } from "../parts/type-text.ts";
import { bodyExamples } from "../source/body-example.ts";
import { bodyOf, evidenceOf, parameterSchema, responseId, responsesOf } from "../source/operation-parts.ts";
import { sampleTabs } from "../source/sample-tabs.ts";
import type { SiteSource } from "../source/site-source.ts";
import type { Page } from "./page.ts";

const WORKSPACE_LIMIT = "100 requests per second and 6,000 per minute, shared by the workspace";

/** The page of an operation: how to call it, and everything in the spec. */
export function operationPage(source: SiteSource, found: FoundOperation): Page {
  const { document } = source;
  const { operation, method, pathTemplate } = found;
  const context = { document, page: pagePath.operation(operation.operationId) };
  const tabs = sampleTabs(source, found).map(({ title, language, text }) => codeBlock(text, language, title));
  const parts = [
    `# ${escapeMarkdown(operation.summary)}`,
    `\`${method} ${pathTemplate}\``,
    `::: code-group\n\n${tabs.join("\n\n")}\n\n:::`,
    operation.description?.trim(),
    facts(source, found),
    parameters(found, "path", context),
    parameters(found, "query", context),
    requestBody(found, context),
    ...responses(source, found),
    errors(source, found),
  ];
  return {
    path: context.page,
    title: operation.summary,
    description: plainText(operation.description).slice(0, 160),
    source: source.specFileOf(pathTemplate),
    body: parts.filter(Boolean).join("\n\n"),
  };
}

/** The list of all operations. */
export function operationIndexPage({ operations }: SiteSource): Page {
  const rows = operations.map(({ operation, method, pathTemplate }) => [
    `[${escapeMarkdown(operation.summary)}](${relativeLink(pagePath.operations, pagePath.operation(operation.operationId))})`,
    code(`${method} ${pathTemplate}`),
    operation["x-effect"],
  ]);
  return {
    path: pagePath.operations,
    title: "Operations",
    description: "The operations of the Instantly V2 API that the packages cover.",
    source: "spec/openapi.yaml",
    body: `# Operations

The operations of the Instantly V2 API that have a method of the client. Every other route can be called with
[\`request\`](${relativeLink(pagePath.operations, pagePath.guide("docs/other-routes.md"))}).

${table(["Operation", "Route", "Effect"], rows)}`,
  };
}

function facts(source: SiteSource, { operation }: FoundOperation): string {
  const page = pagePath.operation(operation.operationId);
  const own = operation["x-rate-limit"];
  const pages = operation["x-pagination"];
  const users = source.actions.filter(({ action }) => action.http.operation === operation.operationId);
  const actions = users.map(
    ({ action }) => `[\`${action.name}\`](${relativeLink(page, pagePath.action(action.name))})`,
  );
  const rows: (readonly [string, string | undefined])[] = [
    ["Operation", code(operation.operationId)],
    ["Effect", `${code(operation["x-effect"])} ${effectText[operation["x-effect"]]}`],
    [actions.length === 1 ? "Action" : "Actions", actions.length === 0 ? undefined : actions.join(", ")],
    ["Scopes", `any one of ${operation["x-scopes"].map(code).join(", ")}`],
    [
      "Limits",
      own ? `${own.requests} requests per ${own.windowMs / 1000} seconds; ${WORKSPACE_LIMIT}` : WORKSPACE_LIMIT,
    ],
    [
      "Pages",
      pages &&
        `${code(pages["nextField"] ?? "")} of the response goes into ${code(pages["cursorField"] ?? "")} of the next ${pages["cursorIn"]}; it is ${inline(pages["cursorIs"])}. Order: ${inline(pages["order"])}.`,
    ],
    ["Evidence", evidenceText(evidenceOf(operation))],
  ];
  const known = rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return table(["", ""], known);
}

function parameters({ operation }: FoundOperation, where: "path" | "query", context: PageContext): string | undefined {
  const chosen = (operation.parameters ?? []).filter((parameter) => parameter.in === where);
  if (chosen.length === 0) return undefined;
  const fields = chosen.map((parameter) => ({
    name: parameter.name,
    isRequired: parameter.required ?? false,
    schema: parameterSchema(parameter),
  }));
  return `## ${where === "path" ? "Path" : "Query"} {#${where}}\n\n${fieldList(fields, `${where}-`, context)}`;
}

function requestBody({ operation }: FoundOperation, context: PageContext): string | undefined {
  const body = bodyOf(operation);
  if (!body) return undefined;
  const parts = [
    "## Body {#body}",
    typeText(body.schema, context),
    followReference(context.document, body.schema).description?.trim(),
    exampleGroup(bodyExamples(context.document, body)),
    fieldList(fieldsOf(body.schema, context), "body-", context),
  ];
  return parts.filter(Boolean).join("\n\n");
}

function responses({ document }: SiteSource, { operation }: FoundOperation): string[] {
  const context = { document, page: pagePath.operation(operation.operationId), isResponse: true };
  const successful = responsesOf(document, operation).filter(({ isSuccess }) => isSuccess);
  return successful.map(({ status, description, json }, index) => {
    const id = responseId(index, status);
    const parts = [
      `## ${successful.length > 1 ? `Response ${status}` : "Response"} {#${id}}`,
      `${code(status)} ${inline(description)}`,
      exampleGroup(bodyExamples(document, json)),
      json && typeText(json.schema, context),
      json && fieldList(fieldsOf(json.schema, context), `${id}-`, context),
    ];
    return parts.filter(Boolean).join("\n\n");
  });
}

function errors({ document, errorCodes }: SiteSource, { operation }: FoundOperation): string {
  const page = pagePath.operation(operation.operationId);
  const failed = responsesOf(document, operation).filter(({ isSuccess }) => !isSuccess);
  const rows = failed.map(({ status, description, json }) => {
    const found = errorCodes.get(status);
    const [example] = bodyExamples(document, json);
    const errorPage = relativeLink(page, `${pagePath.guide("docs/errors.md")}#${found}`);
    return [
      code(status),
      found === undefined ? "" : `[\`${found}\`](${errorPage})`,
      `${inline(description)}${example ? ` ${code(JSON.stringify(example.value))}` : ""}`,
    ];
  });
  return `## Errors {#errors}\n\n${table(["Status", "Code", "Description and an example of the body"], rows)}`;
}
