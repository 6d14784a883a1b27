import type { Command } from "@stricli/core";
import { buildCommand } from "@stricli/core";
import type { ActionCommand } from "../catalog/action-command.ts";
import { actionCommands } from "../catalog/action-command.ts";
import { commandWords } from "../catalog/command-words.ts";
import { resultShape } from "../catalog/result-shape.ts";
import type { CliContext } from "../context.ts";
import { listFlags } from "../flags/list-flags.ts";
import { outputFlags } from "../flags/output-flags.ts";
import { parameterFlags } from "../flags/parameter-flags.ts";
import { checkFlags, recipientFlags, runFlags } from "../flags/run-flags.ts";
import { workspaceFlags } from "../flags/workspace-flags.ts";
import type { ActionFlags } from "../run/run-action-command.ts";

/** The commands of the actions, by group and verb. */
export function actionRoutes(): Record<string, Record<string, Command<CliContext>>> {
  const routes: Record<string, Record<string, Command<CliContext>>> = {};
  const all = actionCommands();
  for (const command of all) {
    routes[command.group] = { ...routes[command.group], [command.verb]: buildActionCommand(command, all) };
  }
  return routes;
}

/** Parameters that are checked before they are sent. */
const CHECKED = ["sequences", "email_list"];

function buildActionCommand(command: ActionCommand, all: readonly ActionCommand[]): Command<CliContext> {
  const { action, parameters, positional } = command;
  const isPaged = resultShape(action).listField !== undefined;
  const names = parameters.map(({ name }) => name);
  const isChecked = action.effect === "send" || CHECKED.some((name) => names.includes(name));
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
    ...(isChecked ? checkFlags : {}),
    ...(names.includes("reply_to_uuid") ? recipientFlags : {}),
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
    docs: { brief: action.title, fullDescription: fullDescription(command, all) },
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

function fullDescription(command: ActionCommand, all: readonly ActionCommand[]): string {
  const { action } = command;
  return `${commandWords(action.description, command, all)}\n\nThe key needs one of the scopes ${action.scopes.join(", ")}.`;
}
