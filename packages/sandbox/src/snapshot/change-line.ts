import { createHash } from "node:crypto";

const LINE = /^\["([0-9a-f]{32})",(.*)\]$/s;
/** The start of a line. After a power failure, unwritten bytes may be zeros. */
const BEGINNING = /^(?:\[$|\["|\0)/;

/** A line with a change, and the checksum of this and all previous lines. */
export interface ChangeLine {
  readonly json: string;
  readonly check: string;
}

/** The initial checksum for the changes after a snapshot: that of its last line. */
export function sealCheck(seal: string): string {
  return checkOf("", seal);
}

/** Serializes a change to a line that is only valid after the line with the given checksum. */
export function changeLine(before: string, json: string): { readonly line: string; readonly check: string } {
  const check = checkOf(before, json);
  return { line: `["${check}",${json}]`, check };
}

/** Parses a line; undefined unless it is complete and follows the line with the given checksum. */
export function readChangeLine(before: string, line: string): ChangeLine | undefined {
  const [, check, json = ""] = LINE.exec(line) ?? [];
  return check !== undefined && check === checkOf(before, json) ? { json, check } : undefined;
}

/** Whether a text may be an incompletely written line. */
export function isPartialLine(text: string): boolean {
  return BEGINNING.test(text);
}

function checkOf(before: string, json: string): string {
  return createHash("sha256").update(before).update("\n").update(json).digest("hex").slice(0, 32);
}
