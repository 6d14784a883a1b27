import { isPartialLine, readChangeLine, sealCheck } from "./change-line.ts";
import { hashOf, SNAPSHOT_VERSION } from "./snapshot-lines.ts";

/** The end of a snapshot file. */
export interface SnapshotEnd {
  /** The checksum that the next change continues, if it can be appended. */
  readonly check: string;
  /** The total length of the lines with changes. */
  readonly characters: number;
  /** Whether the next change can be appended: nothing is truncated, and the last line is terminated. */
  readonly isWhole: boolean;
}

/** The verified content of a snapshot. */
export interface VerifiedSnapshot {
  /** The lines of the snapshot. */
  readonly content: readonly string[];
  /** The changes after the snapshot, as JSON. */
  readonly changes: readonly string[];
  readonly end: SnapshotEnd;
}

/**
 * Verifies the lines of a snapshot and of the changes after it. An incompletely written change was never acknowledged and
 * is omitted.
 *
 * @throws Error naming the invalid line.
 */
export function verifySnapshot(text: readonly string[]): VerifiedSnapshot {
  checkVersion(text);
  const at = text.findIndex((line) => line.startsWith('{"end":'));
  if (at < 0) throw new Error(`${notJson(text) ?? "its last line is not a seal"}, so it is not a whole snapshot`);
  const content = text.slice(0, at).filter((line) => line !== "");
  checkSeal(content, text[at] ?? "", at + 1);

  const changes: string[] = [];
  let counted = 0;
  let characters = 0;
  let check = sealCheck(text[at] ?? "");
  for (const [index, line] of text.entries()) {
    if (index <= at || line === "") continue;
    const change = readChangeLine(check, line);
    if (change === undefined) {
      if (index === text.length - 1 && isPartialLine(line)) break;
      throw new Error(damaged(index + 1));
    }
    check = change.check;
    characters += line.length;
    changes.push(change.json);
    if (change.json.startsWith('{"head":')) counted = changes.length;
  }
  const isWhole = text.at(-1) === "" && counted === changes.length;
  return { content, changes: changes.slice(0, counted), end: { check, characters, isWhole } };
}

function checkVersion(text: readonly string[]): void {
  const first = text.findIndex((line) => line !== "");
  if (first < 0) throw new Error("it is empty: delete it to start with a new one");
  const head = parsed(text[first] ?? "") as { readonly sandbox?: unknown } | undefined;
  if (head?.sandbox === undefined) {
    throw new Error(`line ${first + 1} is not the first line of a snapshot`);
  }
  if (head.sandbox !== SNAPSHOT_VERSION) {
    throw new Error(`it has version ${JSON.stringify(head.sandbox)}, this sandbox reads version ${SNAPSHOT_VERSION}`);
  }
}

function checkSeal(content: readonly string[], line: string, number: number): void {
  const seal = parsed(line) as { readonly end?: unknown; readonly sha256?: unknown } | undefined;
  if (seal === undefined) throw new Error(`line ${number}, its seal, is not JSON, so it is not a whole snapshot`);
  if (seal.end !== content.length) {
    throw new Error(`line ${number} seals ${seal.end} lines, found ${content.length}, so it is not a whole snapshot`);
  }
  if (seal.sha256 !== hashOf(content)) {
    throw new Error(
      `${notJson(content) ?? `lines 1 to ${number - 1} do not have the hash in line ${number}`}: they were changed`,
    );
  }
}

function damaged(number: number): string {
  return `line ${number} is damaged: its checksum does not match. The file can be read without line ${number} and all later lines, whose changes are then lost`;
}

/** Names the first line that is not JSON. */
function notJson(lines: readonly string[]): string | undefined {
  const index = lines.findIndex((line) => line !== "" && parsed(line) === undefined);
  return index < 0 ? undefined : `line ${index + 1} is not JSON`;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
