import { createRequire } from "node:module";
import path from "node:path";
import type * as NodePty from "@lydell/node-pty";

/** The built command, as the package publishes it. */
export const command: string = path.resolve(import.meta.dirname, "../../../packages/cli/bin/modulex-instantly.js");

/** A session of the command on a real terminal. */
export interface TerminalSession {
  /** What was written so far, without escape sequences. */
  text(): string;
  /** Resolves when the text contains what is expected. */
  until(expected: string | RegExp): Promise<void>;
  type(keys: string): void;
  /** Resolves with the exit code. */
  readonly ended: Promise<number>;
}

/** Starts the command on a terminal of 100 columns, with nothing of the environment of the developer. */
export function startTerminal(
  words: readonly string[],
  home: string,
  env: Readonly<Record<string, string>> = {},
): TerminalSession {
  const { spawn } = createRequire(import.meta.url)("@lydell/node-pty") as typeof NodePty;
  const kept = { PATH: process.env["PATH"] ?? "", NODE_OPTIONS: process.env["NODE_OPTIONS"] ?? "" };
  const terminal = spawn(process.execPath, [command, ...words], {
    name: "xterm-256color",
    cols: 100,
    rows: 40,
    env: { ...kept, HOME: home, TERM: "xterm-256color", ...env },
  });
  let raw = "";
  const waiting = new Set<() => void>();
  terminal.onData((data) => {
    raw += data;
    for (const check of waiting) check();
  });
  const text = () => raw.replaceAll(ESCAPES, "").replaceAll("\r", "");
  const ended = new Promise<number>((resolve) => terminal.onExit(({ exitCode }) => resolve(exitCode)));
  return {
    text,
    ended,
    type: (keys) => terminal.write(keys),
    until: (expected) =>
      new Promise((resolve, reject) => {
        const check = () => {
          const isThere = typeof expected === "string" ? text().includes(expected) : expected.test(text());
          if (!isThere) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
        ended.then((code) => reject(new Error(`ended with code ${code} before ${expected}: ${text()}`)));
      }),
  };
}

const ESC = "\u001b";
const ESCAPES: RegExp = new RegExp(`${ESC}\\[[0-?]*[ -/]*[@-~]|${ESC}[()][A-Z0-9]|${ESC}[=>78]`, "g");
