import type { OpenApiContent, OpenApiDocument } from "../../spec/open-api-document.ts";
import { followReference } from "../../spec/reference.ts";

/** An example of a body. */
export interface BodyExample {
  readonly name: string;
  readonly summary: string;
  readonly value: unknown;
}

/** The examples of a body, in the order of the spec. */
export function bodyExamples(document: OpenApiDocument, content: OpenApiContent | undefined): BodyExample[] {
  return Object.entries(content?.examples ?? {}).map(([name, example]) => {
    const { summary, value } = followReference(document, example);
    return { name, summary: summary ?? name, value };
  });
}
