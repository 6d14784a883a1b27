import type { InstantlyClient, InstantlyClientOptions } from "@modulex-instantly/client";
import type { OutputFormat } from "../flags/output-flags.ts";
import { safeJson, safeText } from "../output/safe-text.ts";

/** A request as it would be sent, without the key. */
export interface CapturedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly body: unknown;
}

/** Shaped like a key, and none. */
const NO_KEY = "dry-run";

/**
 * Runs calls with a client that has no network, and returns the first request that it would send. Undefined if none would
 * be: the calls have failed before.
 */
export async function captureRequest(
  run: (client: InstantlyClient) => Promise<unknown>,
): Promise<CapturedRequest | undefined> {
  const { createInstantlyClient } = await import("@modulex-instantly/client");
  let captured: CapturedRequest | undefined;
  const options: InstantlyClientOptions = {
    apiKey: NO_KEY,
    baseUrl: "http://localhost",
    retry: false,
    rateLimiter: false,
    fetch: async (input, init) => {
      captured ??= await readRequest(new Request(input, init));
      throw new TypeError("a dry run has no network");
    },
  };
  await run(createInstantlyClient(options));
  return captured;
}

/** Writes a request for a person, or as JSON. */
export function formatRequest({ method, path, query, body }: CapturedRequest, format: OutputFormat): string {
  if (format !== "table") return `${safeJson({ method, path, query, body }, format === "json" ? 2 : undefined)}\n`;
  const pairs = Object.entries(query).flatMap(([name, values]) => [values].flat().map((value) => `${name}=${value}`));
  const lines = [`${method} ${path}`, ...pairs.map((pair) => `  ${pair}`)];
  return `${safeText([...lines, ...(body === null ? [] : [safeJson(body, 2)])].join("\n"))}\nNothing was sent.\n`;
}

async function readRequest(request: Request): Promise<CapturedRequest> {
  const { pathname, searchParams } = new URL(request.url);
  const names = [...new Set(searchParams.keys())];
  const query = names.map((name) => {
    const values = searchParams.getAll(name);
    return [name, values.length === 1 ? (values[0] ?? "") : values] as const;
  });
  const body = await request.text();
  return {
    method: request.method,
    path: pathname,
    query: Object.fromEntries(query),
    body: body === "" ? null : JSON.parse(body),
  };
}
