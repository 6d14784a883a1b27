import type { JsonSchema } from "../../spec/open-api-document.ts";
import { heading } from "../markup/anchor.ts";
import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";
import { plainText, prose } from "../markup/markdown.ts";
import { pagePath, relativeLink } from "../markup/page-path.ts";
import { enumList } from "../parts/enum-list.ts";
import { exampleBlocks } from "../parts/example-blocks.ts";
import { factList } from "../parts/fact-list.ts";
import { fieldList, fieldsOf } from "../parts/field-list.ts";
import { typeText } from "../parts/type-text.ts";
import { bodyExamples } from "../source/body-example.ts";
import type { SiteSource } from "../source/site-source.ts";
import type { Page } from "./page.ts";

/** The page of a shared schema. */
export function schemaPage(source: SiteSource, name: string, schema: JsonSchema): Page {
  const { document } = source;
  const context = { document, page: pagePath.schema(name) };
  const fields = fieldsOf(schema, context);
  const example = { schema, examples: Object.fromEntries(examplesOf(schema)) };
  return {
    address: context.page,
    title: name,
    description: plainText(schema.description).slice(0, 160) || `The schema ${name}.`,
    body: html`<h1>${name}</h1>
${schema.description && prose(schema.description)}
${factList([
  ["Type", typeText({ ...schema }, context)],
  ["Used by", usedBy(source, name)],
])}
${enumSection(schema)}
${fields.length > 0 && html`${heading(2, "section-fields", "Fields")}${fieldList(fields, "", context)}`}
${standIns(schema)}
${exampleBlocks("Examples", bodyExamples(document, example))}`,
  };
}

/** The list of all schemas. */
export function schemaIndexPage({ document }: SiteSource): Page {
  const rows = Object.entries(document.components.schemas).sort(([a], [b]) => a.localeCompare(b));
  return {
    address: pagePath.schemas,
    title: "Schemas",
    description: "All shared schemas of the document.",
    body: html`<h1>Schemas</h1>
<p class="lead">The shapes of requests and responses. Each has a type of the same name in <code>@modulex-instantly/types</code>.</p>
<dl class="index">${rows.map(
      ([name, { description }]) =>
        html`<div><dt><a href="${relativeLink(pagePath.schemas, pagePath.schema(name))}"><code>${name}</code></a></dt><dd>${firstSentence(description)}</dd></div>`,
    )}</dl>`,
  };
}

function firstSentence(description: string | undefined): string {
  return /^.*?[.:;](?=\s|$)/.exec(plainText(description))?.[0].replace(/[:;]$/, ".") ?? plainText(description);
}

function examplesOf(schema: JsonSchema): [string, { summary: string; value: unknown }][] {
  const examples = Array.isArray(schema["examples"]) ? schema["examples"] : [];
  return examples.map((value, index) => [
    String(index),
    { summary: index === 0 ? "Example" : "Another example", value },
  ]);
}

function enumSection(schema: JsonSchema): Html | undefined {
  const list = enumList(schema);
  return list && html`${heading(2, "section-values", "Values")}${list}`;
}

/** Links to the operations and schemas that refer to a schema in any of their inline parts. */
function usedBy({ document, operations }: SiteSource, name: string): Html | undefined {
  const page = pagePath.schema(name);
  const reference = JSON.stringify(`#/components/schemas/${name}`);
  const users = [
    ...operations.map(({ operation }) => [operation.operationId, pagePath.operation(operation.operationId), operation]),
    ...Object.entries(document.components.schemas).map(([other, schema]) => [other, pagePath.schema(other), schema]),
  ] as const;
  const links = users
    .filter(([other, , value]) => other !== name && refersTo(value, reference))
    .map(([other, target]) => html`<a href="${relativeLink(page, String(target))}"><code>${String(other)}</code></a> `);
  return links.length > 0 ? html`${links}` : undefined;
}

function refersTo(value: unknown, reference: string): boolean {
  return JSON.stringify(value).includes(`"$ref":${reference}`);
}

/** The tables of time zones that are not accepted, each with an accepted replacement. */
function standIns(schema: JsonSchema): Html | undefined {
  const tables = [
    ["Replacements with the same offset all year", schema["x-stand-ins"]],
    ["Nearest replacements, which differ for a part of the year", schema["x-stand-ins-approximate"]],
  ] as const;
  const known = tables.filter(([, table]) => table !== undefined);
  if (known.length === 0) return undefined;
  return html`${heading(2, "section-stand-ins", "Time zones that are not accepted")}${known.map(
    ([title, table]) => html`<h3>${title}</h3>
<dl class="values">${Object.entries(table as Record<string, string>).map(
      ([zone, standIn]) => html`<div><dt><code>${zone}</code></dt><dd><code>${standIn}</code></dd></div>`,
    )}</dl>`,
  )}`;
}
