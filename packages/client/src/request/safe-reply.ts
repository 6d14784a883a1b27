import { unsentProperty } from "./unsent-property.ts";

/**
 * Returns what is wrong with a reply. The API would send a reply without visible text as an empty email.
 *
 * @param sent the reply as parsed from its JSON.
 * @param given the caller's object, if it is known, otherwise `sent`.
 */
export function replyIssue(sent: Readonly<Record<string, unknown>>, given: object): string | undefined {
  const body = Object(sent["body"]) as { readonly html?: unknown; readonly text?: unknown };
  if (!hasWords(body.text) && !showsSomething(body.html))
    return "body.html or body.text with visible text is required, or an empty email would be sent";
  const unsent = unsentProperty(Object(Reflect.get(given, "body")), body);
  return unsentProperty(given, sent) ?? (unsent && `body.${unsent}`);
}

const MEDIA = /<(img|picture|svg|video|audio|iframe|object|embed)\b/i;
const BLANKS = /<[^<>]*>|&(nbsp|ensp|emsp|thinsp|zwnj|zwj|shy|#160|#xa0|#8203|#x200b);/gi;

/** Tells whether HTML has a visible character or media. An editor leaves tags such as `<p></p>` when it is empty. */
function showsSomething(html: unknown): boolean {
  return typeof html === "string" && (MEDIA.test(html) || hasWords(html.replaceAll(BLANKS, "")));
}

/** Tells whether a text has a visible character: not whitespace, a control or format character, a filler or a blank. */
function hasWords(text: unknown): boolean {
  return typeof text === "string" && /[^\s\p{Cc}\p{Cf}\p{DI}\u2800]/u.test(text);
}
