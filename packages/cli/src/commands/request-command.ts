import type { Command } from "@stricli/core";
import { buildCommand } from "@stricli/core";
import type { CliContext } from "../context.ts";
import { outputFlags } from "../flags/output-flags.ts";
import { runFlags } from "../flags/run-flags.ts";
import { workspaceFlags } from "../flags/workspace-flags.ts";
import { readJson } from "../input/read-json.ts";
import type { RequestFlags } from "../run/run-request.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const EFFECTS = ["read", "create", "update", "delete", "send"] as const;

/** `request`. */
export const requestCommand: Command<CliContext> = buildCommand<RequestFlags, [string, string], CliContext>({
  docs: {
    brief: "Request any route of the API, with the same limits, retries and errors",
    fullDescription:
      "Routes that have a command have checks and a preview there. Anything but a GET counts as a send: it asks first, and is " +
      "never repeated when its outcome is unknown. --effect says what a route really does.",
  },
  parameters: {
    flags: {
      param: {
        kind: "parsed",
        parse: String,
        optional: true,
        variadic: true,
        placeholder: "name=value",
        brief: "The value of a {name} in the path, which is encoded. Repeat the flag for more",
      },
      query: {
        kind: "parsed",
        parse: String,
        optional: true,
        variadic: true,
        placeholder: "name=value",
        brief: "A parameter of the query. Repeat the flag for more",
      },
      body: {
        kind: "parsed",
        parse: (text: string) => readJson(text, "--body") as Promise<object>,
        optional: true,
        placeholder: "json|@file",
        brief: "The body: JSON, or @file",
      },
      effect: {
        kind: "enum",
        values: EFFECTS,
        optional: true,
        brief: "What the call does to the workspace, which decides about questions and retries",
      },
      ...runFlags,
      select: outputFlags.select,
      ...workspaceFlags,
    } as never,
    positional: {
      kind: "tuple",
      parameters: [
        { brief: METHODS.join(", "), placeholder: "method", parse: String, proposeCompletions: () => METHODS },
        { brief: "The path, such as /api/v2/accounts/{email}", placeholder: "path", parse: String },
      ],
    },
  },
  loader: async () => {
    const { runRequest } = await import("../run/run-request.ts");
    return function run(this: CliContext, flags, method, path) {
      return runRequest(this, flags, method, path);
    };
  },
});
