/** The smallest server of the SDK: one tool. */
import { fromJsonSchema, McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";

serveStdio(() => {
  const server = new McpServer({ name: "bare", version: "1.0.0" }, { capabilities: { tools: {} } });
  const inputSchema = fromJsonSchema({ type: "object", properties: { text: { type: "string" } } });
  server.registerTool("echo", { description: "Returns its input", inputSchema }, () => ({ content: [] }));
  return server;
});
