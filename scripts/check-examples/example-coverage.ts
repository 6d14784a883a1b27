import type { ExampledBody, SpecOperation } from "../spec/operation-examples.ts";

const LEAST = 2;
const PAGES = ["first-page", "second-page", "last-page"];

/** Names what an operation lacks: two examples of its body, two of its success, and the three pages of a list. */
export function exampleCoverage({ id, request, responses, isList }: SpecOperation): string[] {
  const faults: string[] = [];
  if (request && countOf(request) < LEAST) {
    faults.push(`${id}, request: has ${countOf(request)} named examples, needs ${LEAST}`);
  }
  const successes = Object.entries(responses).filter(([status]) => status.startsWith("2"));
  if (successes.length === 0) faults.push(`${id}: has no success response with a body`);
  for (const [status, body] of successes) {
    if (countOf(body) < LEAST)
      faults.push(`${id}, response ${status}: has ${countOf(body)} named examples, needs ${LEAST}`);
    if (isList) faults.push(...pageFaults(`${id}, response ${status}`, body));
  }
  return faults;
}

function countOf({ examples }: ExampledBody): number {
  return Object.keys(examples).length;
}

interface ExamplePage {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next_starting_after?: unknown;
}

/** The pages must follow on: each cursor belongs to the last item, ids never repeat, and the last page is bare. */
function pageFaults(place: string, { examples }: ExampledBody): string[] {
  const missing = PAGES.filter((name) => !(name in examples));
  if (missing.length > 0) return missing.map((name) => `${place}: lacks the example ${name}`);
  const pages = PAGES.map((name) => ({ name, page: examples[name] as ExamplePage }));
  const faults: string[] = [];
  const seen = new Set<unknown>();
  for (const { name, page } of pages) {
    const where = `${place}, example ${name}`;
    for (const { id } of page.items) {
      if (seen.has(id)) faults.push(`${where}: item ${id} was already on an earlier page`);
      seen.add(id);
    }
    const { next_starting_after: cursor } = page;
    if (name === "last-page") {
      if (page.items.length > 0) faults.push(`${where}: must be empty`);
      if (cursor !== undefined) faults.push(`${where}: must have no next_starting_after`);
    } else if (page.items.length === 0) {
      faults.push(`${where}: must have items`);
    } else if (!Object.values(page.items.at(-1) ?? {}).includes(cursor)) {
      faults.push(`${where}: next_starting_after ${cursor} is no value of its last item`);
    }
  }
  return faults;
}
