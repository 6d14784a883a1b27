import { unsentProperty } from "./unsent-property.ts";

/**
 * Returns what is wrong with a reply. The API would send a reply without visible text as an empty email.
 *
 * @param sent the reply as parsed from its JSON.
 * @param given the caller's object, if it is known, otherwise `sent`.
 */
export function replyIssue(sent: Readonly<Record<string, unknown>>, given: object): string | undefined {
  const { html, text } = Object(sent["body"]) as { readonly html?: unknown; readonly text?: unknown };
  return [html, text].some(hasWords)
    ? unsentProperty(given, sent)
    : "body.html or body.text is required, or an empty email would be sent";
}

/** Tells whether a text has a visible character: not whitespace, a control character or a format character. */
function hasWords(text: unknown): boolean {
  return typeof text === "string" && /[^\s\p{Cc}\p{Cf}]/u.test(text);
}
