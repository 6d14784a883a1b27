import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import vm from "node:vm";
import { build } from "esbuild";

/** The globals of browsers and workers, without those of Node. */
export const WEB_GLOBALS: readonly string[] = [
  "AbortController",
  "AbortSignal",
  "DOMException",
  "Event",
  "EventTarget",
  "Headers",
  "ReadableStream",
  "Request",
  "Response",
  "TextDecoder",
  "TextEncoder",
  "URL",
  "URLSearchParams",
  "atob",
  "btoa",
  "clearTimeout",
  "console",
  "crypto",
  "fetch",
  "performance",
  "queueMicrotask",
  "setTimeout",
  "structuredClone",
];

/**
 * Bundles a consumer for the browser and runs it with only the globals of the web, against a local server.
 *
 * @throws Error when the bundle uses anything of Node, or when the consumer fails.
 */
export async function runInBrowserBundle(project: string, entry: string): Promise<number> {
  const { outputFiles, metafile } = await build({
    entryPoints: [path.join(project, entry)],
    absWorkingDir: project,
    bundle: true,
    minify: true,
    platform: "browser",
    format: "iife",
    globalName: "consumer",
    target: "es2022",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const left = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map((found) => found.path));
  const code = outputFiles[0]?.text ?? "";
  if (left.length > 0 || /["']node:\w/.test(code)) throw new Error(`Node modules in the bundle: ${left.join(", ")}`);

  const server = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    const id = request.url?.split("/").at(-1);
    response.end(JSON.stringify(request.method === "GET" ? { id } : { items: [{ id: "first" }] }));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  try {
    const globals = globalThis as unknown as Record<string, unknown>;
    const context = vm.createContext(Object.fromEntries(WEB_GLOBALS.map((name) => [name, globals[name]])));
    vm.runInContext(`"use strict";\n${code}\nglobalThis.consumer = consumer;`, context, { filename: "bundle.js" });
    const { use } = context["consumer"] as { use: (baseUrl: string) => Promise<string> };
    const output = await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    if (output !== "the bundle works") throw new Error(`the bundle returned ${JSON.stringify(output)}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return code.length;
}
