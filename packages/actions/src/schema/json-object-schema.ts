/** A JSON Schema of an object, as plain data. A type, not an interface: only types fit the open schema types of model SDKs. */
export type JsonObjectSchema = {
  readonly type: "object";
  readonly properties: Record<string, Record<string, unknown>>;
  readonly required?: string[];
  readonly additionalProperties?: boolean;
  readonly $defs?: Record<string, Record<string, unknown>>;
  readonly title?: string;
};
