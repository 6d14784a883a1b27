import type { RunningSandbox } from "../sandbox.ts";

/** Where the sandbox is, its keys, and how to point a client at it. */
export function greeting({ url, keys, now }: RunningSandbox, state: string): string {
  const { full, readOnly, unpaid, revoked } = keys;
  const width = Math.max(...[full, readOnly, unpaid, revoked].map(({ length }) => length));
  const key = (name: string, value: string, what: string): string =>
    `  ${name.padEnd(10)}${value.padEnd(width + 2)}${what}`;
  return [
    `Sandbox at ${url} (${state}). Nobody is mailed.`,
    "",
    "Point a client at it:",
    `export INSTANTLY_API_KEY=${full}`,
    `export INSTANTLY_BASE_URL=${url}`,
    "",
    "Keys:",
    key("full", full, "may do everything"),
    key("readOnly", readOnly, "may only read, a write is a 403"),
    key("unpaid", unpaid, "no paid plan, every call is a 402"),
    key("revoked", revoked, "every call is a 401"),
    "",
    `It is ${now()}. Let three days pass, and read what would have been mailed:`,
    `curl --json '{"advance":"3d"}' ${url}/_sandbox/clock`,
    `curl ${url}/_sandbox/outbox`,
    "",
    "",
  ].join("\n");
}
