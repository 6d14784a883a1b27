import { useEffect, useRef, useState } from "preact/hooks";
import { changedAddress, go, parameter } from "../address/address.ts";
import { DetailPane } from "../components/detail-pane.tsx";
import { giveKeys } from "../components/keyboard.ts";
import { LogFilters } from "./log-filters.tsx";
import { RequestDetail } from "./request-detail.tsx";
import { RequestList } from "./request-list.tsx";
import { useRequestLog } from "./use-request-log.ts";
import "./log.css";

/** The requests to the API, and one of them with everything that is kept. */
export function LogView() {
  const operation = parameter("operation");
  const status = parameter("status");
  const log = useRequestLog({ ...(operation && { operation }), ...(status && { status }) });
  const given = parameter("request");
  const opened = given === undefined ? undefined : Number(given);
  const [marked, setMarked] = useState<number>();
  const { rows, error } = log;

  const close = (): void => {
    go(changedAddress({ request: null }));
    setMarked(opened);
    focusRow(opened);
  };
  const keys = useRef({ move: (_: 1 | -1): void => {}, open: (): void => {}, close });
  keys.current = {
    move: (step) => {
      const numbers = rows?.map(({ number }) => number) ?? [];
      const at = numbers.indexOf(marked ?? opened ?? Number.NaN);
      const next = numbers[at < 0 ? 0 : Math.max(0, Math.min(numbers.length - 1, at + step))];
      setMarked(next);
      focusRow(next);
      if (opened !== undefined && next !== undefined) go(changedAddress({ request: next }), { replace: true });
    },
    open: () => {
      if (marked !== undefined) go(changedAddress({ request: marked }));
    },
    close: () => opened !== undefined && close(),
  };
  useEffect(
    () =>
      giveKeys({
        move: (step) => keys.current.move(step),
        open: () => keys.current.open(),
        close: () => keys.current.close(),
      }),
    [],
  );

  return (
    <div class={`log-view ${given === undefined ? "" : "split is-open"}`}>
      <div class="log-list">
        <LogFilters />
        {error && (
          <div class="problem" role="alert">
            <p>{error.message}</p>
            <button type="button" onClick={log.reload}>
              Try again
            </button>
          </div>
        )}
        {rows === undefined && !error && <p class="empty">Loading…</p>}
        {rows?.length === 0 && <Empty isFiltered={operation !== undefined || status !== undefined} />}
        {rows !== undefined && rows.length > 0 && <RequestList log={log} opened={opened} marked={marked} />}
      </div>
      {given !== undefined && (
        <DetailPane label="Request" backLabel="All requests" onClose={close}>
          <RequestDetail key={given} id={given} />
        </DetailPane>
      )}
    </div>
  );
}

/** Puts the focus on the link of a row, once the list has scrolled to it. */
function focusRow(number: number | undefined, frames = 10): void {
  if (number === undefined || frames === 0) return;
  const link = document.querySelector<HTMLElement>(`[data-request="${number}"]`);
  if (link) link.focus({ preventScroll: true });
  else requestAnimationFrame(() => focusRow(number, frames - 1));
}

function Empty({ isFiltered }: { readonly isFiltered: boolean }) {
  return (
    <p class="empty">
      {isFiltered
        ? "No request in the log matches these filters."
        : "No request to the API yet. Point a client at this sandbox: the view Sandbox has the address and the keys."}
    </p>
  );
}
