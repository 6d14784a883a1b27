import type { ExampledBody, SpecOperation } from "../spec/operation-examples.ts";

const MIN_EXAMPLES = 2;
const PAGES = ["first-page", "second-page", "last-page"];

/** Finds missing examples of an operation: two of its body, two of its success response, and the three pages of a list. */
export function exampleCoverage({ id, request, responses, isList }: SpecOperation): string[] {
  const problems: string[] = [];
  if (request && countOf(request) < MIN_EXAMPLES) {
    problems.push(`${id}, request: has ${countOf(request)} named examples, needs ${MIN_EXAMPLES}`);
  }
  const successes = Object.entries(responses).filter(([status]) => status.startsWith("2"));
  if (successes.length === 0) problems.push(`${id}: has no success response with a body`);
  for (const [status, body] of successes) {
    if (countOf(body) < MIN_EXAMPLES)
      problems.push(`${id}, response ${status}: has ${countOf(body)} named examples, needs ${MIN_EXAMPLES}`);
    if (isList) problems.push(...pageProblems(`${id}, response ${status}`, body));
  }
  return problems;
}

function countOf({ examples }: ExampledBody): number {
  return Object.keys(examples).length;
}

interface ExamplePage {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next_starting_after?: unknown;
}

/** Pages must be consecutive: each cursor belongs to the last item, ids are unique, and the last page is empty. */
function pageProblems(place: string, { examples }: ExampledBody): string[] {
  const missing = PAGES.filter((name) => !(name in examples));
  if (missing.length > 0) return missing.map((name) => `${place}: has no example ${name}`);
  const pages = PAGES.map((name) => ({ name, page: examples[name] as ExamplePage }));
  const problems: string[] = [];
  const seen = new Set<unknown>();
  for (const { name, page } of pages) {
    const where = `${place}, example ${name}`;
    for (const { id } of page.items) {
      if (seen.has(id)) problems.push(`${where}: item ${id} was already on an earlier page`);
      seen.add(id);
    }
    const { next_starting_after: cursor } = page;
    if (name === "last-page") {
      if (page.items.length > 0) problems.push(`${where}: must be empty`);
      if (cursor !== undefined) problems.push(`${where}: must have no next_starting_after`);
    } else if (page.items.length === 0) {
      problems.push(`${where}: must have items`);
    } else if (!Object.values(page.items.at(-1) ?? {}).includes(cursor)) {
      problems.push(`${where}: next_starting_after ${cursor} is not a value of its last item`);
    }
  }
  return problems;
}
