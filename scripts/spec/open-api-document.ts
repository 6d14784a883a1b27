/** The parts of an OpenAPI document that the scripts read. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: Record<string, unknown>;
  readonly paths: Record<string, Record<string, OpenApiOperation>>;
  readonly components: {
    readonly schemas: Record<string, JsonSchema>;
    parameters?: Record<string, OpenApiParameter>;
  };
}

export interface OpenApiOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  parameters?: OpenApiParameter[] | undefined;
  readonly requestBody?: { readonly required?: boolean; readonly content: Record<string, OpenApiContent> };
  readonly responses: Record<string, { readonly $ref?: string; readonly content?: Record<string, OpenApiContent> }>;
  readonly "x-effect": string;
  readonly "x-scopes": readonly string[];
  /** Of a write: whether the client can find it with `reads`, or its outcome stays `undetermined`. */
  readonly "x-reconcile"?: string;
  readonly "x-pagination"?: Readonly<Record<string, string>>;
  readonly "x-rate-limit"?: { readonly requests: number; readonly windowMs: number };
}

export interface OpenApiContent {
  readonly schema: JsonSchema;
  readonly examples?: Record<string, { readonly summary?: string; readonly value?: unknown; readonly $ref?: string }>;
}

export interface OpenApiParameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: "path" | "query";
  readonly required?: boolean;
  readonly description: string;
  readonly schema: JsonSchema;
}

export interface JsonSchema {
  [keyword: string]: unknown;
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  enum?: unknown[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  anyOf?: JsonSchema[];
  default?: unknown;
}
