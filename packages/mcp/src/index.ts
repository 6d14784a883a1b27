// The public surface of @modulex-instantly/mcp. Every line added here must be kept.
export type { McpEndpointOptions } from "./create-mcp-endpoint.ts";
export { createMcpEndpoint } from "./create-mcp-endpoint.ts";
export type { McpEndpoint } from "./http/mcp-endpoint.ts";
export type { KeySource } from "./http/request-key.ts";
export type { SharedStore } from "./state/expiring-store.ts";
export type { RedisCaller } from "./state/redis-store.ts";
export { redisStore } from "./state/redis-store.ts";
