import { describeValue } from "../errors/describe-value.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";
import { isOpaque } from "./opaque-object.ts";

/**
 * Serialises a query, including its `?`; returns an empty string if it has no values. Undefined and null are left out.
 *
 * @throws InstantlyError `invalid_request`, which names a parameter that a query cannot contain.
 */
export function queryString(query: object | undefined, operation?: Operation): string {
  if (query === undefined) return "";
  if (isOpaque(query))
    throw invalidRequest(`the query must be an object of fields, received ${describeValue(query)}`, operation);
  const isKnown = operation?.id !== "request";
  const listed = Object.entries(query).flatMap(([name, value]) =>
    Array.isArray(value) && (!isKnown || operation?.queryLists?.includes(name))
      ? value.map((one) => [name, one] as const)
      : [[name, value] as const],
  );
  const given = listed.filter(([name, value]) => {
    const issue = name === "limit" && isKnown ? limitIssue(value) : undefined;
    if (issue) throw invalidRequest(issue, operation);
    if (value === undefined || value === null) return false;
    if (typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) return true;
    throw invalidRequest(
      `${name} must be a string, a finite number or a boolean, received ${describeValue(value)}`,
      operation,
    );
  });
  return given.length > 0 ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}` : "";
}

/** Returns what is wrong with the limit of a page. For some invalid limits the API returns an empty page without an error. */
export function limitIssue(limit: unknown): string | undefined {
  if (limit === undefined || (Number.isInteger(limit) && (limit as number) >= 1 && (limit as number) <= 100)) return;
  return `limit must be an integer from 1 to 100, received ${describeValue(limit)}`;
}
