import type { Html } from "../markup/html.ts";

/** The content of a page, without its layout. */
export interface Page {
  readonly address: string;
  readonly title: string;
  /** The meta description: one or two sentences. */
  readonly description: string;
  readonly body: Html;
}
