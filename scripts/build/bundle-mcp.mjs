/** Bundles the MCP server. */
