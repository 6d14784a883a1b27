import type { Command } from "@stricli/core";
import { buildCommand } from "@stricli/core";
import type { CliContext } from "../context.ts";

const control = () => import("../workspace/control-sandbox.ts");
const SCENARIOS = ["replies", "outreach", "pages", "empty"] as const;

/** The commands of `sandbox`. */
export const sandboxCommands: Readonly<Record<string, Command<CliContext>>> = {
  advance: buildCommand<Record<never, never>, [string], CliContext>({
    docs: { brief: "Move its clock forward: campaigns send, recipients reply" },
    parameters: {
      positional: {
        kind: "tuple",
        parameters: [{ brief: "How far, such as 3d, 36h or 1d 2h", placeholder: "duration", parse: String }],
      },
    },
    loader: async () => {
      const { advanceSandbox } = await control();
      return function run(this: CliContext, _, duration) {
        return advanceSandbox(this, duration);
      };
    },
  }),
  outbox: buildCommand<{ readonly json?: boolean | undefined }, [], CliContext>({
    docs: { brief: "List the emails that would have been sent" },
    parameters: { flags: { json: { kind: "boolean", optional: true, withNegated: false, brief: "Print JSON" } } },
    loader: async () => {
      const { printOutbox } = await control();
      return function run(this: CliContext, flags) {
        return printOutbox(this, flags.json ?? false);
      };
    },
  }),
  reset: buildCommand<{ readonly scenario: (typeof SCENARIOS)[number] }, [], CliContext>({
    docs: { brief: "Start again with a scenario" },
    parameters: {
      flags: {
        scenario: { kind: "enum", values: SCENARIOS, default: "replies", brief: "The prepared workspace" },
      },
    },
    loader: async () => {
      const { resetSandbox } = await control();
      return function run(this: CliContext, { scenario }) {
        return resetSandbox(this, scenario);
      };
    },
  }),
  delete: buildCommand<Record<never, never>, [], CliContext>({
    docs: { brief: "Delete its file" },
    parameters: {},
    loader: async () => {
      const { deleteSandbox } = await control();
      return function run(this: CliContext) {
        return deleteSandbox(this);
      };
    },
  }),
};
