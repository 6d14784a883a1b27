import type { JsonSchema } from "../../spec/open-api-document.ts";
import { details } from "../markdown/details.ts";
import { table } from "../markdown/table.ts";
import { code, escapeMarkdown, plainText } from "../markdown/text.ts";
import { pagePath, relativeLink } from "../page-path.ts";
import { enumList } from "../parts/enum-list.ts";
import { exampleGroup } from "../parts/example-group.ts";
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
  const users = usedBy(source, name);
  const values = enumList(schema);
  const parts = [
    `# ${escapeMarkdown(name)}`,
    schema.description?.trim(),
    exampleGroup(bodyExamples(document, { schema, examples: Object.fromEntries(examplesOf(schema)) })),
    table(["", ""], [["Type", typeText({ ...schema }, context)], ...(users === "" ? [] : [["Used by", users]])]),
    values && `## Values {#section-values}\n\n${values}`,
    fields.length > 0 && `## Fields {#section-fields}\n\n${fieldList(fields, "", context)}`,
    standIns(schema),
  ];
  return {
    path: context.page,
    title: name,
    description: plainText(schema.description).slice(0, 160) || `The schema ${name}.`,
    source: `spec/schemas/${name}.yaml`,
    body: parts.filter(Boolean).join("\n\n"),
  };
}

/** The list of all schemas. */
export function schemaIndexPage({ document }: SiteSource): Page {
  const rows = Object.entries(document.components.schemas)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, { description }]) => [
      `[${escapeMarkdown(name)}](${relativeLink(pagePath.schemas, pagePath.schema(name))})`,
      escapeMarkdown(firstSentence(description)),
    ]);
  return {
    path: pagePath.schemas,
    title: "Schemas",
    description: "All shared schemas of the document.",
    source: "spec/openapi.yaml",
    body: `# Schemas

The shapes of requests and responses. Each has a type of the same name in \`@modulex-instantly/types\`.

${table(["Schema", "What it is"], rows)}`,
  };
}

function firstSentence(description: string | undefined): string {
  return /^.*?[.:;](?=\s|$)/.exec(plainText(description))?.[0].replace(/[:;]$/, ".") ?? plainText(description);
}

function examplesOf(schema: JsonSchema): [string, { summary: string; value: unknown }][] {
  const examples = Array.isArray(schema["examples"]) ? schema["examples"] : [];
  return examples.map((value, index) => [
    String(index),
    { summary: index === 0 ? "Example" : `Example ${index + 1}`, value },
  ]);
}

/** Links to the operations and schemas that refer to a schema in any of their inline parts. */
function usedBy({ document, operations }: SiteSource, name: string): string {
  const page = pagePath.schema(name);
  const reference = JSON.stringify(`#/components/schemas/${name}`);
  const users = [
    ...operations.map(({ operation }) => [operation.operationId, pagePath.operation(operation.operationId), operation]),
    ...Object.entries(document.components.schemas).map(([other, schema]) => [other, pagePath.schema(other), schema]),
  ] as const;
  return users
    .filter(([other, , value]) => other !== name && JSON.stringify(value).includes(`"$ref":${reference}`))
    .map(([other, target]) => `[\`${String(other)}\`](${relativeLink(page, String(target))})`)
    .join(", ");
}

/** The tables of time zones that are not accepted, each with an accepted replacement. */
function standIns(schema: JsonSchema): string | undefined {
  const tables = [
    ["Replacements with the same offset all year", schema["x-stand-ins"]],
    ["Nearest replacements, which differ for a part of the year", schema["x-stand-ins-approximate"]],
  ] as const;
  const known = tables.filter(([, entries]) => entries !== undefined);
  if (known.length === 0) return undefined;
  const parts = known.map(([title, entries]) => {
    const rows = Object.entries(entries as Record<string, string>).map(([zone, standIn]) => [
      code(zone),
      code(standIn),
    ]);
    return details(title, table(["Not accepted", "Accepted"], rows));
  });
  return ["## Time zones that are not accepted {#section-stand-ins}", ...parts].join("\n\n");
}
