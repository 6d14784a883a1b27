/** A value of a parameter that has a meaning. */
export interface Choice {
  readonly code: string;
  /** What a person types for it, such as `meeting-booked`. */
  readonly word: string;
  readonly label: string;
}

/** What a parameter accepts: `list` is several texts, `json` an object or an array of objects. */
export type ParameterKind = "text" | "integer" | "number" | "boolean" | "list" | "json";

/** A parameter of an action, which is a flag of its command. */
export interface Parameter {
  /** As the action names it, such as `campaign_id`. */
  readonly name: string;
  /** As a flag, in camel case, such as `campaignId` for `--campaign-id`. */
  readonly flag: string;
  readonly kind: ParameterKind;
  readonly choices: readonly Choice[];
  readonly isRequired: boolean;
  readonly description: string;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
}

interface PropertySchema {
  readonly type?: unknown;
  readonly description?: unknown;
  readonly items?: { readonly type?: unknown };
  readonly minimum?: unknown;
  readonly maximum?: unknown;
}

/** The parameters of an input schema. */
export function parametersOf(schema: {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}): Parameter[] {
  return Object.entries(schema.properties).map(([name, property]) => {
    const { type, items, description, minimum, maximum } = property as PropertySchema;
    const text = typeof description === "string" ? description : "";
    return {
      name,
      flag: camelCase(name),
      kind: kindOf(type, items?.type),
      choices: choicesOf(text),
      isRequired: schema.required?.includes(name) ?? false,
      description: withoutChoices(text),
      minimum: typeof minimum === "number" ? minimum : undefined,
      maximum: typeof maximum === "number" ? maximum : undefined,
    };
  });
}

/** The name of a flag as it is typed, such as `--campaign-id`. */
export function typedFlag(name: string): string {
  return `--${name.replaceAll("_", "-").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function camelCase(name: string): string {
  return name.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
}

function kindOf(type: unknown, itemType: unknown): ParameterKind {
  if (type === "integer" || type === "number" || type === "boolean") return type;
  if (type === "string") return "text";
  return type === "array" && itemType === "string" ? "list" : "json";
}

/** Descriptions end with the values that have a meaning: `3 = Completed. Every lead is done; 2 = Paused.` */
const CHOICES = /(?:^|\s)((?:-?\d+|[A-Za-z_]+) = .+)$/s;

function choicesOf(description: string): Choice[] {
  const list = CHOICES.exec(description)?.[1];
  if (list === undefined) return [];
  return list.split("; ").flatMap((part) => {
    const [, code, label] = /^(\S+) = ([^.]+)/.exec(part) ?? [];
    if (code === undefined || label === undefined) return [];
    // The long codes of filters are words themselves.
    const isNumber = /^-?\d+$/.test(code);
    const word = isNumber ? label : code.replace(/^FILTER_(?:VAL|LEAD)_/, "");
    return [{ code, word: word.toLowerCase().replace(/[^a-z\d]+/g, "-"), label }];
  });
}

function withoutChoices(description: string): string {
  return description.replace(CHOICES, "").trim();
}
