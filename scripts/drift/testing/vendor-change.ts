import type { Json, VendorDouble } from "./vendor-fixture.ts";

/** The places that show a lead. */
export const LEADS: readonly string[] = [
  "POST /api/v2/leads 200",
  "POST /api/v2/leads/list 200 items[]",
  "GET /api/v2/leads/{id} 200",
];
/** A place inside of each of them. */
export const atLead = (way: string): string[] =>
  LEADS.map((place) => (place.endsWith("]") ? `${place}.${way}` : `${place} ${way}`));

/** Gives an object schema a further property. */
export function addProperty(schema: Json, name: string, property: Json, required = false): void {
  schema["properties"] = { ...(schema["properties"] as Json | undefined), [name]: property };
  if (required) schema["required"] = [...((schema["required"] as string[] | undefined) ?? []), name];
}

/** Takes a property from an object schema. */
export function removeProperty(schema: Json, name: string): void {
  delete (schema["properties"] as Json)[name];
}

/** Makes a property required, or optional. */
export function setRequired(schema: Json, name: string, required: boolean): void {
  const others = ((schema["required"] as string[] | undefined) ?? []).filter((other) => other !== name);
  schema["required"] = required ? [...others, name] : others;
}

/** One change of the vendor's, and the one finding it must give: class, kind, place and where to edit. */
export type Mutation = [
  name: string,
  change: (double: VendorDouble) => void,
  finding: [string, string, string, string],
];

export const EMAILS: string = "GET /api/v2/emails";
export const LEAD: string = "POST /api/v2/leads";
