/** A `fetch` that asks Prism for a particular response and records the headers of all responses. */
export interface PreferringFetch {
  readonly fetch: typeof fetch;
  readonly responses: Headers[];
}

/**
 * @param prefer the response that Prism should return, such as `code=429` or `example=last-page`, or a function that
 * chooses it by the request.
 */
export function preferring(prefer: string | ((url: URL, body: string) => string)): PreferringFetch {
  const responses: Headers[] = [];
  return {
    responses,
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers);
      const url = new URL(input instanceof Request ? input.url : input);
      headers.set("prefer", typeof prefer === "string" ? prefer : prefer(url, String(init?.body ?? "")));
      const response = await fetch(input, { ...init, headers });
      responses.push(response.headers);
      return response;
    },
  };
}

/** The violations that Prism reported; empty if all requests and responses conform to the spec. */
export function violations({ responses }: PreferringFetch): string[] {
  return responses.map((headers) => headers.get("sl-violations")).filter((found) => found !== null);
}
