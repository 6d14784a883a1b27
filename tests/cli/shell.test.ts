import { execFile } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { newHome } from "./support/cli-run.ts";

const command = path.resolve(import.meta.dirname, "../../packages/cli/bin/modulex-instantly.js");

/** Runs a line of a shell in which `$CLI` is the command, on the sandbox of a new home. */
function shell(line: string): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const { PATH, NODE_OPTIONS } = process.env;
  const env = { PATH, NODE_OPTIONS, HOME: newHome(), CLI: `${process.execPath} ${command}` };
  return new Promise((resolve) => {
    execFile("bash", ["-o", "pipefail", "-c", line], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

test("a reader that has enough ends the command without an error", async () => {
  const { code, stdout, stderr } = await shell("$CLI leads list --sandbox --ndjson --all | head -n 1");
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout.trim().split("\n")).toHaveLength(1);
});

test("a full disk is named in one line, with exit code 1", async () => {
  const { code, stderr } = await shell("$CLI leads list --sandbox --csv > /dev/full");
  expect(stderr).toMatch(/^modulex-instantly: the output cannot be written: ENOSPC.*\n$/);
  expect(code).toBe(1);
});

test("bash completes commands, flags and values with the script of the command", async () => {
  const { code, stdout, stderr } = await shell(
    [
      'modulex-instantly() { $CLI "$@"; }',
      "source <(modulex-instantly completion bash)",
      `try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _modulex_instantly; echo "\${COMPREPLY[*]}"; }`,
      "try modulex-instantly camp",
      "try modulex-instantly campaigns list --sta",
      "try modulex-instantly campaigns list --status pau",
    ].join("\n"),
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe("campaigns\n--starting-after --status\npaused\n");
});
