const WORD = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
const ADDRESS = new RegExp(`^${WORD}(?:\\.${WORD})*@(?:${LABEL}\\.)+${LABEL}$`, "i");

/** Whether a text is a valid email address. */
export function isEmailAddress(text: string | undefined): text is string {
  return text !== undefined && text.length <= 254 && ADDRESS.test(text);
}
