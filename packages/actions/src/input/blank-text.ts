/** White space and invisible characters: zero-width characters, controls, fillers. */
const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u;
const BLANK = new RegExp(`^${INVISIBLE.source}*$`, "u");
const TAG = /<[^<>]*>/g;
const VISIBLE_TAG = /<(img|picture|svg|video|audio|iframe|object|embed)\b/i;
const INVISIBLE_ENTITY = /&(nbsp|ensp|emsp|thinsp|zwnj|zwj|shy|lrm|rlm|#\d+|#x[\da-f]+);/gi;

/** Whether a text is empty or consists of white space and invisible characters. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** Whether HTML renders as nothing: it contains neither visible text nor media. */
export function isBlankHtml(html: string): boolean {
  return !VISIBLE_TAG.test(html) && isBlank(html.replaceAll(TAG, "").replaceAll(INVISIBLE_ENTITY, characterOf));
}

/** The character of an entity. All named entities in the pattern are invisible. */
function characterOf(_: string, name: string): string {
  if (!name.startsWith("#")) return " ";
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "?";
}
