import type { LoggedRequest } from "@modulex-instantly/sandbox";
import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import { changedAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { tableRoles } from "../components/table-roles.ts";
import { VirtualList } from "../components/virtual-list.tsx";
import { clockTime, longTime } from "../time/format-time.ts";
import { Time } from "../time/time.tsx";
import { zoneFor } from "../time/zone.ts";
import { durationText, effectsText, Marks, StatusBadge } from "./request-facts.tsx";
import type { RequestLog } from "./use-request-log.ts";

interface RequestListProps {
  readonly log: RequestLog;
  /** The number of the request that is open. */
  readonly opened: number | undefined;
  /** The number of the row that the keys have selected. */
  readonly marked: number | undefined;
}

const columns = ["number", "time", "request", "status", "effect", "duration", "key", "notes"] as const;

const titles: Readonly<Record<(typeof columns)[number], string>> = {
  number: "No.",
  time: "Real, virtual time",
  request: "Request",
  status: "Status",
  effect: "Effect",
  duration: "Duration",
  key: "Key",
  notes: "Notes",
};

const NONE: readonly LoggedRequest[] = [];

/** The requests as a table of which only the rows in view exist. */
export function RequestList({ log: { rows = NONE, hasMore, loadMore }, opened, marked }: RequestListProps) {
  const onRange = useCallback(
    (_: number, last: number): void => {
      if (hasMore && last >= rows.length - 10) loadMore();
    },
    [hasMore, rows.length, loadMore],
  );
  const rowKey = useCallback((index: number): string => String(rows[index]?.number), [rows]);
  const selected = rows.findIndex(({ number }) => number === (marked ?? opened));
  return (
    <div {...tableRoles.table("Requests", hasMore ? -1 : rows.length + 1, columns.length)} class="log-table">
      <div {...tableRoles.rowgroup} class="log-head">
        <div {...tableRoles.row(1)} class="log-row">
          {columns.map((column) => (
            <span key={column} {...tableRoles.columnheader} class={`log-${column}`}>
              {titles[column]}
            </span>
          ))}
        </div>
      </div>
      <VirtualList
        role="rowgroup"
        class="log-rows"
        count={rows.length}
        rowHeight={46}
        rowKey={rowKey}
        selected={selected}
        kept={selected}
        onRange={onRange}
        row={(index, style) => {
          const request = rows[index];
          return (
            request && (
              <RequestRow
                key={request.number}
                request={request}
                rowIndex={index + 2}
                style={style}
                isOpen={request.number === opened}
                isMarked={request.number === marked}
              />
            )
          );
        }}
      />
    </div>
  );
}

interface RequestRowProps {
  readonly request: LoggedRequest;
  readonly rowIndex: number;
  readonly style: JSX.CSSProperties;
  readonly isOpen: boolean;
  readonly isMarked: boolean;
}

function RequestRow({ request, rowIndex, style, isOpen, isMarked }: RequestRowProps) {
  const { number, at, realTime, operation, method, path, key, reason } = request;
  const zone = zoneFor(null);
  const state = isOpen ? "is-open" : isMarked ? "is-marked" : "";
  return (
    <div {...tableRoles.row(rowIndex)} class={`log-row ${state}`} style={style}>
      <span {...tableRoles.cell} class="log-number">
        {number}
      </span>
      <span {...tableRoles.cell} class="log-time">
        <time dateTime={realTime} title={`Real time: ${longTime(realTime, zone)} (${zone})`}>
          {clockTime(realTime, zone)}
        </time>
        <small>
          <Time at={at} />
        </small>
      </span>
      <span {...tableRoles.cell} class="log-request">
        <Link
          to={changedAddress({ request: number })}
          data-request={number}
          aria-current={isOpen ? "true" : undefined}
          title={`${method} ${path}`}
        >
          {operation ?? "unknown route"}
        </Link>
        <small class="mono">
          {method} {path}
        </small>
      </span>
      <span {...tableRoles.cell} class="log-status">
        <StatusBadge {...request} />
      </span>
      <span {...tableRoles.cell} class="log-effect">
        {effectsText(request)}
      </span>
      <span {...tableRoles.cell} class="log-duration">
        {durationText(request.durationMs)}
      </span>
      <span {...tableRoles.cell} class="log-key" title={key}>
        {key}
      </span>
      <span {...tableRoles.cell} class="log-notes">
        <Marks {...request} />
        {reason !== null && <small title={reason}>{reason}</small>}
      </span>
    </div>
  );
}
