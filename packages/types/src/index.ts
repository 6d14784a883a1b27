export type * from "./openapi.gen.ts";
export type * from "./operation-types.gen.ts";
