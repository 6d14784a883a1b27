interface HeadersEvent {
  readonly request: { readonly headers: unknown };
  /** Names and values in turn, as bytes. */
  readonly response: { readonly headers: (Uint8Array | string)[] };
}

interface Process {
  getBuiltinModule?(
    id: "diagnostics_channel",
  ): { subscribe(channel: string, listener: (event: unknown) => void): void } | undefined;
}

/** More than so many are refused by Node's fetch. */
const MOST_ENCODINGS = 5;
let isGuarding = false;

/**
 * Keeps one response from ending the process. Node's fetch rejects a response with more than five content encodings, but
 * has made a stream for its body by then, to which nobody listens: its error, when the connection breaks, would be
 * an uncaught exception. Such a response to this client is taken for one without an encoding; its body is then no JSON.
 * On platforms other than Node there is nothing to do.
 */
export function guardContentEncodings(): void {
  if (isGuarding) return;
  isGuarding = true;
  const { process } = globalThis as { process?: Process };
  process?.getBuiltinModule?.("diagnostics_channel")?.subscribe("undici:request:headers", (event) => {
    const { request, response } = event as HeadersEvent;
    const { headers } = response;
    // The places of the values; several header lines count as one list.
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
