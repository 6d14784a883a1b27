import type { FlagParametersForType } from "@stricli/core";
import type { CliContext, WorkspaceFlags } from "../context.ts";

/** The flags of every command that calls the API. */
export const workspaceFlags: FlagParametersForType<WorkspaceFlags, CliContext> = {
  sandbox: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Use the local sandbox, which remembers between commands: no key, and nothing is ever sent",
  },
  workspace: {
    kind: "parsed",
    parse: String,
    optional: true,
    placeholder: "name",
    brief: "The profile whose key is used; `environment` for INSTANTLY_API_KEY. Required for writes with two profiles",
  },
  keyStdin: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Read the API key from stdin",
  },
};
