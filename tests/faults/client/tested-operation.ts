import type { CallOptions, InstantlyClient, IterateOptions, Iteration } from "@modulex-instantly/client";

/** An operation as the matrix calls it. */
export interface TestedOperation {
  /** The name of its action. */
  readonly name: string;
  readonly kind: "read" | "write";
  call(client: InstantlyClient, options: CallOptions): Promise<unknown>;
  /** The same with a text of the given size in its body; only where there is a body. */
  callLarge?(client: InstantlyClient, options: CallOptions, text: string): Promise<unknown>;
  /** The same with another id in its path; only where there is one. */
  callById?(client: InstantlyClient, options: CallOptions, id: string): Promise<unknown>;
  iterate?(client: InstantlyClient, options: IterateOptions): Iteration<unknown>;
  /** A good answer. */
  readonly answer: Readonly<Record<string, unknown>>;
}
