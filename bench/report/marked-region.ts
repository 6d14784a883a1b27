/** What stands between `<!-- name:begin -->` and `<!-- name:end -->`; undefined when the marks are not there. */
export function markedRegion(text: string, name: string): string | undefined {
  const [, after] = text.split(`<!-- ${name}:begin -->`);
  const [region, rest] = (after ?? "").split(`<!-- ${name}:end -->`);
  return rest === undefined ? undefined : region?.trim();
}

/** The text with something else between the marks. */
export function withMarkedRegion(text: string, name: string, region: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`the marks ${begin} and ${end} are missing`);
  return `${text.slice(0, from)}${begin}\n\n${region}\n\n${text.slice(to)}`;
}
