/** A request as the client handed it to `fetch`. */
export interface SentRequest {
  readonly url: URL;
  readonly init: RequestInit;
  readonly headers: Headers;
  readonly signal: AbortSignal | undefined;
  /** On the clock of `performance.now()`, which fake timers drive. */
  readonly sentAt: number;
}

/** The result of one request: it returns a response, throws, or never settles. */
export type Step = (request: SentRequest) => Response | Promise<Response>;

/** A `fetch` that follows a script and records its requests. */
export interface ScriptedFetch {
  readonly fetch: typeof globalThis.fetch;
  readonly requests: SentRequest[];
}

/** Creates a `fetch` that takes one step of the script per request and repeats the last one. */
export function scriptedFetch(...steps: readonly Step[]): ScriptedFetch {
  const requests: SentRequest[] = [];
  return {
    requests,
    fetch: async (input, init = {}) => {
      const request = {
        url: new URL(String(input)),
        init,
        headers: new Headers(init.headers),
        signal: init.signal ?? undefined,
        sentAt: performance.now(),
      };
      requests.push(request);
      const step = steps[Math.min(requests.length, steps.length) - 1];
      if (step === undefined) throw new Error("the script has no steps");
      return step(request);
    },
  };
}

/** Responds with a JSON body. */
export function respondWith(body: unknown, status = 200, headers: Record<string, string> = {}): Step {
  return () => Response.json(body, { status, headers });
}

/** Responds with a text that need not be JSON, or without a body. */
export function respondWithText(
  text: string | null,
  status = 200,
  headers: Record<string, string> = { "content-type": "application/json" },
): Step {
  return () => new Response(text, { status, headers });
}

/** Responds with a body that is produced while it is read. */
export function respondWithStream(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  status = 200,
  headers: Record<string, string> = { "content-type": "application/json" },
): Step {
  return () => new Response(streamOf(chunks), { status, headers });
}

function streamOf(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const rest = (async function* () {
    yield* chunks;
  })();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await rest.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await rest.return(undefined);
    },
  });
}

/** Responds with headers and some text, after which the body stalls. */
export function stallsAfter(text: string, status = 200): Step {
  return () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
    });
    return new Response(body, { status, headers: { "content-type": "application/json" } });
  };
}

/** Responds with headers and some text, after which the body fails as with a reset socket. */
export function breaksAfter(text: string, status = 200): Step {
  return () => {
    let isFirst = true;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (isFirst) controller.enqueue(new TextEncoder().encode(text));
        else controller.error(fetchFailed({ code: "UND_ERR_SOCKET" }));
        isFirst = false;
      },
    });
    return new Response(body, { status, headers: { "content-type": "application/json" } });
  };
}

/** Fails as Node's own fetch does: a TypeError whose cause carries the code. */
export function fails(cause: { readonly code: string; readonly syscall?: string }): Step {
  return () => {
    throw fetchFailed(cause);
  };
}

/** Fails with any value. */
export function throws(value: unknown): Step {
  return () => {
    throw value;
  };
}

/** Never responds, but obeys the signal. */
export const hangs: Step = ({ signal }) =>
  new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason), { once: true }));

/** Never responds and ignores the signal. */
export const hangsIgnoringSignal: Step = () => new Promise(() => undefined);

/** The error of Node's fetch around an error of a socket. */
export function fetchFailed(cause: { readonly code: string; readonly syscall?: string }): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(`${cause.code} at 10.0.0.1`), cause) });
}
