import type { Send } from "./call.ts";

/** Adds one concern to the call path. */
export type Decorator = (next: Send) => Send;

/** Composes decorators around the innermost send; the first in the list is the outermost. */
export function decorated(send: Send, decorators: readonly Decorator[]): Send {
  return decorators.reduceRight((next, decorator) => decorator(next), send);
}
