import type { OpenApiDocument } from "../../spec/open-api-document.ts";

/** The page that a part belongs to. */
export interface PageContext {
  readonly document: OpenApiDocument;
  /** The path of the page. */
  readonly page: string;
  /** Whether the fields belong to a response, where `required` means always present. */
  readonly isResponse?: boolean;
}
