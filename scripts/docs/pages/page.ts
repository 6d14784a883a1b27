import type { Html } from "../markup/html.ts";

/** A page before its frame is put around it. */
export interface Page {
  readonly address: string;
  readonly title: string;
  /** One or two sentences for the head of the page. */
  readonly description: string;
  readonly body: Html;
}
