import type { Command } from "@stricli/core";
import { buildCommand } from "@stricli/core";
import type { ActionCommand } from "../catalog/action-command.ts";
import { actionCommands } from "../catalog/action-command.ts";
import { resultShape } from "../catalog/result-shape.ts";
import type { CliContext } from "../context.ts";
import { listFlags } from "../flags/list-flags.ts";
import { outputFlags } from "../flags/output-flags.ts";
import { parameterFlags } from "../flags/parameter-flags.ts";
import { runFlags } from "../flags/run-flags.ts";
import { workspaceFlags } from "../flags/workspace-flags.ts";
import type { ActionFlags } from "../run/run-action-command.ts";

/** The commands of the actions, by group and verb. */
export function actionRoutes(): Record<string, Record<string, Command<CliContext>>> {
  const routes: Record<string, Record<string, Command<CliContext>>> = {};
  for (const command of actionCommands()) {
    routes[command.group] = { ...routes[command.group], [command.verb]: buildActionCommand(command) };
  }
  return routes;
}

function buildActionCommand(command: ActionCommand): Command<CliContext> {
  const { action, parameters, positional } = command;
  const isPaged = resultShape(action).listField !== undefined;
  const flags = {
    ...parameterFlags(parameters),
    input: {
      kind: "parsed",
      parse: String,
      optional: true,
      placeholder: "file",
      brief: "A JSON file with the parameters, `-` for stdin. Flags take precedence",
    },
    ...(isPaged ? listFlags : {}),
    ...runFlags,
    ...outputFlags,
    ...workspaceFlags,
  };
  const parameter = {
    brief: positional?.description ?? "",
    placeholder: positional?.name.replaceAll("_", "-") ?? "",
    parse: String,
    optional: true,
  } as const;
  return buildCommand<ActionFlags, string[], CliContext>({
    docs: { brief: action.title, fullDescription: fullDescription(command) },
    parameters: {
      flags: flags as never,
      positional: { kind: "tuple", parameters: positional === undefined ? [] : [parameter] } as never,
    },
    loader: async () => {
      const { runActionCommand } = await import("../run/run-action-command.ts");
      return function run(this: CliContext, given: ActionFlags, word?: string) {
        return runActionCommand(this, command, given, word);
      };
    },
  });
}

function fullDescription({ action }: ActionCommand): string {
  return `${action.description}\n\nThe key needs one of the scopes ${action.scopes.join(", ")}.`;
}
