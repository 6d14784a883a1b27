import { nullableFields } from "../nullable-fields.gen.ts";

/** Whether the sandbox answers as the API was observed to, or as the published document says. */
export type Mode = "live" | "document";

/** In document mode every field that may be null and was never set is null; live such fields are left out. */
export function inMode<Entity extends object>(mode: Mode, name: keyof typeof nullableFields, entity: Entity): Entity {
  if (mode === "live") return entity;
  const missing = nullableFields[name].filter((field) => !(field in entity));
  return { ...entity, ...Object.fromEntries(missing.map((field) => [field, null])) };
}
