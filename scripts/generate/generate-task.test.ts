import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { derive } from "./derive.ts";

const root = path.resolve(import.meta.dirname, "../..");
const turbo = JSON.parse(readFileSync(path.join(root, "turbo.json"), "utf8")) as {
  tasks: Record<string, { inputs: string[]; outputs: string[] }>;
};
const { inputs = [], outputs = [] } = turbo.tasks["@modulex-instantly/spec#generate"] ?? {};

/** Whether a file matches one of the patterns of turbo.json that start at the root. */
function matches(file: string, patterns: readonly string[]): boolean {
  return patterns
    .filter((pattern) => pattern.startsWith("$TURBO_ROOT$/"))
    .some((pattern) => {
      const expression = pattern
        .replace("$TURBO_ROOT$/", "")
        .replaceAll(".", "\\.")
        .replaceAll(/\*\*\/|\*/g, (stars) => (stars === "*" ? "[^/]*" : "(.*/)?"))
        .replaceAll(/\{([^}]*)\}/g, (_, names: string) => `(${names.replaceAll(",", "|")})`);
      return new RegExp(`^${expression}$`).test(file);
    });
}

test("turbo keeps every derived file, so that an earlier spec is not built with later files", async () => {
  const files = [...(await derive(path.join(root, "spec"))).keys()];
  expect(files.filter((file) => !matches(file, outputs))).toEqual([]);
  // Files by hand with a derived version are read, too.
  const byHand = files.filter((file) => !/\.gen\.ts$|openapi\.json$/.test(file));
  expect([...byHand, "packages/sandbox/scenarios/replies.yaml"].filter((file) => !matches(file, inputs))).toEqual([]);
  expect(matches("packages/client/src/index.ts", [...inputs, ...outputs])).toBe(false);
});
