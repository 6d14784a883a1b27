import type { MailQuery } from "@modulex-instantly/sandbox";
import { useSignalEffect } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { connection, generation, revision } from "../control/live.ts";
import type { MailList } from "./mail-feed.ts";
import { MailFeed } from "./mail-feed.ts";

/** The mails that match a query. Those of the query before stay until the first page of the next one is there. */
export function useMailFeed(query: MailQuery): { readonly feed: MailFeed; readonly list: MailList | undefined } {
  const key = JSON.stringify(query);
  const feed = useMemo(() => new MailFeed(JSON.parse(key) as MailQuery), [key]);
  useEffect(() => {
    feed.refresh();
    return () => feed.close();
  }, [feed]);

  const current = useRef(feed);
  current.current = feed;
  const seen = useRef({ generation: generation.peek(), revision: revision.peek() });
  useSignalEffect(() => {
    const now = { generation: generation.value, revision: revision.value };
    const before = seen.current;
    seen.current = now;
    if (now.revision === before.revision || connection.value !== "open") return;
    if (before.generation !== "" && now.generation !== before.generation) current.current.restart();
    else current.current.refresh();
  });

  const shown = useRef<MailList | undefined>(undefined);
  shown.current = feed.list.value ?? shown.current;
  return { feed, list: shown.current };
}
