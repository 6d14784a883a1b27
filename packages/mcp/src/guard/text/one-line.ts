import { cleanText } from "./clean-text.ts";

const MAX_LENGTH = 200;

/** A text on one line, cleaned and cut to 200 characters. */
export function oneLine(text: string): string {
  const line = cleanText(text).replace(/\s+/g, " ").trim();
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line;
}
