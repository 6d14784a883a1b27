import type { FoundOperation } from "../../spec/operations.ts";
import { followReference } from "../../spec/reference.ts";
import { heading } from "../markup/anchor.ts";
import { codeBlock } from "../markup/code-block.ts";
import { evidenceText } from "../markup/evidence.ts";
import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";
import { inlineProse, plainText, prose } from "../markup/markdown.ts";
import { pagePath, relativeLink } from "../markup/page-path.ts";
import { effectText } from "../parts/effect-text.ts";
import { exampleBlocks } from "../parts/example-blocks.ts";
import { factList } from "../parts/fact-list.ts";
import { fieldList, fieldsOf } from "../parts/field-list.ts";
import type { PageContext } from "../parts/page-context.ts";
import { typeText } from "../parts/type-text.ts";
import { bodyExamples } from "../source/body-example.ts";
import { bodyOf, evidenceOf, parameterSchema, responseId, responsesOf } from "../source/operation-parts.ts";
import type { SiteSource } from "../source/site-source.ts";
import type { Page } from "./page.ts";

const WORKSPACE_LIMIT = "100 requests per second and 6,000 per minute, shared by the workspace";

/** The page of an operation: everything in the spec. */
export function operationPage(source: SiteSource, found: FoundOperation): Page {
  const { document, calls } = source;
  const { operation, method, pathTemplate } = found;
  const context = { document, page: pagePath.operation(operation.operationId) };
  const call = calls.get(operation.operationId);
  const body = bodyOf(operation);
  const bodyFields = body ? fieldsOf(body.schema, context) : [];
  const bodyDescription = followReference(document, body?.schema ?? {}).description;
  return {
    address: context.page,
    title: operation.summary,
    description: plainText(operation.description).slice(0, 160),
    body: html`<h1>${operation.summary}</h1>
<p class="route"><span class="method">${method}</span> <code>${pathTemplate}</code></p>
${prose(operation.description)}
${facts(source, found)}
${call && html`${heading(2, "client", "With the client")}${codeBlock(call.code, "ts")}`}
${["path", "query"].map((where) => parameters(found, where, context))}
${
  body &&
  html`${heading(2, "body", "Body")}<p class="type">${typeText(body.schema, context)}</p>
${bodyDescription && prose(bodyDescription)}${fieldList(bodyFields, "body-", context)}
${exampleBlocks("Example bodies", bodyExamples(document, body))}`
}
${responses(source, found)}
${errors(source, found)}`,
  };
}

function facts(source: SiteSource, { operation }: FoundOperation): Html {
  const page = pagePath.operation(operation.operationId);
  const own = operation["x-rate-limit"];
  const pages = operation["x-pagination"];
  const users = source.actions.filter(({ action }) => action.http.operation === operation.operationId);
  return factList([
    ["Operation", html`<code>${operation.operationId}</code>`],
    ["Effect", html`<code>${operation["x-effect"]}</code> ${effectText[operation["x-effect"]]}`],
    [
      users.length === 1 ? "Action" : "Actions",
      html`${users.map(({ action }) => html`<a href="${relativeLink(page, pagePath.action(action.name))}"><code>${action.name}</code></a> `)}`,
    ],
    ["Scopes", html`any one of ${operation["x-scopes"].map((scope) => html`<code>${scope}</code> `)}`],
    [
      "Limits",
      own ? `${own.requests} requests per ${own.windowMs / 1000} seconds; ${WORKSPACE_LIMIT}` : WORKSPACE_LIMIT,
    ],
    [
      "Pages",
      pages &&
        html`<code>${pages["nextField"]}</code> of the response goes into <code>${pages["cursorField"]}</code> of the next
${pages["cursorIn"]}; it is ${inlineProse(pages["cursorIs"])}. Order: ${inlineProse(pages["order"])}.`,
    ],
    ["Evidence", evidenceText(evidenceOf(operation))],
  ]);
}

function parameters({ operation }: FoundOperation, where: string, context: PageContext): Html | undefined {
  const chosen = (operation.parameters ?? []).filter((parameter) => parameter.in === where);
  if (chosen.length === 0) return undefined;
  const fields = chosen.map((parameter) => ({
    name: parameter.name,
    isRequired: parameter.required ?? false,
    schema: parameterSchema(parameter),
  }));
  return html`${heading(2, where, where === "path" ? "Path" : "Query")}${fieldList(fields, `${where}-`, context)}`;
}

function responses({ document }: SiteSource, { operation }: FoundOperation): Html {
  const context = { document, page: pagePath.operation(operation.operationId), isResponse: true };
  const successful = responsesOf(document, operation).filter(({ isSuccess }) => isSuccess);
  return html`${successful.map(({ status, description, json }, index) => {
    const id = responseId(index, status);
    return html`${heading(2, id, successful.length > 1 ? `Response ${status}` : "Response")}
<p><code>${status}</code> ${inlineProse(description)}</p>
${json && html`<p class="type">${typeText(json.schema, context)}</p>${fieldList(fieldsOf(json.schema, context), `${id}-`, context)}`}
${exampleBlocks("Example responses", bodyExamples(document, json))}`;
  })}`;
}

function errors({ document, errorCodes }: SiteSource, { operation }: FoundOperation): Html {
  const page = pagePath.operation(operation.operationId);
  const failed = responsesOf(document, operation).filter(({ isSuccess }) => !isSuccess);
  const rows = failed.map(({ status, description, json }) => {
    const code = errorCodes.get(status);
    const [example] = bodyExamples(document, json);
    const errorPage = relativeLink(page, `${pagePath.guide("docs/errors.md")}#${code}`);
    return html`<tr><th scope="row"><code>${status}</code></th><td>${code && html`<a href="${errorPage}"><code>${code}</code></a>`}</td>
<td>${inlineProse(description)}${example && html`<br><code>${JSON.stringify(example.value)}</code>`}</td></tr>`;
  });
  return html`${heading(2, "errors", "Errors")}
<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">Status</th><th scope="col">Code</th><th scope="col">Description and an example of the body</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}
