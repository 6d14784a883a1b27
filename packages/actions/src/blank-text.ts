/** White space, and all that leaves no mark: zero-width characters, controls, fillers. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u;
const BLANK = new RegExp(`^${UNSEEN.source}*$`, "u");
const TAG = /<[^<>]*>/g;
const SEEN_TAG = /<(img|picture|svg|video|audio|iframe|object|embed)\b/i;
const UNSEEN_ENTITY = /&(nbsp|ensp|emsp|thinsp|zwnj|zwj|shy|lrm|rlm|#\d+|#x[\da-f]+);/gi;

/** Whether a text shows nothing to a reader: it is empty, or made of white space and characters without a width. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** Whether a piece of HTML shows nothing: neither text nor a picture, whatever tags are in it. */
export function isBlankHtml(html: string): boolean {
  return !SEEN_TAG.test(html) && isBlank(html.replaceAll(TAG, "").replaceAll(UNSEEN_ENTITY, characterOf));
}

/** The character of an entity; one that is named here is white space or has no width. */
function characterOf(_: string, name: string): string {
  if (!name.startsWith("#")) return " ";
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "?";
}
