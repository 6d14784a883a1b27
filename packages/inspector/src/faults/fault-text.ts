import type { Fault } from "@modulex-instantly/sandbox";
import type { ControlResponse } from "../control/call-control.ts";

/** A fault and the calls that it applies to. */
export type FaultPlan = ControlResponse<"GET /faults">["pending"][number];

/** What each kind of fault does, as a name and a sentence. */
export const faultKinds: Readonly<Record<Fault["kind"], readonly [name: string, meaning: string]>> = {
  status: ["Error status", "The API responds with a status of your choice instead of doing the call."],
  delay: ["Delay", "The response comes late in real time: long enough, and the client runs into its time limit."],
  drop_before_commit: ["Lost request", "The connection closes before the call takes effect: nothing has happened."],
  drop_after_commit: [
    "Lost response",
    "The call takes effect, and the connection closes before the response: the caller cannot know it.",
  ],
  truncated_body: [
    "Half a response",
    "The call takes effect, and the connection closes after half of the response body.",
  ],
  html_page: ["HTML page", "A proxy in front of the API responds with an HTML page instead of JSON."],
  rate_limit_storm: ["Rate limit", "The API responds with 429, as if the limit of the workspace was reached."],
};

/** A fault in a few words, such as `status 429, retryAfter 2`. */
export function faultText({ kind, ...fields }: Fault): string {
  const shown = Object.entries(fields).map(([name, value]) => `${name} ${String(value)}`);
  const name = faultKinds[kind][0].toLowerCase().replace("html", "HTML");
  return [...(kind === "status" ? [] : [name]), ...shown].join(", ");
}

/** The calls to which a fault applies, such as `the next 3 calls of createLead`. */
export function targetText({ operation, times }: FaultPlan): string {
  const calls = times === 1 ? "the next call" : `the next ${times.toLocaleString("en")} calls`;
  return operation === "*" ? `${calls} of any operation` : `${calls} of ${operation}`;
}
