import type { Command, RouteMap } from "@stricli/core";
import { buildRouteMap } from "@stricli/core";
import type { CliContext } from "../context.ts";
import { exitCodeMeanings } from "../exit-code.ts";
import { actionRoutes } from "./action-commands.ts";
import { completionCommand } from "./completion-command.ts";
import { doctorCommand } from "./doctor-command.ts";
import { exportCommand } from "./export-commands.ts";
import { importLeadsCommand } from "./import-commands.ts";
import { loginCommand, logoutCommand, profileCommands } from "./profile-commands.ts";
import { requestCommand } from "./request-command.ts";
import { sandboxCommands } from "./sandbox-commands.ts";

type Commands = Readonly<Record<string, Command<CliContext>>>;

/** Commands of a group that are no actions, by group and verb. */
const FURTHER: Readonly<Record<string, Commands>> = {
  leads: { import: importLeadsCommand, export: exportCommand("leads") },
  emails: { export: exportCommand("emails") },
  sandbox: sandboxCommands,
  profiles: profileCommands,
};

const BRIEFS: Readonly<Record<string, string>> = {
  leads: "Leads of campaigns and lead lists",
  campaigns: "Campaigns",
  emails: "Emails of the Unibox",
  "lead-lists": "Lead lists",
  sandbox: "The local sandbox of --sandbox",
  profiles: "Stored workspaces",
};

/** All commands. */
export function rootRoutes(): RouteMap<CliContext> {
  const actions = actionRoutes();
  const groups = [...new Set([...Object.keys(actions), ...Object.keys(FURTHER)])];
  const routes = Object.fromEntries(
    groups.map((group) => [
      group,
      buildRouteMap({
        routes: { ...actions[group], ...FURTHER[group] },
        docs: { brief: BRIEFS[group] ?? group },
      }),
    ]),
  );
  return buildRouteMap<string, CliContext>({
    routes: {
      ...routes,
      request: requestCommand,
      login: loginCommand,
      logout: logoutCommand,
      doctor: doctorCommand,
      completion: completionCommand,
    },
    docs: { brief: "Instantly from the command line", fullDescription: overview() },
  });
}

function overview(): string {
  const codes = exitCodeMeanings.map(([code, meaning]) => `  ${String(code).padStart(3)}  ${meaning}`);
  return [
    "The Instantly V2 API from the command line. With --sandbox, every command runs on a local sandbox: no key, and nothing is",
    "ever sent. The key comes from INSTANTLY_API_KEY, from `modulex-instantly login` or from stdin, never from a flag.",
    "",
    "EXIT CODES",
    ...codes,
  ].join("\n");
}
