/** A part that can be unfolded. */
export function details(summary: string, content: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/^\s*(:{3,})/gm)].map(([, run = ""]) => run.length));
  const fence = ":".repeat(longest + 1);
  return `${fence} details ${summary}\n${content}\n${fence}`;
}
