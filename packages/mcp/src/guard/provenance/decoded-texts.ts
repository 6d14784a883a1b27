import { cleanText } from "../text/clean-text.ts";
import { decodeReferences } from "../text/decode-references.ts";
import { templateForms } from "./template-forms.ts";

const MAX_BASE64 = 200;

const AT_WORDS = "at|ät|arroba|arobase|chiocciola|kukac|собака|собачка|at-zeichen|klammeraffe";
const DOT_WORDS = "dot|punkt|point|punto|ponto|punt|nokta|kropka|точка|点|ドット|점";
const BRACKETED = (words: string) =>
  new RegExp(`\\s{0,3}[\\[({<|*_-]{1,3}\\s{0,3}(?:${words})\\s{0,3}[\\])}>|*_-]{1,3}\\s{0,3}`, "giu");
const SPACED = (words: string) =>
  new RegExp(`(?<=[\\p{L}\\p{N}])\\s{1,3}(?:${words})\\s{1,3}(?=[\\p{L}\\p{N}])`, "giu");
const BRACKETED_AT: RegExp = BRACKETED(`${AT_WORDS}|@`);
const BRACKETED_DOT: RegExp = BRACKETED(`${DOT_WORDS}|\\.`);
const SPACED_AT: RegExp = SPACED(AT_WORDS);
const SPACED_DOT: RegExp = SPACED(DOT_WORDS);
/** Letters with a space between each two of them. */
const LETTER_SPACED = /(?:(?<![\p{L}\p{N}])[\p{L}\p{N}@._-][ \t]){4,}[\p{L}\p{N}@._-](?![\p{L}\p{N}])/gu;

/**
 * Returns a text in every form in which it may be read: as it is, without markup, and with the usual encodings and
 * disguises of addresses and links undone.
 */
export function decodedTexts(text: string): string[] {
  const source = plain(text);
  const decoded = DECODERS.map((decode) => decodedWith(decode, source));
  // Encodings inside each other.
  const marked = fullyDecoded(fullyDecoded(source));
  const inner = decodedWith(withoutTags, marked);
  const once = [...new Set([source, inner])].flatMap(fromEncoding);
  const hidden = [...once, ...once.flatMap(fromEncoding)];
  const bare = [withoutTags(source), ...hidden.map(withoutTags)];
  const templated = [...new Set([source, marked, inner])].flatMap(templateForms);
  const forms = new Set([source, ...decoded, marked, inner, ...hidden, ...bare, ...templated]);
  for (const form of new Set([source, inner, ...hidden, ...bare, ...templated])) forms.add(undisguised(form));
  return [...forms];
}

const DECODERS = [inAttributes, percentDecoded, quotedPrintableDecoded, unescaped, referencesDecoded, withoutComments];

function decodedWith(decode: (text: string) => string, form: string): string {
  const decoded = decode(form);
  return decoded === form ? form : plain(decoded);
}

function fullyDecoded(form: string): string {
  return DECODERS.reduce((current, decode) => decodedWith(decode, current), form);
}

function fromEncoding(form: string): string[] {
  return encodedTexts(form).map((found) => fullyDecoded(plain(found)));
}

/** Without invisible characters, in the compatibility form, in which full-width letters are plain ones. */
function plain(text: string): string {
  const cleaned = cleanText(text);
  if (/^[\n -~\t]*$/.test(cleaned)) return cleaned;
  return cleaned
    .normalize("NFKC")
    .replace(/[。．｡․‧·•∙⸱]/gu, ".")
    .replace(/[‐‑‒–—−﹣－]/gu, "-");
}

function withoutTags(text: string): string {
  return text.includes("<") ? text.replace(/<[^<>]{0,4000}>/g, "") : text;
}

/** Tabs and line breaks in the value of an attribute, which are no part of a link. */
function inAttributes(text: string): string {
  if (!text.includes("=")) return text;
  return text.replace(
    /(?:href|src|srcset|action|background)\s{0,9}=\s{0,9}(?:"[^"]{0,4000}"|'[^']{0,4000}')/gi,
    (value) => value.replace(/[\t\r\n]|&(?:tab|newline|#0{0,6}(?:9|10|13)|#x0{0,6}[9ad]);/gi, ""),
  );
}

/** Comments in an address, as in `eve(work)@night-owl.test`. */
function withoutComments(text: string): string {
  if (!text.includes("(")) return text;
  return text.replace(/(?<=\S)\([^()\n]{0,64}\)(?=[@.])|(?<=[@.])\([^()\n]{0,64}\)/g, "");
}

function percentDecoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (bytes) => {
    const decoded = Buffer.from(bytes.replaceAll("%", ""), "hex").toString();
    return decoded.includes("\ufffd") ? bytes : decoded;
  });
}

