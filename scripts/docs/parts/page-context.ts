import type { OpenApiDocument } from "../../spec/open-api-document.ts";

/** What pieces of a page need to know of where they stand. */
export interface PagePlace {
  readonly document: OpenApiDocument;
  /** The address of the page. */
  readonly page: string;
  /** Whether the fields are of an answer: what is required there is what can be relied on. */
  readonly isAnswer?: boolean;
}
