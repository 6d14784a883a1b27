import { openSandbox } from "./open-sandbox.ts";
import type { StartSandboxOptions } from "./options/sandbox-options.ts";
import { listeningAddress, withDefaults } from "./options/sandbox-options.ts";
import type { RunningSandbox } from "./sandbox.ts";

/**
 * Starts a sandbox on a loopback address, by default on any free port.
 *
 * @throws TypeError naming the invalid option.
 * @throws Error if the port is in use, or if the snapshot file is corrupt, not writable or in use by another sandbox. The
 * file is not modified.
 */
export async function startSandbox(options: StartSandboxOptions = {}): Promise<RunningSandbox> {
  const settings = withDefaults(options);
  const { port, host } = listeningAddress(options);
  const { sandbox, server, save, release } = openSandbox(settings);
  try {
    const url = await server.listen({ port, host });
    await save();
    return { ...sandbox, clientOptions: { ...sandbox.clientOptions, baseUrl: url }, url };
  } catch (error) {
    await server.close();
    release();
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new Error(`port: ${port} is already in use on ${host}; use another port, or 0 for any free port`, {
      cause: error,
    });
  }
}
