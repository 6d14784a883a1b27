import type { JSX } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { tableRoles } from "../components/table-roles.ts";
import type { RowKeys } from "../components/use-row-keys.ts";
import { VirtualList } from "../components/virtual-list.tsx";
import type { LeadPages } from "./lead-pages.ts";
import { LeadTableRow } from "./lead-table-row.tsx";

const ROW_HEIGHT = 44;
/** Browsers allow no higher element. */
const MOST_PIXELS = 16_000_000;
const MOST_ROWS = Math.floor(MOST_PIXELS / ROW_HEIGHT);

const columns = [
  "Email and name",
  "Company",
  "Status",
  "Interest",
  "Verification",
  "Opens",
  "Clicks",
  "Replies",
  "Last step",
  "Next due",
] as const;
const columnClasses: Readonly<Record<string, string>> = {
  Opens: "number",
  Clicks: "number",
  Replies: "number",
  "Last step": "leads-after-number",
  "Status and next due": "leads-end",
};

interface LeadTableProps {
  readonly pages: LeadPages;
  /** The time zones of the campaigns. */
  readonly zones: ReadonlyMap<string, string>;
  /** The id of the open lead. */
  readonly open: string | undefined;
  readonly keys: RowKeys;
  /** Beside an open lead, there is space for two columns. */
  readonly isCompact: boolean;
}

/** The leads. Only the rows in view exist, and only the pages in view are loaded. */
export function LeadTable({ pages, zones, open, keys, isCompact: isBeside }: LeadTableProps) {
  const isCompact = useIsNarrow() || isBeside;
  const { key, total = 0 } = pages.shown.value;
  const count = Math.min(total, MOST_ROWS);
  const shown = isCompact ? ["Email and name", "Status and next due"] : columns;
  const { selected, select, takeFocus } = keys;
  const row = useCallback(
    (index: number, style: JSX.CSSProperties) => {
      const lead = pages.row(index);
      return (
        <LeadTableRow
          key={index}
          index={index}
          lead={lead}
          style={style}
          zone={lead?.campaign ? zones.get(lead.campaign) : undefined}
          isCompact={isCompact}
          isOpen={lead !== undefined && lead.id === open}
          isSelected={index === selected}
          onSelect={select}
          takeFocus={takeFocus}
        />
      );
    },
    [pages, zones, open, isCompact, selected, select, takeFocus],
  );
  return (
    <>
      {total > count && (
        <p class="leads-limit quiet">
          The table shows the first {count.toLocaleString("en")} leads. Use the filters to find the others.
        </p>
      )}
      <div
        {...tableRoles.table("Leads", total + 1, shown.length)}
        class={`leads-table ${isCompact ? "is-compact" : ""}`}
      >
        <div {...tableRoles.rowgroup} class="leads-header">
          <div {...tableRoles.row(1)} class="leads-columns">
            {shown.map((column) => (
              <span key={column} {...tableRoles.columnheader} class={columnClasses[column] ?? ""}>
                {column}
              </span>
            ))}
          </div>
        </div>
        <VirtualList
          key={key}
          {...tableRoles.rowgroup}
          class="leads-rows"
          data-list
          tabIndex={0}
          aria-label="Rows"
          count={count}
          rowHeight={ROW_HEIGHT}
          row={row}
          onRange={pages.show}
          selected={selected}
          kept={selected}
        />
      </div>
    </>
  );
}

const narrow = matchMedia("(max-width: 760px)");

function useIsNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(narrow.matches);
  useEffect(() => {
    const update = (): void => setNarrow(narrow.matches);
    narrow.addEventListener("change", update);
    return () => narrow.removeEventListener("change", update);
  }, []);
  return isNarrow;
}
