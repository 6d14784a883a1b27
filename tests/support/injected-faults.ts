import type { PlannedFault } from "@modulex-instantly/sandbox";

/** The failures that a result of every action must survive, with a name each. */
export const injectedFaults: readonly (readonly [string, PlannedFault["fault"]])[] = [
  ...[400, 401, 402, 403, 404, 408, 409, 422, 500, 502, 503, 504].map(
    (status) => [String(status), { kind: "status", status, message: "injected" }] as const,
  ),
  ["500 after the effect", { kind: "status", status: 500, afterCommit: true }],
  ["a 429", { kind: "rate_limit_storm", retryAfter: "3600" }],
  ["a lost request", { kind: "drop_before_commit" }],
  ["a lost response", { kind: "drop_after_commit" }],
  ["half a response", { kind: "truncated_body" }],
  ["a page instead of JSON", { kind: "html_page" }],
  ["a page with status 200", { kind: "html_page", status: 200, afterCommit: true }],
];
