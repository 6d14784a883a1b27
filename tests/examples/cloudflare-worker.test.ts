import path from "node:path";
import vm from "node:vm";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { BuildOptions } from "esbuild";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../meta/source-files.ts";
import { WEB_GLOBALS } from "../packed/browser-bundle.ts";
import { besideSandbox } from "./run-example.ts";

/** What the minified Worker may have beside the client, which tests/size watches, in bytes. */
const OWN_BYTES = 1_500;

interface Worker {
  fetch(request: Request, env: Readonly<Record<string, string>>): Promise<Response>;
}

let code = "";
let clientSize = 0;
let imports: string[] = [];

beforeAll(async () => {
  const worker = await bundle({ entryPoints: [path.join(root, "examples/cloudflare-worker/worker.ts")] });
  const client = await bundle({
    stdin: {
      contents: `import { createInstantlyClient } from "@modulex-instantly/client"; globalThis.use = createInstantlyClient;`,
      resolveDir: import.meta.dirname,
    },
  });
  code = worker.outputFiles[0]?.text ?? "";
  clientSize = client.outputFiles[0]?.text.length ?? 0;
  imports = Object.values(worker.metafile.outputs).flatMap((output) => output.imports.map((found) => found.path));
});

/** Bundles for Workers, in memory. */
function bundle(entry: Pick<BuildOptions, "entryPoints" | "stdin">) {
  return build({
    ...entry,
    bundle: true,
    minify: true,
    platform: "browser",
    conditions: ["workerd", "worker", "browser"],
    format: "iife",
    globalName: "bundle",
    target: "es2022",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
}

/** Runs the bundle with the globals of the web only, as a Worker without compatibility flags. */
function loadWorker(): Worker {
  const globals = globalThis as unknown as Record<string, unknown>;
  const context = vm.createContext(Object.fromEntries(WEB_GLOBALS.map((name) => [name, globals[name]])));
  vm.runInContext(`"use strict";\n${code}\nglobalThis.worker = bundle.default;`, context);
  return context["worker"] as Worker;
}

const post = (body: unknown) =>
  new Request("https://sign-up.example.com/", {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

describe("the Cloudflare Worker", () => {
  test("is small, and imports nothing of Node", () => {
    expect(imports).toEqual([]);
    expect(code).not.toMatch(/["']node:\w/);
    expect(clientSize).toBeGreaterThan(10_000);
    expect(code.length).toBeLessThan(clientSize + OWN_BYTES);
  });

  test("stores a person who signs up, once", () =>
    besideSandbox("empty", async (sandbox) => {
      const instantly = createInstantlyClient(sandbox.clientOptions);
      const { id: LIST_ID } = await instantly.leadLists.create({ name: "Sign-ups" });
      const env = { INSTANTLY_API_KEY: sandbox.keys.full, INSTANTLY_BASE_URL: sandbox.url, LIST_ID };
      const worker = loadWorker();
      const statuses = [];
      for (const body of [
        { email: " ada@example.com ", first_name: "Ada" },
        { email: "ada@example.com" },
        { email: "bo@example.com", first_name: 5 },
      ]) {
        statuses.push((await worker.fetch(post(body), env)).status);
      }
      expect(statuses).toEqual([201, 201, 201]);
      const { items } = await instantly.leads.list({ list_id: LIST_ID });
      expect(items.map(({ email, first_name }) => [email, first_name])).toEqual(
        expect.arrayContaining([
          ["ada@example.com", "Ada"],
          ["bo@example.com", ""],
        ]),
      );
      expect(items).toHaveLength(2);
    }));

  test.each([
    ["no email", { first_name: "Ada" }],
    ["an email of another type", { email: ["ada@example.com"] }],
    ["text that is no address", { email: "ada" }],
    ["null", null],
    ["no JSON", "email=ada@example.com"],
  ])("rejects %s, and calls nothing", async (_, body) => {
    const response = await loadWorker().fetch(post(body), { INSTANTLY_API_KEY: "key", LIST_ID: "l" });
    expect([response.status, await response.text()]).toEqual([400, '{"error":"email must be an email address"}']);
  });

  test("never calls the real API without a key, and takes no GET", async () => {
    expect((await loadWorker().fetch(post({ email: "ada@example.com" }), { LIST_ID: "l" })).status).toBe(500);
    expect((await loadWorker().fetch(new Request("https://sign-up.example.com/"), { LIST_ID: "l" })).status).toBe(405);
  });

  test("asks to try again later if the API fails", () =>
    besideSandbox("empty", async (sandbox) => {
      sandbox.plan({ operation: "createLead", times: 9, fault: { kind: "status", status: 503 } });
      const env = {
        INSTANTLY_API_KEY: sandbox.keys.full,
        INSTANTLY_BASE_URL: sandbox.url,
        LIST_ID: crypto.randomUUID(),
      };
      expect((await loadWorker().fetch(post({ email: "ada@example.com" }), env)).status).toBe(503);
    }));
});
