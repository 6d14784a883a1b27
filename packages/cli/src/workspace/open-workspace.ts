import { usageError } from "../command-error.ts";
import type { CliContext, OpenWorkspace, WorkspaceFlags } from "../context.ts";
import { createClient } from "./create-client.ts";
import { readKey } from "./read-key.ts";
import { openSandboxWorkspace } from "./sandbox-workspace.ts";

/** Opens the workspace of a command; see `CliContext.openWorkspace`. */
export async function openWorkspace(
  context: CliContext,
  flags: WorkspaceFlags,
  isWrite: boolean,
): Promise<OpenWorkspace> {
  if (flags.sandbox || flags.workspace === "sandbox") {
    if (flags.keyStdin) throw usageError("--key-stdin: the sandbox needs no key");
    if (flags.sandbox && flags.workspace !== undefined && flags.workspace !== "sandbox") {
      throw usageError("--sandbox: not together with --workspace");
    }
    const { client, apiKey, close } = await openSandboxWorkspace(context);
    return { name: "sandbox", client, apiKey, close };
  }
  const { name, apiKey, workspaceId } = await readKey(context, flags, isWrite);
  const client = await createClient(context, { apiKey, workspaceId });
  return { name, client, apiKey, close: async () => undefined };
}
