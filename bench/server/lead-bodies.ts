import { createRequire } from "node:module";

/** The parts of the bundled document that are looked at here. */
interface ExamplesOfDocument {
  readonly components: {
    readonly examples: { readonly "first-page": { readonly value: { readonly items: readonly ExampleLead[] } } };
  };
}

interface ExampleLead {
  readonly payload: object;
}

/** A lead that differs from the example by its number. */
export interface NumberedLead {
  readonly id: string;
  readonly email: string;
  readonly payload: object;
}

const { components } = createRequire(import.meta.url)("@modulex-instantly/types/openapi.json") as ExamplesOfDocument;
const [example] = components.examples["first-page"].value.items;

/** The so many-th lead: the first one of the spec's examples with an id, an address and variables of its own. */
export function leadNumber(number: number): NumberedLead {
  const id = `01a06110-96fe-736c-901d-${number.toString(16).padStart(12, "0")}`;
  const email = `lead-${String(number).padStart(6, "0")}@tidewater-labs.example.com`;
  const variables = { industry: "Marine electronics", city: "Rotterdam", last_event: "Boot & Harbour 2026" };
  return { ...example, id, email, payload: { ...example?.payload, email, ...variables } };
}

/** A page of so many leads, beginning after a cursor, of a list of a given length. */
export function pageOfLeads(after: number, size: number, total: number): object {
  const items = Array.from({ length: Math.min(size, total - after) }, (_, index) => leadNumber(after + index + 1));
  const last = items.at(-1);
  return after + items.length < total && last ? { items, next_starting_after: last.id } : { items };
}

/** The number of the lead whose id a cursor is; 0 without a cursor. */
export function numberOfCursor(cursor: unknown): number {
  return typeof cursor === "string" ? Number.parseInt(cursor.slice(-12), 16) : 0;
}
