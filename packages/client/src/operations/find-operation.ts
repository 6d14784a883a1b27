import type { Operation } from "./operation.ts";
import { operations } from "./operations.gen.ts";

/** Finds the operation of a route. An encoded or missing id is no id, and case does not matter. */
export function findOperation(method: string, pathname: string): Operation | undefined {
  const sameMethod = Object.values(operations).filter((known) => known.method === method);
  const wanted = pathname.toLowerCase();
  // An exact path first, as in the API: `/leads/{id}` also matches `/leads/list`.
  return (
    sameMethod.find(({ pathTemplate }) => pathTemplate === wanted) ??
    sameMethod.find(({ pathTemplate }) => new RegExp(`^${pathTemplate.replace("{id}", "[^/{%]+")}$`).test(wanted))
  );
}
