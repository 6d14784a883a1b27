import { unsentProperty } from "./unsent-property.ts";

/**
 * What is wrong with a reply; the API sends one without words as an empty e-mail.
 *
 * @param sent the reply as its JSON has it.
 * @param given the reply as the caller has it, if that is known.
 */
export function replyIssue(sent: Readonly<Record<string, unknown>>, given: object): string | undefined {
  const { html, text } = Object(sent["body"]) as { readonly html?: unknown; readonly text?: unknown };
  return [html, text].some(hasWords)
    ? unsentProperty(given, sent)
    : "body.html or body.text is needed, or an empty e-mail goes out";
}

/** Whether a text has a character that shows, which white space, control and format characters do not. */
function hasWords(text: unknown): boolean {
  return typeof text === "string" && /[^\s\p{Cc}\p{Cf}]/u.test(text);
}
