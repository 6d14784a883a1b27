/** What a server may do to a text before it stores it. */
export type Rewrite = (text: string) => string;

/** How the API of a test changes what it receives. */
export interface RewritingOptions {
  readonly subject: Rewrite;
  readonly words: Rewrite;
  readonly address: Rewrite;
  readonly name: Rewrite;
  readonly account: Rewrite;
  readonly thread: Rewrite;
  /** Converts the time of storing to the timestamp in the API. */
  readonly timestamp: (date: Date) => unknown;
}

interface Stored {
  readonly [field: string]: unknown;
}

/** An API that changes the texts that it stores, responds to no write, and filters exactly. */
export interface RewritingApi {
  readonly fetch: typeof globalThis.fetch;
  /** How many writes arrived. */
  writes(): number;
}

const ADDRESS = /^[a-z0-9.+-]+@[a-z0-9.-]+$/i;

/**
 * Builds the API.
 *
 * @param isLost whether writes are lost before they are stored.
 * @param others what is in the workspace besides.
 */
export function rewritingApi(
  rewriting: RewritingOptions,
  isLost: boolean,
  others: {
    readonly mails?: readonly Stored[];
    readonly leads?: readonly Stored[];
    readonly named?: readonly Stored[];
  },
): RewritingApi {
  const parent = {
    id: "mail-1",
    ue_type: 2,
    eaccount: "me@example.com",
    thread_id: "t-1",
    timestamp_created: "2026-01-05T09:00:00.000Z",
  };
  const mails: Stored[] = [...(others.mails ?? []), { ...parent, subject: "hello", body: { text: "Hello?" } }];
  const leads: Stored[] = [...(others.leads ?? [])];
  const named: Stored[] = [...(others.named ?? [])];
  let writes = 0;

  function store(path: string, body: Readonly<Record<string, unknown>>): void {
    const timestamp_created = rewriting.timestamp(new Date());
    const common = { id: `new-${writes}`, timestamp_created };
    if (path.endsWith("/reply")) {
      const { text, html } = body["body"] as { text?: string; html?: string };
      mails.unshift({
        ...common,
        ue_type: 3,
        subject: rewriting.subject(String(body["subject"])),
        eaccount: rewriting.account(String(body["eaccount"])),
        thread_id: rewriting.thread("t-1"),
        body: { html: rewriting.words(html ?? text ?? "") },
      });
    } else if (path.endsWith("/leads")) {
      leads.push({ ...common, email: rewriting.address(String(body["email"])) });
    } else {
      named.push({ ...common, name: rewriting.name(String(body["name"])) });
    }
  }

  function list({ pathname, searchParams }: URL, body: { readonly contacts?: readonly string[] }): Response {
    const headers = { date: new Date().toUTCString() };
    if (pathname.endsWith("/leads/list")) {
      const refused = body.contacts?.find((address) => !ADDRESS.test(address));
      if (refused)
        return Response.json({ statusCode: 400, error: "Bad Request", message: "must match format" }, { status: 400 });
      return Response.json({ items: leads.filter(({ email }) => body.contacts?.includes(String(email))) }, { headers });
    }
    if (!pathname.endsWith("/emails")) return Response.json({ items: named }, { headers });
    const thread = searchParams.get("search")?.replace("thread:", "");
    const account = searchParams.get("eaccount");
    const items = mails.filter(
      (mail) =>
        (thread === undefined || mail["thread_id"] === thread) &&
        (account === null || mail["eaccount"] === account) &&
        (searchParams.get("email_type") !== "manual" || mail["ue_type"] === 3),
    );
    return Response.json({ items }, { headers });
  }

  return {
    writes: () => writes,
    fetch: async (input, init = {}) => {
      const url = new URL(String(input));
      const body = JSON.parse(String(init.body ?? "{}"));
      if (init.method === "GET" || url.pathname.endsWith("/list")) return list(url, body);
      writes += 1;
      if (!isLost) store(url.pathname, body);
      throw new TypeError("fetch failed", { cause: Object.assign(new Error("reset"), { code: "UND_ERR_SOCKET" }) });
    },
  };
}
