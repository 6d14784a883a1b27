/** A JSON Schema of an object, as plain data. */
export interface JsonObjectSchema {
  readonly type: "object";
  readonly properties: Record<string, Record<string, unknown>>;
  readonly required?: string[];
  readonly additionalProperties?: boolean;
  readonly $defs?: Record<string, Record<string, unknown>>;
  readonly title?: string;
}
