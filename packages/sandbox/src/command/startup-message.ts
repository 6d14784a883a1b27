import type { RunningSandbox } from "../sandbox.ts";

/** The message at startup: the URL, the keys, and the environment variables for a client. */
export function startupMessage({ url, keys, now }: RunningSandbox, state: string): string {
  const { full, readOnly, unpaid, revoked } = keys;
  const width = Math.max(...[full, readOnly, unpaid, revoked].map(({ length }) => length));
  const key = (name: string, value: string, what: string): string =>
    `  ${name.padEnd(10)}${value.padEnd(width + 2)}${what}`;
  return [
    `Sandbox at ${url} (${state}). No email is sent.`,
    "",
    "Environment variables for a client:",
    `export INSTANTLY_API_KEY=${full}`,
    `export INSTANTLY_BASE_URL=${url}`,
    "",
    "Keys:",
    key("full", full, "has all scopes"),
    key("readOnly", readOnly, "can only read, a write is a 403"),
    key("unpaid", unpaid, "no paid plan, every call is a 402"),
    key("revoked", revoked, "every call is a 401"),
    "",
    `The virtual time is ${now()}. Advance it by three days, and show the emails:`,
    `curl --json '{"advance":"3d"}' ${url}/_sandbox/clock`,
    `curl ${url}/_sandbox/outbox`,
    "",
    "",
  ].join("\n");
}
