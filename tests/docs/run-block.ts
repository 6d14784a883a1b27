import { execFile } from "node:child_process";
import path from "node:path";
import type { OutboxMail, RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";

/** The output and the exit code of a program. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a program that ran beside a sandbox did. */
export interface EndedBesideSandbox extends Ended {
  /** The replies that it sent. */
  readonly replies: readonly OutboxMail[];
}

/** A block that does not exit by itself is broken. */
const TIME_LIMIT_MS = 30_000;

/**
 * Runs a program with a new sandbox in which a campaign has been running for three days. The program finds it through
 * `INSTANTLY_API_KEY` and `INSTANTLY_BASE_URL`, as a user's program would.
 */
async function runBesideSandbox(
  command: string,
  parameters: readonly string[],
  cwd: string,
): Promise<EndedBesideSandbox> {
  const sandbox = await startSandbox({ scenario: "replies" });
  try {
    const before = sandbox.outbox().length;
    const ended = await runBeside(sandbox, command, parameters, cwd);
    return {
      ...ended,
      replies: sandbox
        .outbox()
        .slice(before)
        .filter(({ by }) => by === "reply"),
    };
  } finally {
    await sandbox.close();
  }
}

async function runBeside(
  sandbox: RunningSandbox,
  command: string,
  parameters: readonly string[],
  cwd: string,
): Promise<Ended> {
  // NODE_OPTIONS keeps Node on this machine: tests/support/setup.ts.
  const { PATH, HOME, NODE_OPTIONS } = process.env;
  const env = { PATH, HOME, NODE_OPTIONS, INSTANTLY_API_KEY: sandbox.keys.full, INSTANTLY_BASE_URL: sandbox.url };
  return await new Promise((resolve) => {
    execFile(command, parameters, { cwd, env, timeout: TIME_LIMIT_MS }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}

/** Runs a block of shell commands like `runShell`, with a given sandbox. */
export function runShellBeside(sandbox: RunningSandbox, code: string, cwd: string): Promise<Ended> {
  return runBeside(sandbox, "bash", ["-euo", "pipefail", "-c", code], cwd);
}

/** Runs the JavaScript of a block. */
export function runScript(script: string): Promise<EndedBesideSandbox> {
  return runBesideSandbox(process.execPath, [script], path.dirname(script));
}

/** Runs a block of shell commands in the root of the repository, until the first failure. */
export function runShell(code: string, root: string): Promise<Ended> {
  return runBesideSandbox("bash", ["-euo", "pipefail", "-c", code], root);
}
