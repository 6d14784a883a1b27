/** What a query parameter may be; undefined and null are left out. */
export type QueryValue = string | number | boolean | undefined | null;

/** Writes a query with everything escaped, or nothing when there is nothing to write. */
export function queryString(query: Readonly<Record<string, QueryValue>> = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  return given.length > 0 ? `?${new URLSearchParams(given as [string, string][])}` : "";
}
