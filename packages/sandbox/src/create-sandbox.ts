import { openSandbox } from "./open-sandbox.ts";
import type { SandboxOptions } from "./options/sandbox-options.ts";
import { withDefaults } from "./options/sandbox-options.ts";
import type { Sandbox } from "./sandbox.ts";

/**
 * Creates a sandbox without a server. Pass its `fetch` to a client.
 *
 * @throws TypeError naming the invalid option.
 * @throws Error if the snapshot file is corrupt, not writable or in use by another sandbox. The file is not modified.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return openSandbox(withDefaults(options)).sandbox;
}
