import type { Command } from "@stricli/core";
import { buildCommand } from "@stricli/core";
import type { CliContext } from "../context.ts";
import type { LoginFlags } from "../workspace/login.ts";

const workspace = {
  kind: "parsed",
  parse: String,
  optional: true,
  placeholder: "name",
} as const;

/** `login`. */
export const loginCommand: Command<CliContext> = buildCommand<LoginFlags, [], CliContext>({
  docs: {
    brief: "Store the API key of a workspace",
    fullDescription:
      "Asks for the key, or reads it with --key-stdin, and tests it with one read. It is stored in the keyring of the system; " +
      "where there is none, in a file that only you may read. Create a key in the app: Settings, Integrations, API Keys.",
  },
  parameters: {
    flags: {
      workspace: {
        ...workspace,
        brief: "The name of the profile, such as the name of the workspace. Default: default",
      },
      keyStdin: { kind: "boolean", optional: true, withNegated: false, brief: "Read the key from stdin" },
      keyring: { kind: "boolean", optional: true, brief: "Whether to use the keyring of the system, if there is one" },
      workspaceId: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "id",
        brief: "The sub-workspace to use with the key of an admin workspace",
      },
    },
  },
  loader: async () => {
    const { login } = await import("../workspace/login.ts");
    return function run(this: CliContext, flags) {
      return login(this, flags);
    };
  },
});

/** `logout`. */
export const logoutCommand: Command<CliContext> = buildCommand<
  { readonly workspace?: string | undefined },
  [],
  CliContext
>({
  docs: { brief: "Remove a stored API key" },
  parameters: {
    flags: { workspace: { ...workspace, brief: "The profile to remove; not needed if there is only one" } },
  },
  loader: async () => {
    const { logout } = await import("../workspace/login.ts");
    return function run(this: CliContext, flags) {
      return logout(this, flags.workspace);
    };
  },
});

/** The commands of `profiles`. */
export const profileCommands: Readonly<Record<string, Command<CliContext>>> = {
  list: buildCommand<{ readonly json?: boolean | undefined }, [], CliContext>({
    docs: { brief: "List the stored workspaces; their keys are never shown" },
    parameters: { flags: { json: { kind: "boolean", optional: true, withNegated: false, brief: "Print JSON" } } },
    loader: async () => {
      const { listProfiles } = await import("../workspace/login.ts");
      return function run(this: CliContext, flags) {
        return listProfiles(this, flags.json ?? false);
      };
    },
  }),
  use: buildCommand<Record<never, never>, [string], CliContext>({
    docs: { brief: "Set the profile that reads use without --workspace" },
    parameters: {
      positional: { kind: "tuple", parameters: [{ brief: "The profile", placeholder: "name", parse: String }] },
    },
    loader: async () => {
      const { setDefaultProfile } = await import("../workspace/login.ts");
      return function run(this: CliContext, _, name) {
        return setDefaultProfile(this, name);
      };
    },
  }),
};
