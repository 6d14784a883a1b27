import { nullableFields } from "../spec/nullable-fields.gen.ts";

/** Whether responses are as observed from the API, or as in the published document. */
export type Mode = "live" | "document";

/** In document mode, nullable fields that were never set are null; in live mode they are omitted. */
export function applyMode<Entity extends object>(
  mode: Mode,
  name: keyof typeof nullableFields,
  entity: Entity,
): Entity {
  if (mode === "live") return entity;
  const missing = nullableFields[name].filter((field) => !(field in entity));
  return { ...entity, ...Object.fromEntries(missing.map((field) => [field, null])) };
}
