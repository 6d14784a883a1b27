import type { Operation } from "./operation.ts";
import { operations } from "./operations.gen.ts";

/** Finds the operation of a route. An encoded or missing id is no id, and case does not matter. */
export function findOperation(method: string, pathname: string): Operation | undefined {
  return Object.values(operations).find(
    (known) =>
      known.method === method && new RegExp(`^${known.pathTemplate.replace("{id}", "[^/{%]+")}$`, "i").test(pathname),
  );
}
