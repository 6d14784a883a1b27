import { cleanText } from "../text/clean-text.ts";
import { oneLine } from "../text/one-line.ts";

/** One line of a preview. */
export interface PreviewField {
  readonly label: string;
  /** May contain texts of outsiders; it is cleaned when it is shown. */
  readonly value: string;
}

/** What a call would do, read from the API just now. */
export interface Preview {
  /** The question, such as "Send this reply?". */
  readonly question: string;
  readonly fields: readonly PreviewField[];
  /** What an approval is bound to, by the name that a refusal uses. If one of them changes, the approval is void. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Why nothing but a person can decide this, whatever the settings are. */
  readonly warning?: string | undefined;
  /** The input to run with, if it is narrower than the given one. */
  readonly input?: Readonly<Record<string, unknown>> | undefined;
}

const MAX_VALUE = 10_000;

/** Writes a preview as plain text. Lines of a value are indented, so that no value can look like another field. */
export function previewText({ question, fields }: Preview, reasons: readonly string[]): string {
  const why = reasons.map((reason) => `Note: ${oneLine(reason)}`);
  const lines = fields.map(({ label, value }) => `${label}: ${shown(value)}`);
  return [question, ...why, "", ...lines].join("\n");
}

function shown(value: string): string {
  const cleaned = cleanText(value).trim();
  const cut =
    cleaned.length > MAX_VALUE
      ? `${cleaned.slice(0, MAX_VALUE)}\n[cut here: ${cleaned.length - MAX_VALUE} more characters]`
      : cleaned;
  return cut.includes("\n")
    ? cut
        .split("\n")
        .map((line) => `\n  | ${line}`)
        .join("")
    : cut;
}
