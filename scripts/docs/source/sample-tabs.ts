import type { FoundOperation } from "../../spec/operations.ts";
import { sampleCommand } from "./sample-command.ts";
import { sampleCurl } from "./sample-curl.ts";
import { sampleRun } from "./sample-run.ts";
import type { SiteSource } from "./site-source.ts";

/** A way to call an operation, as code. */
export interface SampleTab {
  readonly title: "Client" | "Action" | "CLI" | "curl";
  readonly language: "ts" | "sh";
  readonly text: string;
}

/** The ways to call an operation. Tests run each of them on a sandbox. */
export function sampleTabs({ calls, actions }: SiteSource, found: FoundOperation): SampleTab[] {
  const { operationId } = found.operation;
  const call = calls.get(operationId);
  if (call === undefined) throw new Error(`${operationId} has no sample call`);
  const client = [
    'import { createInstantlyClient } from "@modulex-instantly/client";',
    "",
    "const instantly = createInstantlyClient(); // the key is in INSTANTLY_API_KEY",
    call.code,
  ].join("\n");
  const [action] = actions.filter(({ action }) => action.http.operation === operationId);
  return [
    { title: "Client", language: "ts", text: client },
    ...(action ? [{ title: "Action", language: "ts", text: sampleRun(action) } as const] : []),
    ...(action ? [{ title: "CLI", language: "sh", text: sampleCommand(action) } as const] : []),
    { title: "curl", language: "sh", text: sampleCurl(found, call) },
  ];
}
