import { heading } from "../markup/anchor.ts";
import { codeBlock } from "../markup/code-block.ts";
import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";
import { plainText, prose } from "../markup/markdown.ts";
import { pagePath, relativeLink } from "../markup/page-path.ts";
import { effectText } from "../parts/effect-text.ts";
import { factList } from "../parts/fact-list.ts";
import type { Field } from "../parts/field-list.ts";
import { fieldList } from "../parts/field-list.ts";
import { hintList } from "../parts/hint-list.ts";
import { sampleRun } from "../source/sample-run.ts";
import type { DocumentedAction, SiteSource } from "../source/site-source.ts";
import type { Page } from "./page.ts";

const APPROVAL: Readonly<Record<string, string>> = {
  never: "No approval needed.",
  recommended: "A person should approve each run.",
  required: "A person must approve each run.",
};

const ENVELOPE: readonly Field[] = [
  {
    name: "success",
    isRequired: false,
    schema: { type: "boolean", description: "Whether the action succeeded. Actions never throw." },
  },
  {
    name: "error",
    isRequired: false,
    schema: { type: ["string", "null"], description: "What went wrong, and whether and when to retry." },
  },
];

/** The page of an action: inputs, outputs and the operation it calls. */
export function actionPage({ document }: SiteSource, documented: DocumentedAction): Page {
  const { action, shape } = documented;
  const context = { document, page: pagePath.action(action.name) };
  const inputs = Object.entries(shape.inputs).map(([name, schema]) => {
    const sentAs = schema["x-sent-as"];
    const note = typeof sentAs === "string" ? html`sent as <code>${sentAs}</code>` : undefined;
    return { name, schema, note, isRequired: shape.requiredInputs.includes(name) };
  });
  const outputs = Object.entries(shape.outputs).map(([name, schema]) => ({ name, schema, isRequired: false }));
  return {
    address: context.page,
    title: action.name,
    description: action.summary,
    body: html`<h1><code>${action.name}</code></h1>
<p class="lead">${action.summary}</p>
${prose(action.description)}
${facts(documented)}
${heading(2, "run", "Run it")}${codeBlock(sampleRun(documented), "ts")}
${heading(2, "inputs", "Inputs")}
<p>An optional input may be omitted or <code>null</code>. An unknown name is an error that suggests the nearest known name.</p>
${fieldList(inputs, "input-", context)}
${heading(2, "outputs", "Outputs")}
<p>Every key is always present. Unknown values are <code>null</code>, and lists without items are empty.</p>
${fieldList([...ENVELOPE, ...outputs], "output-", context)}`,
  };
}

function facts({ action }: DocumentedAction): Html {
  const { operation, method, path } = action.http;
  const calls = relativeLink(pagePath.action(action.name), pagePath.operation(operation));
  return factList([
    ["Calls", html`<a href="${calls}"><code>${operation}</code></a>, <code>${method} ${path}</code>`],
    ["Effect", html`<code>${action.effect}</code> ${effectText[action.effect]}`],
    ["Approval", html`<code>${action.approval}</code> ${APPROVAL[action.approval]}`],
    ["Hints", hintList(action.annotations)],
    ["Scopes", html`any one of ${action.scopes.map((scope) => html`<code>${scope}</code> `)}`],
    ["Title", plainText(action.title)],
  ]);
}
