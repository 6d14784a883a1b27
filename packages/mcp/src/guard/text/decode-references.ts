/** The named character references that are used to write addresses, links and markup. */
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  commat: "@",
  period: ".",
  colon: ":",
  sol: "/",
  hyphen: "-",
  dash: "-",
  lowbar: "_",
  plus: "+",
  num: "#",
  percnt: "%",
  equals: "=",
  quest: "?",
  lpar: "(",
  rpar: ")",
  lsqb: "[",
  rsqb: "]",
  lbrace: "{",
  rbrace: "}",
  bsol: "\\",
  comma: ",",
  semi: ";",
  ell: "l",
  fjlig: "fj",
  tab: "\t",
  newline: "\n",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  bull: "•",
  euro: "€",
  copy: "©",
  reg: "®",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
};

/** Letters in mathematical styles, such as `&nopf;`. In the name of a host they are the plain letters. */
const STYLED_LETTER = /^([a-z])(?:scr|opf|fr)$/i;

/** Decodes the character references of HTML once: all numeric ones, the most used names, and styled letters. */
export function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#0*(\d{1,7})|#x0*([\da-f]{1,6})|([a-z]{2,12}));?/gi,
    (reference, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) {
        const isUpperCase = /^[A-Z]/.test(name) && name.endsWith("uml");
        const character = STYLED_LETTER.exec(name)?.[1] ?? NAMED[name.toLowerCase()] ?? reference;
        return isUpperCase ? character.toUpperCase() : character;
      }
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code === 0 || code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code);
    },
  );
}
