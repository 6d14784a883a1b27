import { rm } from "node:fs/promises";
import { usageError } from "../command-error.ts";
import type { CliContext } from "../context.ts";
import { print } from "../output/print.ts";
import { safeJson, safeLine } from "../output/safe-text.ts";
import { formatTable } from "../output/table.ts";
import type { SandboxWorkspace } from "./sandbox-workspace.ts";
import { openSandboxWorkspace, sandboxFile } from "./sandbox-workspace.ts";

/** Starts the sandbox again, with a scenario. */
export async function resetSandbox(context: CliContext, scenario: string): Promise<void> {
  await withSandbox(context, async ({ sandbox }) => {
    try {
      sandbox.load(scenario);
    } catch (error) {
      throw usageError((error as Error).message);
    }
    await print(context.stdout, `The sandbox now has the scenario ${scenario}. Its time is ${sandbox.now()}.\n`);
  });
}

/** Moves the clock of the sandbox forward, so that campaigns send and recipients act. */
export async function advanceSandbox(context: CliContext, duration: string): Promise<void> {
  await withSandbox(context, async ({ sandbox }) => {
    const before = sandbox.outbox().length;
    try {
      sandbox.advance(duration);
    } catch (error) {
      throw usageError((error as Error).message);
    }
    const mails = sandbox.outbox().length - before;
    await print(context.stdout, `It is now ${sandbox.now()}. The campaigns have sent ${mails} emails, to nobody.\n`);
  });
}

/** Prints the emails that would have been sent. */
export async function printOutbox(context: CliContext, isJson: boolean): Promise<void> {
  await withSandbox(context, async ({ sandbox }) => {
    const mails = sandbox.outbox();
    if (isJson || context.stdout.isTTY !== true) return print(context.stdout, `${safeJson(mails, 2)}\n`);
    if (mails.length === 0) return print(context.stdout, "Nothing would have been sent.\n");
    const rows = mails.map(({ to, subject, step }) => [to.join(", "), safeLine(subject), step ?? ""]);
    return print(context.stdout, `${await formatTable(["to", "subject", "step"], rows, context.stdout.columns)}\n`);
  });
}

/** Deletes the file of the sandbox. */
export async function deleteSandbox(context: CliContext): Promise<void> {
  await withSandbox(context, async () => undefined);
  await rm(sandboxFile(context), { force: true });
  await print(context.stdout, "Deleted the sandbox.\n");
}

async function withSandbox(context: CliContext, use: (workspace: SandboxWorkspace) => Promise<void>): Promise<void> {
  const workspace = await openSandboxWorkspace(context);
  try {
    await use(workspace);
  } finally {
    await workspace.close();
  }
}
