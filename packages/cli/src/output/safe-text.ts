const ESC = "\u001b";
const ST = "\u009c";
const BEL = "\u0007";

/** Escape sequences of terminals: CSI; OSC, DCS, SOS, PM and APC with their text; all others. */
const SEQUENCES: RegExp = new RegExp(
  [
    `(?:${ESC}\\[|\u009b)[0-?]*[ -/]*[@-~]?`,
    `(?:${ESC}[\\]PX^_]|[\u0090\u0098\u009d-\u009f])[^${BEL}${ESC}${ST}]*(?:${BEL}|${ESC}\\\\|${ST})?`,
    `${ESC}[ -/]*[0-~]?`,
  ].join("|"),
  "g",
);

/** Line breaks of every kind, as `\n`. */
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Control characters, marks that reorder text, invisible characters and lone surrogates. Joiners are needed by emoji and scripts. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
const KEPT = "\n\t\u200c\u200d\ufe0e\ufe0f";

/** Makes a text of a server safe for a terminal: no escape sequences, control characters or marks that reorder it. */
export function safeText(text: string): string {
  return text
    .replace(SEQUENCES, "")
    .replace(LINE_BREAKS, "\n")
    .replace(UNSEEN, (character) => (KEPT.includes(character) ? character : ""));
}

/** The same, on one line. */
export function safeLine(text: string): string {
  return safeText(text).replace(/\s+/g, " ").trim();
}

/** Characters that JSON need not escape, and that a terminal or an editor would act on. */
const UNESCAPED = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Writes a value as JSON that is safe for a terminal: such characters are escaped, so nothing is lost. */
export function safeJson(value: unknown, indent?: number): string {
  return (JSON.stringify(value, null, indent) ?? "null").replace(
    UNESCAPED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
