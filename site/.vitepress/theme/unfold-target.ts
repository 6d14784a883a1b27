/** Unfolds the parts of the page that contain the target of a link, and scrolls to it. */
export function unfoldTarget(hash: string): void {
  const target = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  let part = target?.closest<HTMLDetailsElement>("details:not([open])");
  if (!part) return;
  while (part) {
    part.open = true;
    part = part.parentElement?.closest<HTMLDetailsElement>("details:not([open])");
  }
  target?.scrollIntoView();
}
