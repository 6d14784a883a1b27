/** The targets of the links and images of an HTML body, one per line. */
export function linksOf(html: string): string {
  const links = [...html.matchAll(/(?:href|src|action|background)\s*=\s*["']?([^"'\s>]{1,2000})/gi)];
  return [...new Set(links.map(([, link = ""]) => link))].slice(0, 50).join("\n");
}
