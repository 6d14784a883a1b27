import type { ActionName } from "@modulex-instantly/actions";
import type { Schema } from "./inline-references.ts";

/** A tool as a client receives it. */
export interface ToolDescription {
  readonly name: ActionName;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: Schema & { readonly type: "object" };
  readonly outputSchema: Schema & { readonly type: "object" };
  readonly annotations: Readonly<Record<string, boolean>>;
  readonly icons: { readonly src: string }[];
}