function quotedPrintableDecoded(text: string): string {
  if (!text.includes("=")) return text;
  return text.replace(/=[ \t]*\r?\n/g, "").replace(/(?:=[\dA-F]{2})+/gi, (bytes) => {
    return Buffer.from(bytes.replaceAll("=", ""), "hex").toString();
  });
}

/** Escapes of JSON and JavaScript. */
function unescaped(text: string): string {
  if (!/\\|%u/i.test(text)) return text;
  const decoded = text.replace(
    /[\\%]u\{?([\da-f]{4,6})\}?|\\x([\da-f]{2})/gi,
    (found, long?: string, short?: string) => {
      const code = Number.parseInt(long ?? short ?? "", 16);
      return code > 0x10ffff ? found : String.fromCodePoint(code);
    },
  );
  // Markdown.
  return decoded.replace(/\\([-._@:/])/g, "$1");
}

function referencesDecoded(text: string): string {
  return decodeReferences(decodeReferences(text));
}

/** The texts in base64 and in hexadecimal. */
function encodedTexts(text: string): string[] {
  const found: string[] = [];
  // Wrapped lines of base64 are one text.
  const joined = text.replace(/(?<=[A-Za-z\d+/]{40})\r?\n(?=[A-Za-z\d+/])/g, "");
  for (const [token] of joined.matchAll(/[A-Za-z\d+/_-]{12,}={0,2}/g)) {
    if (found.length >= MAX_BASE64) break;
    const isHex = /^(?:[\da-f]{2})+$/i.test(token);
    const decoded = Buffer.from(token, isHex ? "hex" : "base64").toString();
    if (/^[\t\n\r\x20-\x7e\u00a0-\uffef]+$/.test(decoded) && !decoded.includes("\ufffd")) found.push(decoded);
  }
  return found;
}

/** The disguises, each with a quick test of whether a text may contain it. */
const DISGUISES: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/(?:\S[ \t]){4}/, (text) => text.replace(LETTER_SPACED, (letters) => letters.replace(/[ \t]/g, ""))],
  [/[[({<|*_-]/, (text) => text.replace(BRACKETED_AT, "@").replace(BRACKETED_DOT, ".")],
  [new RegExp(`\\s(?:${AT_WORDS})\\s`, "iu"), (text) => text.replace(SPACED_AT, "@")],
  [new RegExp(`\\s(?:${DOT_WORDS})\\s`, "iu"), (text) => text.replace(SPACED_DOT, ".")],
  [/\s@|@\s/, (text) => text.replace(/(?<=[\p{L}\p{N}])\s{0,3}@\s{0,3}(?=[\p{L}\p{N}])/gu, "@")],
  [/[ \t]\.[ \t]/, (text) => text.replace(/(?<=[\p{L}\p{N}])[ \t]{1,3}\.[ \t]{1,3}(?=[\p{L}\p{N}])/gu, ".")],
  // A space after a dot is usual between sentences, but not in an address.
  [
    /@[^\s@]{1,63}(?:\s{1,3}\.|\.\s)/,
    (text) =>
      text.replace(/(@[\p{L}\p{N}.-]{1,63}?)(?:\s{1,3}\.\s{0,3}|\.[ \t]{1,3}|\.\s{1,3}(?=\p{Ll}))(?=\p{L})/gu, "$1."),
  ],
  [/\bh(?:xx|\*\*)p/i, (text) => text.replace(/\bh(?:xx|\*\*)ps?\b(?=\s*[[(]?:)/gi, "http")],
  [/[[(]:/, (text) => text.replace(/[[(]:[\])]/g, ":")],
];

function undisguised(text: string): string {
  return DISGUISES.reduce((current, [mayContain, undo]) => (mayContain.test(current) ? undo(current) : current), text);
}
