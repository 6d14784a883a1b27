import { createHash } from "node:crypto";

const LINE = /^\["([0-9a-f]{32})",(.*)\]$/s;
/** How a line begins; where the power failed, zeros may stand for what was not written. */
const BEGINNING = /^(?:\[$|\["|\0)/;

/** A line that holds a change, and the check over it and all lines before it. */
export interface ChangeLine {
  readonly json: string;
  readonly check: string;
}

/** The check that the first change after a snapshot builds on: that of the line which seals the snapshot. */
export function sealCheck(seal: string): string {
  return checkOf("", seal);
}

/** Writes a change as a line that can only follow the line with the given check. */
export function changeLine(before: string, json: string): { readonly line: string; readonly check: string } {
  const check = checkOf(before, json);
  return { line: `["${check}",${json}]`, check };
}

/** What a line holds, or undefined unless it was written after the line with the given check, and is whole. */
export function readChangeLine(before: string, line: string): ChangeLine | undefined {
  const [, check, json = ""] = LINE.exec(line) ?? [];
  return check !== undefined && check === checkOf(before, json) ? { json, check } : undefined;
}

/** Whether a text may be the beginning of a line that was not written to its end. */
export function isBegunLine(text: string): boolean {
  return BEGINNING.test(text);
}

function checkOf(before: string, json: string): string {
  return createHash("sha256").update(before).update("\n").update(json).digest("hex").slice(0, 32);
}
