/** The kinds of evidence for facts in the spec, by tag. */
const evidence: Readonly<Record<string, string>> = {
  S: "published document",
  D: "first-party documentation",
  L: "recorded live traffic",
  R: "reported from live use by a named third party",
  I: "inferred",
};

/** Evidence tags with their meanings. */
export function evidenceText(tags: readonly string[]): string {
  return tags.map((tag) => `[${tag}] ${evidence[tag] ?? ""}`).join(", ");
}
