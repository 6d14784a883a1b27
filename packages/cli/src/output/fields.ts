import { usageError } from "../command-error.ts";
import { didYouMean } from "../nearest-name.ts";

/** An object of a result. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Checks the names of `--fields`. Only the first part of `payload.city` is known in advance.
 *
 * @throws CommandError naming the unknown field and the nearest one.
 */
export function assertKnownFields(fields: readonly string[], known: readonly string[]): void {
  for (const field of fields) {
    const [first = ""] = field.split(".");
    if (known.includes(first)) continue;
    throw usageError(
      `--fields: there is no field "${field}"${didYouMean(first, known) || `; there are ${known.join(", ")}`}`,
    );
  }
}

/** Picks fields of an object. Dots lead to inner ones; what is missing is null. */
export function pickFields(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(fields.map((field) => [field, valueAt(row, field)]));
}

function valueAt(row: Row, field: string): unknown {
  let value: unknown = row;
  for (const part of field.split(".")) {
    const isInner = typeof value === "object" && value !== null && Object.hasOwn(value, part);
    value = isInner ? Reflect.get(value as object, part) : null;
  }
  return value ?? null;
}
