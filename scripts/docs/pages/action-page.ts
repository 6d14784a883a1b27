import { table } from "../markdown/table.ts";
import { code, codeBlock, escapeMarkdown, plainText } from "../markdown/text.ts";
import { pagePath, relativeLink } from "../page-path.ts";
import { effectText } from "../parts/effect-text.ts";
import type { Field } from "../parts/field-list.ts";
import { fieldList } from "../parts/field-list.ts";
import { hintList } from "../parts/hint-list.ts";
import { sampleCommand } from "../source/sample-command.ts";
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
    const note = typeof sentAs === "string" ? `sent as ${code(sentAs)}` : undefined;
    return { name, schema, note, isRequired: shape.requiredInputs.includes(name) };
  });
  const outputs = Object.entries(shape.outputs).map(([name, schema]) => ({ name, schema, isRequired: false }));
  return {
    path: context.page,
    title: action.name,
    description: action.summary,
    source: `spec/actions/${action.name}.yaml`,
    body: `# ${code(action.name)}

${action.summary}

::: code-group

${codeBlock(sampleRun(documented), "ts", "TypeScript")}

${codeBlock(sampleCommand(documented), "sh", "CLI")}

:::

${action.description}

${facts(documented)}

## Inputs {#inputs}

An optional input may be omitted or \`null\`. An unknown name is an error that suggests the nearest known name.

${fieldList(inputs, "input-", context)}

## Outputs {#outputs}

Every key is always present. Unknown values are \`null\`, and lists without items are empty.

${fieldList([...ENVELOPE, ...outputs], "output-", context)}`,
  };
}

/** The list of all actions. */
export function actionIndexPage({ actions }: SiteSource): Page {
  const rows = actions.map(({ action }) => [
    `[\`${action.name}\`](${relativeLink(pagePath.actions, pagePath.action(action.name))})`,
    escapeMarkdown(action.summary),
    action.effect,
    action.approval,
  ]);
  return {
    path: pagePath.actions,
    title: "Actions",
    description: "The actions for agents and automation platforms, with effect and approval.",
    source: "spec/actions/order.yaml",
    body: `# Actions\n\nReady definitions for agents and automation platforms. None of them throws.\n\n${table(
      ["Action", "What it does", "Effect", "Approval"],
      rows,
    )}`,
  };
}

function facts({ action }: DocumentedAction): string {
  const { operation, method, path } = action.http;
  const calls = relativeLink(pagePath.action(action.name), pagePath.operation(operation));
  return table(
    ["", ""],
    [
      ["Calls", `[\`${operation}\`](${calls}), ${code(`${method} ${path}`)}`],
      ["Effect", `${code(action.effect)} ${effectText[action.effect]}`],
      ["Approval", `${code(action.approval)} ${APPROVAL[action.approval]}`],
      ["Hints", hintList(action.annotations)],
      ["Scopes", `any one of ${action.scopes.map(code).join(", ")}`],
      ["Title", escapeMarkdown(plainText(action.title))],
    ],
  );
}
