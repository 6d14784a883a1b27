import { expect } from "vitest";
import type { InstantlyClient } from "../../packages/client/src/index.ts";
import { createInstantlyClient } from "../../packages/client/src/index.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

/** What the API lists afterwards, and by how much its clock is ahead of this machine's. */
export interface Listed {
  readonly items: readonly unknown[];
  /** What a look into a thread lists. */
  readonly thread?: readonly unknown[] | undefined;
  /** What a list of the emails of all accounts has; the same as `items` unless it is given. */
  readonly manual?: readonly unknown[] | undefined;
  readonly aheadMs?: number | undefined;
  readonly hasDate?: boolean | undefined;
  /** The status of every read; 200 unless it is given. */
  readonly status?: number | undefined;
}

/** Lets a write fail with an open outcome and looks for it in what the API lists afterwards. */
export async function reconciled(
  write: (client: InstantlyClient) => Promise<unknown>,
  listed: Listed,
  settleMs = 0,
): Promise<string> {
  const { fetch, requests } = scriptedFetch(
    () => new Response("", { status: 502 }),
    ({ url }) => {
      const date = new Date(Date.now() + (listed.aheadMs ?? 0)).toUTCString();
      const isThread = url.searchParams.get("search")?.startsWith("thread:");
      const isManual = url.searchParams.get("email_type") === "manual";
      const items = isThread ? (listed.thread ?? []) : isManual ? (listed.manual ?? listed.items) : listed.items;
      const headers: Record<string, string> = listed.hasDate === false ? {} : { date };
      const body = listed.status === undefined ? { items } : { statusCode: listed.status, error: "x", message: "x" };
      return Response.json(body, { status: listed.status ?? 200, headers });
    },
  );
  const client = createInstantlyClient({ apiKey: "key", fetch });
  const error: unknown = await write(client).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const found = await client.reconcile(error, { settleMs });
  const writes = requests.filter(({ url, init }) => init.method !== "GET" && !url.pathname.endsWith("/list"));
  expect(writes, "reconcile reads, and sends nothing again").toHaveLength(1);
  return found;
}

/** A moment as the API writes it, this many milliseconds from now. */
export function at(ms: number): string {
  return new Date(Date.now() + ms).toISOString();
}
