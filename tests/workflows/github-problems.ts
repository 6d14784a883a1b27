import { build } from "esbuild";

/** GitHub's own parser. It imports JSON without an import attribute, which Node rejects, so it is bundled first. */
const bundled = await build({
  stdin: { contents: 'export * from "@actions/workflow-parser";', resolveDir: import.meta.dirname },
  bundle: true,
  write: false,
  format: "esm",
  platform: "browser",
});
const parser: typeof import("@actions/workflow-parser") = await import(
  `data:text/javascript,${encodeURIComponent(bundled.outputFiles[0]?.text ?? "")}`
);

/** Lists the problems that GitHub finds in a workflow: unknown keys, missing jobs, invalid expressions. */
export async function gitHubProblems(name: string, content: string): Promise<string[]> {
  const { context, value } = parser.parseWorkflow({ name, content }, new parser.NoOperationTraceWriter());
  const broken = context.errors.getErrors().map(({ message }) => message);
  if (broken.length > 0 || !value) return broken.length > 0 ? broken : [`${name} is empty`];
  const { errors = [] } = await parser.convertWorkflowTemplate(context, value);
  return errors.map(({ Message }) => Message);
}
