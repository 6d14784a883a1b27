import type { InstantlyClient } from "@modulex-instantly/client";
import { CommandError, usageError } from "../command-error.ts";
import type { CliContext } from "../context.ts";
import { ExitCode } from "../exit-code.ts";

/**
 * Creates the client of a key.
 *
 * @throws CommandError for a key or a base URL that cannot be one; the key is not shown.
 */
export async function createClient(
  { env }: Pick<CliContext, "env">,
  { apiKey, workspaceId }: { readonly apiKey: string; readonly workspaceId?: string | undefined },
): Promise<InstantlyClient> {
  if (env["NODE_TLS_REJECT_UNAUTHORIZED"] === "0") {
    throw usageError("NODE_TLS_REJECT_UNAUTHORIZED=0 would send the key to any server that pretends to be Instantly");
  }
  const [{ createInstantlyClient }, { sendEvidence }] = await Promise.all([
    import("@modulex-instantly/client"),
    import("@modulex-instantly/client/node"),
  ]);
  try {
    const baseUrl = env["INSTANTLY_BASE_URL"]?.trim() || undefined;
    return createInstantlyClient({ apiKey, baseUrl, workspaceId, sendEvidence: sendEvidence() });
  } catch (error) {
    const { message } = error as Error;
    throw new CommandError(message, message.startsWith("apiKey") ? ExitCode.auth : ExitCode.usage, { cause: error });
  }
}
