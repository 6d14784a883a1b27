import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { createInstantlyClient } from "@modulex-instantly/client";
import { expect, test } from "vitest";

// The first use of one of these globals makes Node load its fetch, which takes longer than importing this package.
const globals = ["fetch", "Request", "Response", "Headers", "FormData", "WebSocket"];

/** Runs code in a process of its own, and returns which of the globals it used. */
async function usedBy(code: string): Promise<string[]> {
  const watched = `
    const used = new Set();
    for (const name of ${JSON.stringify(globals)}) {
      const value = globalThis[name];
      Object.defineProperty(globalThis, name, { get() { used.add(name); return value; }, configurable: true });
    }
    ${code}
    console.log(JSON.stringify([...used]));
  `;
  const cwd = path.resolve(import.meta.dirname, "..");
  const run = promisify(execFile)(process.execPath, ["--input-type=module", "--eval", watched], { cwd });
  return JSON.parse((await run).stdout);
}

const create = `
  const { createInstantlyClient } = await import("@modulex-instantly/client");
  const client = createInstantlyClient({ apiKey: "key", baseUrl: "http://127.0.0.1:9", retry: false });
`;

test("importing the package and creating a client uses nothing of the platform's fetch", async () => {
  expect(await usedBy(create)).toEqual([]);
  expect(await usedBy(`await import("@modulex-instantly/client/node"); ${create}`)).toEqual([]);
});

test("a call and the raw client use it", async () => {
  expect(await usedBy(`${create} await client.leads.list().catch(() => undefined);`)).toContain("fetch");
  expect(await usedBy(`${create} client.raw;`)).toContain("Request");
});

test("the raw client is created once", () => {
  const client = createInstantlyClient({ apiKey: "key" });
  expect(client.raw).toBe(client.raw);
  expect(Object.keys(client)).toContain("raw");
});
