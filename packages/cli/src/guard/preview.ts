import type { CliContext } from "../context.ts";
import { print } from "../output/print.ts";
import { safeLine, safeText } from "../output/safe-text.ts";

/** What a write would do, for the person who decides. */
export interface Preview {
  /** Such as `Send this reply?`. */
  readonly question: string;
  readonly lines: readonly (readonly [label: string, value: string])[];
  /** The input to run with, if it is narrower than the given one. */
  readonly input?: Readonly<Record<string, unknown>> | undefined;
}

const MAX_VALUE = 4_000;

/** Prints a preview on stderr. Lines of a value are indented, so that none looks like a field of its own. */
export async function printPreview({ stderr }: CliContext, { lines }: Preview): Promise<void> {
  for (const [label, value] of lines) {
    const cleaned = safeText(value).trim();
    const cut =
      cleaned.length > MAX_VALUE
        ? `${cleaned.slice(0, MAX_VALUE)}\n[${cleaned.length - MAX_VALUE} more characters]`
        : cleaned;
    const shown = cut.includes("\n")
      ? cut
          .split("\n")
          .map((line) => `\n  | ${line}`)
          .join("")
      : ` ${cut}`;
    await print(stderr, `${safeLine(label)}:${shown}\n`);
  }
}
