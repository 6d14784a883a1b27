import type { ComponentChildren } from "preact";

/** How a badge looks: its words carry the meaning, the colour only helps. */
export type Tone = "neutral" | "good" | "warning" | "bad" | "info";

export function Badge({ tone = "neutral", children }: { readonly tone?: Tone; readonly children: ComponentChildren }) {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}
