import { Client as V2Client, StreamableHTTPClientTransport as V2Http } from "@modelcontextprotocol/client";
import { StdioClientTransport as V2Stdio } from "@modelcontextprotocol/client/stdio";
import { Client as V1Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as V1Stdio } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport as V1Http } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Transport as V1Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { ElicitRequestSchema, ToolListChangedNotificationSchema } from "@modelcontextprotocol/sdk/types.js";
import { cleanEnvironment, command } from "./mcp-command.ts";

/** A result as a client receives it. */
export interface ToolOutcome {
  readonly content: readonly { readonly type: string; readonly text?: string }[];
  readonly structuredContent?: Readonly<Record<string, unknown>>;
  readonly isError?: boolean;
}

/** A tool as a client sees it. */
export interface ListedTool {
  readonly name: string;
  readonly description?: string;
  readonly inputSchema: Readonly<Record<string, unknown>>;
  readonly outputSchema?: Readonly<Record<string, unknown>>;
  readonly annotations?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/** One of the official clients. */
export interface McpClient {
  listTools(): Promise<readonly ListedTool[]>;
  call(
    name: string,
    args?: Readonly<Record<string, unknown>>,
    onProgress?: (message: string) => void,
  ): Promise<ToolOutcome>;
  /** The number of notifications that the list of tools has changed. */
  changes(): number;
  close(): Promise<void>;
}

/** How a person answers a form. */
export type Answer = (message: string) => "accept" | "decline" | "cancel";

/** Where the server is. */
export type Place =
  | { readonly args: readonly string[]; readonly env?: Readonly<Record<string, string>> }
  | { readonly url: string; readonly headers?: Readonly<Record<string, string>> };

const info = { name: "modulex-instantly-tests", version: "1.0.0" };

/** Connects the client of SDK v2, which speaks the revision of 2026 if the server does. */
export async function connectV2(place: Place, answer?: Answer, mode: "auto" | "legacy" = "auto"): Promise<McpClient> {
  const capabilities = answer ? { elicitation: { form: {} } } : {};
  const client = new V2Client(info, { capabilities, versionNegotiation: { mode } });
  if (answer) {
    client.setRequestHandler("elicitation/create", ({ params }) => {
      const action = answer(params.message);
      return action === "accept" ? { action, content: {} } : { action };
    });
  }
  let changes = 0;
  client.setNotificationHandler("notifications/tools/list_changed", () => {
    changes += 1;
  });
  await client.connect(
    "url" in place
      ? new V2Http(new URL(place.url), { requestInit: { headers: { ...place.headers } } })
      : new V2Stdio({ command: process.execPath, args: [command, ...place.args], env: cleanEnvironment(place.env) }),
  );
  return {
    listTools: async () => (await client.listTools()).tools as unknown as ListedTool[],
    call: async (name, args = {}, onProgress) =>
      (await client.callTool({ name, arguments: { ...args } }, progressOption(onProgress))) as ToolOutcome,
    changes: () => changes,
    close: () => client.close(),
  };
}

/** Connects the client of SDK v1, which speaks the revision of 2025. */
export async function connectV1(place: Place, answer?: Answer): Promise<McpClient> {
  const client = new V1Client(info, { capabilities: answer ? { elicitation: {} } : {} });
  if (answer) {
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
      const action = answer(params.message);
      return action === "accept" ? { action, content: {} } : { action };
    });
  }
  let changes = 0;
  client.setNotificationHandler(ToolListChangedNotificationSchema, () => {
    changes += 1;
  });
  const transport =
    "url" in place
      ? new V1Http(new URL(place.url), { requestInit: { headers: { ...place.headers } } })
      : new V1Stdio({ command: process.execPath, args: [command, ...place.args], env: cleanEnvironment(place.env) });
  // The declarations of SDK v1 were compiled without exactOptionalPropertyTypes.
  await client.connect(transport as V1Transport);
  return {
    listTools: async () => (await client.listTools()).tools as unknown as ListedTool[],
    call: async (name, args = {}, onProgress) =>
      (await client.callTool({ name, arguments: { ...args } }, undefined, progressOption(onProgress))) as ToolOutcome,
    changes: () => changes,
    close: () => client.close(),
  };
}

function progressOption(onProgress: ((message: string) => void) | undefined) {
  return (
    onProgress && { onprogress: ({ message = "" }: { readonly message?: string | undefined }) => onProgress(message) }
  );
}
