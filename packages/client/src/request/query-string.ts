import { describeValue } from "../errors/describe-value.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";

/**
 * Writes a query with everything escaped, or nothing when there is nothing to write; undefined and null are left out.
 *
 * @throws InstantlyError `invalid_request` naming a parameter that a query cannot hold.
 */
export function queryString(query: object | undefined, operation?: Operation): string {
  if (query === undefined) return "";
  const given = Object.entries(query).filter(([name, value]) => {
    const issue = name === "limit" ? limitIssue(value) : undefined;
    if (issue) throw invalidRequest(issue, operation);
    if (value === undefined || value === null) return false;
    if (typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) return true;
    throw invalidRequest(
      `${name} must be a text, a finite number or a boolean, received ${describeValue(value)}`,
      operation,
    );
  });
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}

/** What is wrong with the limit of a page; the API answers some of these with an empty page, as if the list had ended. */
export function limitIssue(limit: unknown): string | undefined {
  if (limit === undefined || (Number.isInteger(limit) && (limit as number) >= 1 && (limit as number) <= 100)) return;
  return `limit must be an integer from 1 to 100, received ${describeValue(limit)}`;
}
