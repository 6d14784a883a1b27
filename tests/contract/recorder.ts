/** A request, as passed to `fetch`. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: URL;
  /** All given headers, with names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly redirect: string | undefined;
}

/** A `fetch` that responds to everything with the same body and records its calls. */
export function recorder(body: unknown): { readonly fetch: typeof fetch; readonly requests: RecordedRequest[] } {
  const requests: RecordedRequest[] = [];
  return {
    requests,
    fetch: async (input, init) => {
      if (input instanceof Request) throw new Error("the client calls fetch with a URL, never with a Request");
      requests.push({
        method: init?.method ?? "GET",
        url: new URL(input),
        headers: Object.fromEntries(new Headers(init?.headers)),
        body: init?.body === undefined || init.body === null ? undefined : String(init.body),
        redirect: init?.redirect,
      });
      return Response.json(body);
    },
  };
}
