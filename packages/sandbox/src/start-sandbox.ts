import path from "node:path";
import { openSandbox } from "./open-sandbox.ts";
import { listeningAddress } from "./options/listening-address.ts";
import type { StartSandboxOptions } from "./options/sandbox-options.ts";
import { withDefaults } from "./options/sandbox-options.ts";
import { packageFolder } from "./package-folder.ts";
import type { RunningSandbox } from "./sandbox.ts";
import { pageFiles } from "./ui/page-files.ts";

/**
 * Starts a sandbox, by default on any free port of 127.0.0.1.
 *
 * @throws TypeError naming the invalid option.
 * @throws Error if the port is in use, or if the snapshot file is corrupt, not writable or in use by another sandbox. The
 * file is not modified.
 */
export async function startSandbox(options: StartSandboxOptions = {}): Promise<RunningSandbox> {
  const settings = withDefaults(options);
  const { port, host, allowedHosts } = listeningAddress(options);
  const page = options.ui === false ? undefined : pageFiles(path.join(packageFolder(), "ui"));
  const { sandbox, server, save, release } = openSandbox(settings, page);
  try {
    const url = await server.listen({ port, host, allowedHosts });
    await save();
    return {
      ...sandbox,
      clientOptions: { ...sandbox.clientOptions, baseUrl: url },
      url,
      openPage: async () => page !== undefined && (await import("./ui/open-browser.ts")).openBrowser(url),
    };
  } catch (error) {
    await server.close();
    release();
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new Error(`port: ${port} is already in use on ${host}; use another port, or 0 for any free port`, {
      cause: error,
    });
  }
}
