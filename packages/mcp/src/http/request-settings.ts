import type { ActionName } from "@modulex-instantly/actions";
import { didYouMean } from "../settings/nearest-name.ts";
import { SettingsError } from "../settings/settings-error.ts";
import type { Narrowing } from "../settings/tool-selection.ts";
import { readToolNames } from "../settings/tool-selection.ts";

/** The paths of the server. */
export const PATHS = { mcp: "/mcp", readOnly: "/mcp/readonly", health: "/healthz" } as const;

const KNOWN = ["x-mcp-readonly", "x-mcp-tools"];

/**
 * Reads how a request narrows the tools of the deployment: by its path, for clients that cannot set headers, and by
 * `X-MCP-Readonly` and `X-MCP-Tools`. Neither can add a tool.
 *
 * @throws SettingsError for an unknown setting or value, because ignoring it could leave tools on.
 */
export function requestNarrowing(url: URL, headers: Headers): Narrowing {
  if (url.search !== "" || url.hash !== "") {
    throw new SettingsError(
      "the URL has a query or fragment: settings belong in headers or in the path, such as /mcp/readonly",
    );
  }
  for (const name of headers.keys()) {
    if (KNOWN.includes(name)) continue;
    const hint = didYouMean(name, KNOWN);
    // Also where the prefix itself is misspelt.
    if (hint !== "" || name.startsWith("x-mcp-") || /read[-_]?only/.test(name)) {
      throw new SettingsError(`${name} is unknown${hint || `; known are ${KNOWN.join(", ")}`}`);
    }
  }
  const readOnly = url.pathname === PATHS.readOnly || readSwitch(headers.get("x-mcp-readonly"));
  return { readOnly, tools: readTools(headers.get("x-mcp-tools")) };
}

function readSwitch(value: string | null): boolean {
  if (value === null) return false;
  const text = value.trim().toLowerCase();
  if (text === "true" || text === "1") return true;
  if (text === "false" || text === "0") return false;
  throw new SettingsError(`x-mcp-readonly: expected true or false${didYouMean(text, ["true", "false"])}`);
}

function readTools(value: string | null): readonly ActionName[] | undefined {
  return value === null ? undefined : readToolNames("x-mcp-tools", value);
}
