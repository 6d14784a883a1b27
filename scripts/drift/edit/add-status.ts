import { STATUS_CODES } from "node:http";
import type { MergedFinding } from "../compare/merge-findings.ts";
import { childOf, descend } from "../document/document-node.ts";
import { schemaView } from "../schema/schema-view.ts";
import { NeedsReviewError } from "./needs-review-error.ts";
import { REVIEW, STATUS_TO_DESCRIBE } from "./placeholder-text.ts";
import { exampleBody } from "./schema-example.ts";
import { schemaSkeleton } from "./schema-skeleton.ts";
import type { SpecEditor } from "./spec-editor.ts";

/** Adds a response status to an operation, in numerical order. */
export function addStatus(folder: SpecEditor, { at, name = "", source }: MergedFinding): void {
  if (!/^[1-5]\d\d$/.test(name)) throw new NeedsReviewError("it is a range of statuses");
  const schema = source && descend(source, "content", "application/json", "schema");
  if (source && !schema && childOf(source, "content")) throw new NeedsReviewError("its body is not JSON");
  if (!schema && name.startsWith("2"))
    throw new NeedsReviewError("the client rejects a success without a body: change parse-response.ts first");
  if (schema && name.startsWith("2") && schemaView(schema).types?.includes("object") === false)
    throw new NeedsReviewError("the client rejects a success that is not an object: change parse-response.ts first");
  const skeleton = schema && schemaSkeleton(schema, { file: at.file, hasFile: (file) => folder.has(file) });
  // The description of the response is enough.
  delete skeleton?.["description"];
  const body = exampleBody(skeleton);
  const examples = body === undefined ? {} : { examples: { invented: { summary: "Invented", value: body } } };
  const response = {
    description: `${STATUS_CODES[name] ?? "Status"}. ${STATUS_TO_DESCRIBE}`,
    ...(skeleton ? { content: { "application/json": { schema: skeleton, ...examples } } } : {}),
  };
  const statuses = Object.keys((childOf(at, "responses")?.value as object | undefined) ?? {});
  const after = statuses
    .filter((status) => status < name)
    .sort()
    .at(-1);
  if (after === undefined) throw new NeedsReviewError("the operation has no lower status to add it after");
  folder.edit(at.file, (text) => text.addEntry([...at.path, "responses"], name, response, { after, comment: REVIEW }));
}
