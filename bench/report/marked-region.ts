/** The text between `<!-- name:begin -->` and `<!-- name:end -->`; undefined without these markers. */
export function markedRegion(text: string, name: string): string | undefined {
  const [, after] = text.split(`<!-- ${name}:begin -->`);
  const [region, rest] = (after ?? "").split(`<!-- ${name}:end -->`);
  return rest === undefined ? undefined : region?.trim();
}

/** Replaces the text between the markers. */
export function withMarkedRegion(text: string, name: string, region: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`the markers ${begin} and ${end} are missing`);
  return `${text.slice(0, from)}${begin}\n\n${region}\n\n${text.slice(to)}`;
}
