import { actions } from "@modulex-instantly/actions";

/** The flag that enables every write. */
export const allowAll: readonly string[] = [
  "--allow",
  Object.values(actions)
    .filter(({ effect }) => effect !== "read")
    .map(({ name }) => name)
    .join(","),
];
