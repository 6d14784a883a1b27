/** One thing a value fails at. */
export interface ValidationFault {
  /** A JSON pointer to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The subset of JSON Schema that the generator keeps to; it fails on any other keyword. */
interface Schema {
  readonly type?: string | readonly string[];
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
 * Finds everything a value fails at, as Ajv does with `allErrors`, which the tests compare it with. What is of another
 * type than its schema says is not looked into further. The value must be plain data.
 */
export function schemaFaults(given: object, value: unknown, instancePath = ""): ValidationFault[] {
  const schema = given as Schema;
  const faults: ValidationFault[] = [];
  const add = (keyword: string, params: Readonly<Record<string, unknown>>) =>
    void faults.push({ instancePath, keyword, params });
  const atLeast = (keyword: "minimum" | "minItems" | "minLength" | "minProperties", size: number) => {
    const limit = schema[keyword];
    if (limit !== undefined && size < limit) add(keyword, { limit });
  };
  const { type } = schema;
  if (type !== undefined && ![type].flat().some((name) => isOfType(name, value))) {
    add("type", { type });
    return faults;
  }
  if (schema.enum && !schema.enum.includes(value)) add("enum", { allowedValues: schema.enum });
  if (typeof value === "number") {
    atLeast("minimum", value);
    if (schema.maximum !== undefined && value > schema.maximum) add("maximum", { limit: schema.maximum });
  } else if (typeof value === "string") {
    atLeast("minLength", value.length);
    const { pattern } = schema;
    if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) add("pattern", { pattern });
  } else if (Array.isArray(value)) {
    atLeast("minItems", value.length);
    const { items } = schema;
    if (items)
      value.forEach((item, index) => void append(faults, schemaFaults(items, item, `${instancePath}/${index}`)));
  } else if (typeof value === "object" && value !== null) {
    const names = Object.keys(value);
    const { properties = {}, additionalProperties = true, required = [] } = schema;
    atLeast("minProperties", names.length);
    for (const name of required) if (Reflect.get(value, name) === undefined) add("required", { missingProperty: name });
    const inside = names.flatMap((name) => {
      const inner = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
      if (inner === false) add("additionalProperties", { additionalProperty: name });
      return typeof inner === "object" ? [[name, inner] as const] : [];
    });
    for (const [name, inner] of inside) {
      const place = `${instancePath}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      append(faults, schemaFaults(inner, Reflect.get(value, name), place));
    }
  }
  return faults;
}

/** A list may have more faults than a call takes arguments. */
function append(faults: ValidationFault[], more: readonly ValidationFault[]): void {
  for (const fault of more) faults.push(fault);
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
