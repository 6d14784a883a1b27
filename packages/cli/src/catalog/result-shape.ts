import type { ManifestAction } from "./manifest.ts";

/** What an action returns, from its output schema. */
export interface ResultShape {
  /** The field with the items of a list, such as `leads`. */
  readonly listField: string | undefined;
  /** Whether there are further pages. */
  readonly isPaged: boolean;
  /** The field with the object, such as `lead`. */
  readonly objectField: string | undefined;
  /** The fields of an item or of the object; of the result itself, if it has neither. */
  readonly fields: readonly string[];
}

interface Schema {
  readonly type?: unknown;
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const ENVELOPE = ["success", "error"];

/** Reads the shape of what an action returns. */
export function resultShape({ output_schema }: ManifestAction): ResultShape {
  const schema = output_schema as unknown as Schema;
  const properties = Object.entries(schema.properties ?? {});
  const isPaged = "next_starting_after" in (schema.properties ?? {});
  const listField = isPaged ? properties.find(([, { type }]) => type === "array")?.[0] : undefined;
  const objectField = properties.find(([, property]) => referenceOf(property) !== undefined)?.[0];
  const main = listField === undefined ? objectField : listField;
  const found = main === undefined ? undefined : schema.properties?.[main];
  const reference = found && referenceOf(listField === undefined ? found : (found.items ?? {}));
  const fields = Object.keys(schema.$defs?.[reference ?? ""]?.properties ?? {});
  return {
    listField,
    isPaged,
    objectField: listField === undefined ? objectField : undefined,
    fields: fields.length > 0 ? fields : properties.map(([name]) => name).filter((name) => !ENVELOPE.includes(name)),
  };
}

function referenceOf({ $ref, anyOf }: Schema): string | undefined {
  const reference = $ref ?? anyOf?.find((choice) => choice.$ref !== undefined)?.$ref;
  return reference?.replace("#/$defs/", "");
}
