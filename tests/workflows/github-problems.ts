import { build } from "esbuild";

/** GitHub's own parser. It imports JSON without saying so, which Node refuses, so it is put into one file first. */
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

/** Says what GitHub finds wrong with a workflow: unknown keys, jobs that are not there, broken expressions. */
export async function gitHubProblems(name: string, content: string): Promise<string[]> {
  const { context, value } = parser.parseWorkflow({ name, content }, new parser.NoOperationTraceWriter());
  const broken = context.errors.getErrors().map(({ message }) => message);
  if (broken.length > 0 || !value) return broken.length > 0 ? broken : [`${name} is empty`];
  const { errors = [] } = await parser.convertWorkflowTemplate(context, value);
  return errors.map(({ Message }) => Message);
}
