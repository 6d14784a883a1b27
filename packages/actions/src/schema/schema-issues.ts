/** One violation of a schema by a value. */
export interface SchemaIssue {
  /** A JSON pointer to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The subset of JSON Schema that the generator emits; it fails on any other keyword. */
interface Schema {
  readonly type?: string;
  /** The types of a value that may have several; each branch has nothing else. */
  readonly anyOf?: readonly { readonly type: string }[];
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minProperties?: number;
  readonly pattern?: string;
}

/**
 * Finds all issues of a value, like Ajv with `allErrors`, which the tests compare it with. A value of the wrong type
 * is not checked further. The value must be plain data.
 */
export function schemaIssues(schemaObject: object, value: unknown, instancePath = ""): SchemaIssue[] {
  const schema = schemaObject as Schema;
  const issues: SchemaIssue[] = [];
  const add = (keyword: string, params: Readonly<Record<string, unknown>>) =>
    void issues.push({ instancePath, keyword, params });
  const requireMinimum = (keyword: "minimum" | "minItems" | "minLength" | "minProperties", size: number) => {
    const limit = schema[keyword];
    if (limit !== undefined && size < limit) add(keyword, { limit });
  };
  const type = schema.type ?? schema.anyOf?.map((branch) => branch.type);
  if (type !== undefined && ![type].flat().some((name) => isOfType(name, value))) {
    add("type", { type });
    return issues;
  }
  if (schema.enum && !schema.enum.includes(value)) add("enum", { allowedValues: schema.enum });
  if (typeof value === "number") {
    requireMinimum("minimum", value);
    if (schema.maximum !== undefined && value > schema.maximum) add("maximum", { limit: schema.maximum });
  } else if (typeof value === "string") {
    requireMinimum("minLength", value.length);
    const { pattern } = schema;
    if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) add("pattern", { pattern });
  } else if (Array.isArray(value)) {
    requireMinimum("minItems", value.length);
    const { items } = schema;
    if (items)
      value.forEach((item, index) => void append(issues, schemaIssues(items, item, `${instancePath}/${index}`)));
  } else if (typeof value === "object" && value !== null) {
    const names = Object.keys(value);
    const { properties = {}, additionalProperties = true, required = [] } = schema;
    requireMinimum("minProperties", names.length);
    for (const name of required) if (Reflect.get(value, name) === undefined) add("required", { missingProperty: name });
    const inner = names.flatMap((name) => {
      const property = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
      if (property === false) add("additionalProperties", { additionalProperty: name });
      return typeof property === "object" ? [[name, property] as const] : [];
    });
    for (const [name, property] of inner) {
      const path = `${instancePath}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      append(issues, schemaIssues(property, Reflect.get(value, name), path));
    }
  }
  return issues;
}

/** Spreading could exceed the maximum number of arguments of a call. */
function append(issues: SchemaIssue[], more: readonly SchemaIssue[]): void {
  for (const issue of more) issues.push(issue);
}

function isOfType(name: string, value: unknown): boolean {
  switch (name) {
    case "integer":
      return Number.isInteger(value);
    case "number":
      return Number.isFinite(value);
    case "array":
      return Array.isArray(value);
    case "null":
      return value === null;
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    default:
      return typeof value === name;
  }
}
