import { createRequire } from "node:module";

/** The parts of the bundled document that are used here. */
interface ExamplesOfDocument {
  readonly components: {
    readonly examples: { readonly "first-page": { readonly value: { readonly items: readonly ExampleLead[] } } };
  };
}

interface ExampleLead {
  readonly payload: object;
}

/** A lead with a number in its id and email address. */
export interface NumberedLead {
  readonly id: string;
  readonly email: string;
  readonly payload: object;
}

const { components } = createRequire(import.meta.url)("@modulex-instantly/types/openapi.json") as ExamplesOfDocument;
const [example] = components.examples["first-page"].value.items;

/** The lead with a number: the first example of the spec with its own id, email address and variables. */
export function leadNumber(number: number): NumberedLead {
  const id = `01a06110-96fe-736c-901d-${number.toString(16).padStart(12, "0")}`;
  const email = `lead-${String(number).padStart(6, "0")}@tidewater-labs.example.com`;
  const variables = { industry: "Marine electronics", city: "Rotterdam", last_event: "Boot & Harbour 2026" };
  return { ...example, id, email, payload: { ...example?.payload, email, ...variables } };
}

/** The page of a list after a number of leads. */
export function pageOfLeads(after: number, size: number, total: number): object {
  const items = Array.from({ length: Math.min(size, total - after) }, (_, index) => leadNumber(after + index + 1));
  const last = items.at(-1);
  return after + items.length < total && last ? { items, next_starting_after: last.id } : { items };
}

/** The number of the lead that a cursor identifies; 0 without a cursor. */
export function numberOfCursor(cursor: unknown): number {
  return typeof cursor === "string" ? Number.parseInt(cursor.slice(-12), 16) : 0;
}
