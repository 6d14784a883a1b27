/** What a query parameter may be; undefined and null are left out. */
export type QueryValue = string | number | boolean | undefined | null;

/** Writes a query with everything escaped, or nothing when there is nothing to write. */
export function queryString(query: Readonly<Record<string, QueryValue>> | undefined): string {
  if (query === undefined) return "";
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}
