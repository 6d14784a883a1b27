/**
 * The prefix of a reply's subject: `Re` and its translations, in any case, with a count such as `Re[2]` or `Re (2)`, and
 * with a full-width colon. Prefixes of forwarded emails are kept.
 */
const PREFIX =
  /\s{0,10}(?:re|aw|antw|antwort|sv|vs|vá|rif|res|odp|ynt|atb|bls|ref|résp|απ|отв|ответ|回复|回覆|答复|答覆|返信|답장)\s{0,10}(?:\[\d{1,4}\]|\(\d{1,4}\)|\^\d{1,4})?\s{0,10}[:：]/iuy;

/** The subject of a reply, with exactly one prefix, whatever prefixes the subject has. */
export function replySubject(subject: string, prefix = "Re"): string {
  let start = 0;
  PREFIX.lastIndex = 0;
  while (PREFIX.test(subject)) start = PREFIX.lastIndex;
  return `${prefix}: ${subject.slice(start).trimStart()}`;
}
