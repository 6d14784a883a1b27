import { readdirSync } from "node:fs";
import path from "node:path";

/** A part of the client that is mutated as a whole, and the tests that are to notice. */
export interface Room {
  /** Names of source files without `.ts`, in any folder; `*` stands for any part of a name. */
  readonly sources: readonly string[];
  /** Names of test files without `.test.ts`. */
  readonly tests: readonly string[];
}

const folder = "packages/client/src";

export const rooms: Readonly<Record<string, Room>> = {
  retry: { sources: ["with-retry"], tests: ["with-retry", "retry-by-effect", "abort", "deadline", "open-attempts"] },
  "retry-timing": { sources: ["retry-timing", "retry-options"], tests: ["retry-timing"] },
  "retry-after": { sources: ["retry-after"], tests: ["retry-after"] },
  pagination: {
    sources: ["walk-pages", "iteration", "list-operation"],
    tests: ["pages*", "list-edges"],
  },
  guards: {
    sources: ["path-id", "safe-deletion", "safe-reply", "unsent-property", "request-body"],
    tests: ["path-id", "guards", "request-body", "sent-*"],
  },
  parsing: {
    sources: ["parse-response", "json-nesting", "call-error"],
    tests: [
      "parse-response",
      "parse-response-properties",
      "success-bodies",
      "truncated-json",
      "json-nesting",
      "open-attempts",
    ],
  },
  reconcile: {
    sources: ["reconcile", "reconcile-*", "with-write-log"],
    tests: ["reconcile", "reconcile-*", "with-write-log"],
  },
  "write-time": { sources: ["write-time", "server-clock", "server-date"], tests: ["write-time", "server-clock"] },
  limiter: {
    sources: ["rate-limiter", "slot-queue", "with-rate-limit", "memory-store", "fallback-store", "rate-limit-store"],
    tests: [
      "rate-limiter",
      "rate-limiter-options",
      "rate-limiter-properties",
      "slot-queue*",
      "slot",
      "slot-request",
      "hooks",
      "with-rate-limit",
      "memory-store*",
      "fallback-store",
    ],
  },
  // Without the properties of whole clients, which take 12 seconds for every mutant.
  redaction: {
    sources: ["redact", "decoded-text", "key-clues"],
    tests: ["redact-text", "decoded-text", "key-clues"],
  },
  "text-likeness": { sources: ["text-likeness"], tests: ["text-likeness"] },
};

/** The files of a room, relative to the repository. */
export interface RoomFiles {
  readonly sources: readonly string[];
  readonly tests: readonly string[];
}

/**
 * Finds the files of a room.
 *
 * @throws Error for a name that no file has.
 */
export function roomFiles(root: string, { sources, tests }: Room): RoomFiles {
  const all = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((name) =>
    path.posix.join(folder, name.replaceAll("\\", "/")),
  );
  const named = (name: string) => {
    const pattern = new RegExp(`^${name.replaceAll(".", String.raw`\.`).replaceAll("*", String.raw`[\w-]*`)}$`);
    const found = all.filter((file) => pattern.test(path.posix.basename(file)));
    if (found.length === 0) throw new Error(`no file below ${folder} is named ${name}: see tests/mutation/rooms.ts`);
    return found;
  };
  const matching = (names: readonly string[], end: string) => [...new Set(names.flatMap((name) => named(name + end)))];
  return { sources: matching(sources, ".ts"), tests: matching(tests, ".test.ts") };
}
