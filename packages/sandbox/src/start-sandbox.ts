import { openSandbox } from "./open-sandbox.ts";
import type { RunningSandbox } from "./sandbox.ts";
import type { StartSandboxOptions } from "./sandbox-options.ts";
import { listeningAddress, sandboxSettings } from "./sandbox-settings.ts";

/**
 * Starts a sandbox on a loopback address, by default on any free port.
 *
 * @throws TypeError naming the option that is wrong.
 * @throws Error when the port is taken, or when the snapshot file is broken, cannot be written or is kept by another
 * sandbox; it is left untouched.
 */
export async function startSandbox(options: StartSandboxOptions = {}): Promise<RunningSandbox> {
  const settings = sandboxSettings(options);
  const { port, host } = listeningAddress(options);
  const { sandbox, server, save, release } = openSandbox(settings);
  try {
    const url = await server.listen({ port, host });
    await save();
    return { ...sandbox, url };
  } catch (error) {
    await server.close();
    release();
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new Error(`port: ${port} is taken on ${host}; choose another, or 0 for any free one`, { cause: error });
  }
}
