import type { InstantlyClient, IterateOptions } from "../../packages/client/src/index.ts";
import { createInstantlyClient, isInstantlyError } from "../../packages/client/src/index.ts";
import type { ScriptedFetch } from "./scripted-fetch.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

export const lists = {
  leads: "listLeads",
  campaigns: "listCampaign",
  emails: "listEmail",
  leadLists: "listLeadList",
} as const;
export type ListName = keyof typeof lists;
export const names = Object.keys(lists) as ListName[];

/** Items of one list, gathered through a client over a script. */
export function clientOver(scripted: ScriptedFetch): InstantlyClient {
  return createInstantlyClient({ apiKey: "key", fetch: scripted.fetch, rateLimiter: false, retry: false });
}

/** Reads the cursor of a request, wherever the operation has it. */
export function cursorOf({ url, init }: ScriptedFetch["requests"][number]): string | undefined {
  const body = init.body ? (JSON.parse(String(init.body)) as { starting_after?: string }) : undefined;
  return body ? body.starting_after : (url.searchParams.get("starting_after") ?? undefined);
}

/** A list of so many items, cut into pages of these sizes, behind cursors like those of the API. */
export function pagedServer(sizes: readonly number[], failing = new Set<number>()) {
  const cursorAt = (page: number) => `2026-01-0${(page % 9) + 1}T00:00:00.${page}Z+a@example.com`;
  let next = 0;
  const pages = sizes.map((size) => Array.from({ length: size }, () => ({ id: `item-${next++}` })));
  const all = pages.flat().map(({ id }) => id);
  const scripted = scriptedFetch((request) => {
    const cursor = cursorOf(request);
    const page = cursor === undefined ? 0 : pages.findIndex((_, index) => cursorAt(index) === cursor);
    if (page < 0) return Response.json({ message: "no such cursor" }, { status: 400 });
    if (failing.delete(page)) return Response.json({ message: "down" }, { status: 500 });
    const isLast = page >= pages.length - 1;
    return Response.json({ items: pages[page] ?? [], ...(isLast ? {} : { next_starting_after: cursorAt(page + 1) }) });
  });
  return { scripted, all };
}

export async function collectAll(client: InstantlyClient, name: ListName, options?: IterateOptions) {
  const items: string[] = [];
  try {
    for await (const { id } of client[name].iterate({}, options)) items.push(id);
    return { items, error: undefined };
  } catch (error) {
    if (!isInstantlyError(error)) throw error;
    return { items, error };
  }
}
