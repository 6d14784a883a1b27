import { spawn } from "node:child_process";

const MESSAGES = [
  {
    id: 1,
    method: "initialize",
    params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "packed", version: "1.0.0" } },
  },
  { method: "notifications/initialized" },
  { id: 2, method: "tools/list" },
];

/**
 * Starts the installed MCP server with npx, on its sandbox and without a key, and counts the tools that it lists.
 *
 * @throws Error with everything that it printed, if there is anything but protocol on stdout or a failed call.
 */
export async function listedTools(project: string): Promise<number> {
  const words = ["--no-install", "modulex-instantly-mcp", "--sandbox"];
  const child = spawn("npx", words, { cwd: project, stdio: ["pipe", "pipe", "pipe"] });
  // stdout has protocol only; npx itself may warn on stderr.
  let output = "";
  let warnings = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    if (/"id":2/.test(output)) child.stdin.end();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    warnings += text;
  });
  for (const message of MESSAGES) child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  try {
    const messages = output
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const { result } = messages.find(({ id }: { readonly id?: number }) => id === 2);
    if (code !== 0 || result.tools.length === 0) throw new Error("no tools");
    return result.tools.length;
  } catch {
    throw new Error(`The MCP server ended with code ${code} and printed: ${output}${warnings}`);
  }
}
