import { chmod, mkdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { InstantlyClient } from "@modulex-instantly/client";
import type { Sandbox, ScenarioName } from "@modulex-instantly/sandbox";
import { CommandError } from "../command-error.ts";
import type { CliContext } from "../context.ts";
import { ExitCode } from "../exit-code.ts";

/** The sandbox that commands share. */
export interface SandboxWorkspace {
  readonly sandbox: Sandbox;
  readonly client: InstantlyClient;
  readonly apiKey: string;
  close(): Promise<void>;
}

const SCENARIO: ScenarioName = "replies";
/** How long a command waits for another one that uses the sandbox. */
const LONGEST_WAIT_MS = 10_000;

/** The file that the sandbox is saved in. */
export function sandboxFile({ directories }: Pick<CliContext, "directories">): string {
  return path.join(directories.state, "sandbox.jsonl");
}

/**
 * Opens the sandbox, which is saved after every change. Only one command at a time can use it; others wait for some
 * seconds.
 *
 * @throws CommandError if its file cannot be read or written, or is in use.
 */
export async function openSandboxWorkspace(
  context: Pick<CliContext, "directories" | "signal">,
): Promise<SandboxWorkspace> {
  const [{ createInstantlyClient }, { createSandbox }] = await Promise.all([
    import("@modulex-instantly/client"),
    import("@modulex-instantly/sandbox"),
  ]);
  const file = sandboxFile(context);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await chmod(path.dirname(file), 0o700).catch(() => undefined);
  const sandbox = await whenFree(() => createSandbox({ snapshotFile: file, scenario: SCENARIO }), context.signal);
  const { clientOptions } = sandbox;
  return {
    sandbox,
    client: createInstantlyClient(clientOptions),
    apiKey: clientOptions.apiKey,
    close: () => sandbox.close(),
  };
}

async function whenFree(open: () => Sandbox, signal: AbortSignal): Promise<Sandbox> {
  const start = performance.now();
  for (;;) {
    try {
      return open();
    } catch (error) {
      const { message } = error as Error;
      const isBusy = message.includes("another sandbox in ");
      if (!isBusy || performance.now() - start > LONGEST_WAIT_MS || signal.aborted) {
        throw new CommandError(message, ExitCode.failure, { cause: error });
      }
      await sleep(50 + Math.random() * 100);
    }
  }
}
