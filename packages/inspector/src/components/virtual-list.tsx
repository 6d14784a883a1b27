import {
  defaultKeyExtractor,
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from "@tanstack/virtual-core";
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useLayoutEffect, useReducer, useRef } from "preact/hooks";

interface VirtualListProps extends Omit<JSX.HTMLAttributes<HTMLDivElement>, "children" | "ref"> {
  readonly count: number;
  /** The height of every row in CSS pixels. */
  readonly rowHeight: number;
  /** A row, with the `transform` that puts it in its place. */
  readonly row: (index: number, style: JSX.CSSProperties) => ComponentChildren;
  /** Is told which rows are in view, so that they can be loaded. */
  readonly onRange?: (first: number, last: number) => void;
  /** This row is scrolled into view when the number changes, or with `rowKey`, when its key changes. */
  readonly selected?: number | undefined;
  /**
   * What a row is, such as its id. What is in view then stays in view when rows are added before it, unless the list is at
   * its top. The function must be the same one as long as the rows are.
   */
  readonly rowKey?: (index: number) => string;
  /** This row stays in the document when it is out of view, so that it does not lose the focus. */
  readonly kept?: number | undefined;
}

const OVERSCAN = 8;

/** Rows of which only those in view exist in the document. */
export function VirtualList({
  count,
  rowHeight,
  row,
  onRange,
  selected,
  rowKey,
  kept,
  ...attributes
}: VirtualListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const virtualizer = useRef<Virtualizer<HTMLDivElement, HTMLElement>>(null);
  const options = {
    count,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroller.current,
    overscan: OVERSCAN,
    getItemKey: rowKey ?? defaultKeyExtractor,
    rangeExtractor: kept === undefined ? defaultRangeExtractor : withRow(kept),
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(0),
  };
  virtualizer.current ??= new Virtualizer<HTMLDivElement, HTMLElement>(options);
  const list = virtualizer.current;
  list.setOptions(options);
  useEffect(() => list._didMount(), [list]);
  useLayoutEffect(() => list._willUpdate());
  useEffect(() => list.measure(), [list, rowHeight]);
  const top = useRef({ index: 0, key: "" });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !rowKey) return;
    const { index, key } = top.current;
    // At the top, new rows are to be seen; elsewhere they must not move what is read.
    if (element.scrollTop > 0 && index < count && rowKey(index) !== key) {
      const moved = indexOfKey(rowKey, count, key);
      if (moved !== undefined) element.scrollTop += (moved - index) * rowHeight;
    }
    const first = Math.floor(element.scrollTop / rowHeight);
    top.current = { index: first, key: first < count ? rowKey(first) : "" };
  });
  const isSelected = selected !== undefined && selected >= 0 && selected < count;
  useEffect(() => {
    if (isSelected && scroller.current) scrollToRow(scroller.current, selected * rowHeight, rowHeight);
  }, [list, isSelected && rowKey ? rowKey(selected) : selected]);

  const rows = list.getVirtualItems();
  const first = list.range ? Math.max(0, list.range.startIndex - OVERSCAN) : undefined;
  const last = list.range ? Math.min(count - 1, list.range.endIndex + OVERSCAN) : undefined;
  useEffect(() => {
    if (first !== undefined && last !== undefined) onRange?.(first, last);
  }, [first, last, count, onRange]);

  return (
    <div {...attributes} ref={scroller} class={`virtual-list ${attributes.class ?? ""}`}>
      <div role="presentation" class="virtual-rows" style={{ height: list.getTotalSize() }}>
        {rows.map(({ index, start }) => row(index, { height: rowHeight, transform: `translateY(${start}px)` }))}
      </div>
    </div>
  );
}

/** Scrolls as little as needed. A list that is hidden, as on a phone beside what is open, stays where it is. */
function scrollToRow(element: HTMLElement, start: number, height: number): void {
  const { scrollTop, clientHeight } = element;
  if (clientHeight === 0) return;
  if (start < scrollTop) element.scrollTop = start;
  else if (start + height > scrollTop + clientHeight) element.scrollTop = start + height - clientHeight;
}

function indexOfKey(rowKey: (index: number) => string, count: number, key: string): number | undefined {
  for (let index = 0; index < count; index += 1) if (rowKey(index) === key) return index;
  return undefined;
}

/** The rows in view, and one more. */
function withRow(kept: number): typeof defaultRangeExtractor {
  return (range) => {
    const rows = defaultRangeExtractor(range);
    if (kept < 0 || kept >= range.count || rows.includes(kept)) return rows;
    return [...rows, kept].sort((one, other) => one - other);
  };
}
