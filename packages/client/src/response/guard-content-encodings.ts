interface HeadersEvent {
  readonly request: { readonly headers: unknown };
  /** Alternating names and values, as bytes. */
  readonly response: { readonly headers: (Uint8Array | string)[] };
}

interface Process {
  getBuiltinModule?(
    id: "diagnostics_channel",
  ): { subscribe(channel: string, listener: (event: unknown) => void): void } | undefined;
}

/** Node's fetch rejects responses with more encodings. */
const MOST_ENCODINGS = 5;
let isGuarding = false;

/**
 * Prevents a response from ending the process. Node's fetch rejects a response with more than five content encodings, but
 * only after it created a stream for the body, without a listener. If the connection breaks, the error of that stream would
 * be an uncaught exception. For requests of this client, the encodings of such a response are removed; its body is then not
 * valid JSON. On other platforms this does nothing.
 */
export function guardContentEncodings(): void {
  if (isGuarding) return;
  isGuarding = true;
  const { process } = globalThis as { process?: Process };
  process?.getBuiltinModule?.("diagnostics_channel")?.subscribe("undici:request:headers", (event) => {
    const { request, response } = event as HeadersEvent;
    const { headers } = response;
    // The indexes of the values; several header lines count as one list.
    const places = headers.flatMap((name, index) =>
      index % 2 === 0 && text(name).toLowerCase() === "content-encoding" ? [index + 1] : [],
    );
    const encodings = places.flatMap((place) => text(headers[place]).split(","));
    if (encodings.length <= MOST_ENCODINGS || !String(request.headers).includes("modulex-instantly-client/")) return;
    for (const place of places.reverse()) headers.splice(place - 1, 2);
  });
}

function text(value: Uint8Array | string | undefined): string {
  return typeof value === "string" ? value : new TextDecoder().decode(value);
}
