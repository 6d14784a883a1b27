/** How many content codings Node's `fetch` decodes. */
const MOST = 5;
const NAME = "content-encoding";
let isWatching = false;

/**
 * Ends a request of this package whose response names more content codings than Node's `fetch` decodes. Node 20, 22 and
 * 24 then reject the promise of `fetch` but keep a stream without an error listener, so that a connection that is
 * reset later ends the process. Does nothing on other platforms.
 */
export function refuseManyCodings(): void {
  if (isWatching) return;
  isWatching = true;
  const { process } = globalThis as Platform;
  process?.getBuiltinModule?.("node:diagnostics_channel")?.subscribe("undici:request:headers", onHeaders);
}

/** What of Node may be there. */
interface Platform {
  readonly process?: {
    getBuiltinModule?(
      name: string,
    ): { subscribe(channel: string, listener: (message: unknown) => void): void } | undefined;
  };
}

interface HeadersMessage {
  readonly request: { readonly headers?: unknown; abort?(error: Error): void };
  /** Names and values in turn. */
  readonly response: { readonly headers: readonly (Uint8Array | string)[] };
}

function onHeaders(message: unknown): void {
  const { request, response } = message as HeadersMessage;
  const { headers } = response;
  const isCoding = (_: unknown, index: number) =>
    index % 2 === 1 && headers[index - 1]?.length === NAME.length && String(headers[index - 1]).toLowerCase() === NAME;
  const codings = headers.filter(isCoding).join().split(",");
  if (codings.length > MOST && String(request.headers).includes("modulex-instantly-client/")) {
    request.abort?.(Object.assign(new Error(), { code: "TOO_MANY_CODINGS" }));
  }
}
