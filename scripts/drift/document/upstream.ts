/** Where the vendor publishes its OpenAPI document. */
export const UPSTREAM = "https://api.instantly.ai/openapi/api_v2.json";
