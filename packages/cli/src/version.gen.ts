// Derived from the version in packages/cli/package.json. Do not edit by hand: run `pnpm generate`.

/** The version of this package. */
export const version = "0.0.0";
