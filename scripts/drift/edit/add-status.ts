import { STATUS_CODES } from "node:http";
import type { MergedFinding } from "../compare/merge-findings.ts";
import { childOf, descend } from "../document/document-node.ts";
import { exampleBody } from "./example-body.ts";
import { NotApplicable } from "./needs-review-error.ts";
import { REVIEW } from "./placeholder-text.ts";
import { sketchSchema } from "./sketch-schema.ts";
import type { SpecFolder } from "./spec-editor.ts";

/** Writes a response status among the others of its operation, in their order. */
export function addStatus(folder: SpecFolder, { at, name = "", source }: MergedFinding): void {
  if (!/^[1-5]\d\d$/.test(name)) throw new NotApplicable("it is not one status but a range");
  const schema = source && descend(source, "content", "application/json", "schema");
  if (source && !schema && childOf(source, "content")) throw new NotApplicable("its body is not JSON");
  const sketch = schema && sketchSchema(schema, { file: at.file, hasFile: (file) => folder.has(file) });
  const body = exampleBody(sketch);
  const examples = body === undefined ? {} : { examples: { invented: { summary: "Invented", value: body } } };
  const response = {
    description: `${STATUS_CODES[name] ?? "Status"}. Not described here yet. [S]`,
    ...(sketch ? { content: { "application/json": { schema: sketch, ...examples } } } : {}),
  };
  const statuses = Object.keys((childOf(at, "responses")?.value as object | undefined) ?? {});
  const after = statuses
    .filter((status) => status < name)
    .sort()
    .at(-1);
  if (after === undefined) throw new NotApplicable("it would be the first status of the operation");
  folder.edit(at.file, (text) => text.addEntry([...at.path, "responses"], name, response, { after, comment: REVIEW }));
}
