import { CommandError } from "../command-error.ts";
import type { CliContext, OpenWorkspace, WorkspaceFlags } from "../context.ts";
import { ExitCode } from "../exit-code.ts";
import { readKey } from "./read-key.ts";
import { openSandboxWorkspace } from "./sandbox-workspace.ts";

/** Opens the workspace of a command; see `CliContext.openWorkspace`. */
export async function openWorkspace(
  context: CliContext,
  flags: WorkspaceFlags,
  isWrite: boolean,
): Promise<OpenWorkspace> {
  if (flags.sandbox) {
    const { client, apiKey, close } = await openSandboxWorkspace(context);
    return { name: "sandbox", client, apiKey, close };
  }
  const { name, apiKey, baseUrl, workspaceId } = await readKey(context, flags, isWrite);
  const [{ createInstantlyClient }, { sendEvidence }] = await Promise.all([
    import("@modulex-instantly/client"),
    import("@modulex-instantly/client/node"),
  ]);
  try {
    const client = createInstantlyClient({
      apiKey,
      baseUrl: baseUrl ?? context.env["INSTANTLY_BASE_URL"],
      workspaceId,
      sendEvidence: sendEvidence(),
    });
    return { name, client, apiKey, close: async () => undefined };
  } catch (error) {
    throw new CommandError((error as Error).message, ExitCode.usage, { cause: error });
  }
}
