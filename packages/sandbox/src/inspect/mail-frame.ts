import type { StoredEmail } from "../state/stored-email.ts";

/**
 * Elements that could run code, load, redirect, or send something. Links are among them: a browser looks up the host of a
 * link, and connects to it, when the mouse button goes down.
 */
const ACTIVE =
  /<(\/?)(script|link|meta|base|iframe|frame|frameset|object|embed|applet|portal|fencedframe|form|video|audio|source|track|a|area)(?=[\s/>\0])/gi;

/** The look of links. What the email says comes later, and prevails. */
const LINKS = "<style>x-a[href]{color:#0b57d0;text-decoration:underline}</style>";

/**
 * The document of an email for a frame. Its elements that could do anything are renamed; the policy of the response would
 * stop them too.
 */
export function mailFrame({ html, text = "" }: StoredEmail): string {
  if (html !== undefined) return `<!DOCTYPE html>${LINKS}${html.replaceAll(ACTIVE, "<$1x-$2")}`;
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<!DOCTYPE html><pre style="white-space:pre-wrap;font:inherit">${escaped}</pre>`;
}

/** The headers of such a document: no scripts, forms, plugins, navigation or loads from anywhere. */
export const mailFrameHeaders: Readonly<Record<string, string>> = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  "x-dns-prefetch-control": "off",
};
