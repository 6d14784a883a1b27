// Derived from the version in packages/mcp/package.json (sha256 f0b8c77d978d7b4a). Do not edit by hand: run `pnpm generate`.

/** The version of this package. */
export const version = "0.0.0";
