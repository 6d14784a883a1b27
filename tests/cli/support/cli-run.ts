import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable, Writable } from "node:stream";
import { afterAll } from "vitest";
import { runCli } from "../../../packages/cli/src/application.ts";
import { createContext } from "../../../packages/cli/src/create-context.ts";

/** What a run of the command left. */
export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is run. */
export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Whether stdout is a terminal, of which nobody answers questions. */
  readonly isTerminal?: boolean;
  readonly signal?: AbortSignal;
}

const folders: string[] = [];

/** A new folder that takes the place of the home directory, and is removed after the file. */
export function newHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), "cli-home-"));
  folders.push(home);
  return home;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Runs the command in this process, with nothing of the environment of the developer. */
export async function cli(words: readonly string[], home: string, options: CliOptions = {}): Promise<CliRun> {
  const { env = {}, stdin = "", isTerminal = false, signal = new AbortController().signal } = options;
  const [out, err] = [capture(isTerminal), capture(false)];
  const owner = {
    stdin: Readable.from(stdin === "" ? [] : [stdin], { objectMode: false }),
    stdout: out.stream,
    stderr: err.stream,
    env: { HOME: home, ...env },
    exitCode: undefined as number | string | null | undefined,
  };
  await runCli(words, createContext(owner, signal));
  return { code: Number(owner.exitCode ?? 0), stdout: out.text(), stderr: err.text() };
}

function capture(isTTY: boolean) {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY, columns: 120 }), text: () => chunks.join("") };
}
