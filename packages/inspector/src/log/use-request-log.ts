import type { LoggedRequest, RequestLogQuery } from "@modulex-instantly/sandbox";
import { useSignalEffect } from "@preact/signals";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ControlError, callControl } from "../control/call-control.ts";
import { everyEvent, requests, revision } from "../control/live.ts";

/** The log of the sandbox has no more. */
const MOST = 1000;
const PAGE = 100;

interface Shown {
  readonly rows: readonly LoggedRequest[];
  /** The cursor of the older requests. */
  readonly next: string | null;
}

/** The requests that match a filter, newest first. */
export interface RequestLog {
  /** Undefined until the first page is there. */
  readonly rows: readonly LoggedRequest[] | undefined;
  readonly hasMore: boolean;
  readonly error: Error | undefined;
  /** Loads older requests. */
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** Loads the log page by page and follows it: new requests are added at the top. */
export function useRequestLog(filter: Pick<RequestLogQuery, "operation" | "status">): RequestLog {
  const key = JSON.stringify(filter);
  const [shown, setShown] = useState<Shown>();
  const [error, setError] = useState<Error>();
  const load = useRef<(what: "first" | "newer" | "older") => void>(() => {});

  useEffect(() => {
    const abort = new AbortController();
    let current: Shown | undefined;
    let waiting: "first" | "newer" | undefined;
    let isRunning = false;
    const page = async (query: RequestLogQuery) =>
      callControl("GET /log", { query: { ...(JSON.parse(key) as RequestLogQuery), ...query } }, abort.signal);
    const part = async (what: "first" | "newer" | "older"): Promise<Shown> => {
      const newest = current?.rows[0]?.number;
      if (what === "older" && current?.next) {
        const older = await page({ limit: PAGE, cursor: current.next });
        return { rows: [...current.rows, ...older.requests], next: older.next };
      }
      if (what === "first" || current === undefined || newest === undefined) {
        const first = await page({ limit: PAGE });
        // Nothing was cleared: the older pages stay.
        if (current !== undefined && newest !== undefined && first.requests[0]?.number === newest) return current;
        return { rows: first.requests, next: first.next };
      }
      const { requests: newer } = await page({ limit: MOST, since: newest });
      return { ...current, rows: [...newer, ...current.rows].slice(0, MOST) };
    };
    const run = async (what: "first" | "newer" | "older"): Promise<void> => {
      if (isRunning) {
        // Older rows are asked for again when the list is scrolled.
        if (what !== "older") waiting = what === "first" ? what : (waiting ?? what);
        return;
      }
      isRunning = true;
      try {
        current = await part(what);
        if (!abort.signal.aborted) {
          setShown(current);
          setError(undefined);
        }
      } catch (thrown) {
        if (!abort.signal.aborted) setError(thrown as Error);
        if (thrown instanceof ControlError && thrown.status === 400) setShown(undefined);
        // After a failure nobody knows what was missed.
        current = undefined;
      }
      isRunning = false;
      const next = waiting;
      waiting = undefined;
      if (next && !abort.signal.aborted) void run(next);
    };
    load.current = (what) => void run(what);
    setError(undefined);
    void run("first");
    return () => abort.abort();
  }, [key]);

  // The first value is that of the effect above. An event without any new number can mean that the log was cleared.
  const seen = useRef({ events: everyEvent.peek(), requests: requests.peek(), revision: revision.peek() });
  useSignalEffect(() => {
    const now = { events: everyEvent.value, requests: requests.value, revision: revision.value };
    const before = seen.current;
    seen.current = now;
    if (now.events === before.events) return;
    if (isLater(before.requests, now.requests)) load.current("newer");
    else if (now.revision === before.revision || now.requests !== before.requests) load.current("first");
  });

  const loadMore = useCallback(() => load.current("older"), []);
  return {
    rows: shown?.rows,
    hasMore: Boolean(shown?.next),
    error,
    loadMore,
    reload: () => load.current("first"),
  };
}

/** Whether there are more requests of the same sandbox. */
function isLater(before: string, now: string): boolean {
  const [instance, opened, number] = before.split("/");
  const [newInstance, newOpened, newNumber] = now.split("/");
  return instance === newInstance && opened === newOpened && Number(newNumber) > Number(number);
}
