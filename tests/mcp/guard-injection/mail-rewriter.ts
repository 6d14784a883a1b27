import type { InjectedMail } from "./injected-mail.ts";

type Fetch = typeof globalThis.fetch;

/** Puts a mail into the place of every received email that the API lists. */
export function withInjectedMail(mail: InjectedMail): (fetch: Fetch) => Fetch {
  return (fetch) => async (input, init) => {
    const request = new Request(input, init);
    const response = await fetch(request);
    const { pathname } = new URL(request.url);
    if (request.method !== "GET" || pathname !== "/api/v2/emails" || !response.ok) return response;
    const page = (await response.json()) as { readonly items: readonly Record<string, unknown>[] };
    const items = page.items.map((email) => (email["ue_type"] === 2 ? { ...email, ...replaced(mail) } : email));
    return Response.json({ ...page, items });
  };
}

function replaced({ subject, text, html }: InjectedMail): Record<string, unknown> {
  const body = { ...(text === undefined ? {} : { text }), ...(html === undefined ? {} : { html }) };
  return { subject, body, content_preview: (text ?? html ?? "").slice(0, 100) };
}
