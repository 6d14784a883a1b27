import type { Action } from "@modulex-instantly/actions";

/** One small drawing per category, as a path in a square of 9. Every byte is in the context of a model 13 times. */
const PATHS: Readonly<Record<string, string>> = {
  leads: "M3 1h3v3H3M1 8q3-6 7 0",
  campaigns: "M0 3v3l9 3V0z",
  emails: "M0 1h9v7H0l5-4",
  lead_lists: "M0 1h9v1H0m0 3h9v1H0m0 3h9v1H0",
};

/** The icons of a tool: an SVG in a data URI, so that a host loads nothing from the network. */
export function toolIcons({ category }: Pick<Action, "category">): { readonly src: string }[] {
  return [{ src: iconOf(PATHS[category] ?? PATHS["emails"] ?? "") }];
}

/** The icons of the server. */
export const serverIcons: readonly { readonly src: string; readonly mimeType: string }[] = [
  { src: iconOf(PATHS["emails"] ?? ""), mimeType: "image/svg+xml" },
];

function iconOf(path: string): string {
  return `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='${path}'/></svg>`;
}
