import type { Command } from "@stricli/core";
import { buildCommand } from "@stricli/core";
import type { CliContext, WorkspaceFlags } from "../context.ts";
import { workspaceFlags } from "../flags/workspace-flags.ts";

/** `doctor`. */
export const doctorCommand: Command<CliContext> = buildCommand<
  WorkspaceFlags & { readonly json?: boolean | undefined },
  [],
  CliContext
>({
  docs: { brief: "Check the key, its scopes, the connection, the clock and the limits; it only reads" },
  parameters: {
    flags: {
      json: { kind: "boolean", optional: true, withNegated: false, brief: "Print JSON" },
      ...workspaceFlags,
    },
  },
  loader: async () => {
    const { runDoctor } = await import("../doctor/doctor.ts");
    return function run(this: CliContext, flags) {
      return runDoctor(this, flags);
    };
  },
});
