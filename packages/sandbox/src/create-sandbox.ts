import { openSandbox } from "./open-sandbox.ts";
import type { Sandbox } from "./sandbox.ts";
import type { SandboxOptions } from "./sandbox-options.ts";
import { sandboxSettings } from "./sandbox-settings.ts";

/**
 * Makes a sandbox without a server: give its `fetch` to a client.
 *
 * @throws TypeError naming the option that is wrong.
 * @throws Error when the snapshot file is broken, cannot be written or is kept by another sandbox; it is left untouched.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return openSandbox(sandboxSettings(options)).sandbox;
}
