import { fileURLToPath } from "node:url";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { startCommand } from "../../tests/cli/support/command-process.ts";

/** A run of the command. */
export interface MeasuredCommand {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** How much more than at its start the heap had after a garbage collection, at most. */
  readonly heapGrowthBytes: number;
  readonly stdout: string;
}

/** Runs the command, and measures its heap from within. */
export async function measuredCommand(
  sandbox: RunningSandbox,
  folder: string,
  words: readonly string[],
): Promise<MeasuredCommand> {
  const reporter = fileURLToPath(new URL("heap-reporter.mjs", import.meta.url));
  const { ended } = startCommand(sandbox, folder, words, { node: ["--expose-gc", "--import", reporter] });
  const { code, stdout, stderr } = await ended;
  const report = /^heap: (.*)$/m.exec(stderr)?.[1];
  if (code !== 0 || report === undefined) throw new Error(`${words.join(" ")} ended with ${code}: ${stderr}`);
  const { growth, ...times } = JSON.parse(report) as { growth: number; seconds: number; cpuSeconds: number };
  return { ...times, heapGrowthBytes: growth, stdout };
}
