import { gzipSync } from "node:zlib";
import { actions, manifest } from "@modulex-instantly/actions";
import { operations } from "@modulex-instantly/client";
import { isPromised } from "../actions/seed-contract/broken-promises.ts";

/** What operations and actions beside those of the contract may add to a bundle: the compressed size of each by itself. */
export function furtherSize(contains: "operations" | "actions" | undefined): number {
  if (contains === undefined) return 0;
  const promised: readonly string[] = Object.values(actions).flatMap(({ name, http }) =>
    isPromised(name) ? [http.operation] : [],
  );
  const rows = Object.values(operations).filter(({ id }) => !promised.includes(id));
  const further = contains === "actions" ? manifest.actions.filter(({ name }) => !isPromised(name)) : [];
  return [...rows, ...further].reduce((sum, each) => sum + gzipSync(JSON.stringify(each), { level: 9 }).length, 0);
}
