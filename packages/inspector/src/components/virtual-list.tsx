import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
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
  /** This row is scrolled into view when the number changes. */
  readonly selected?: number | undefined;
}

/** Rows of which only those in view exist in the document. */
export function VirtualList({ count, rowHeight, row, onRange, selected, ...attributes }: VirtualListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const virtualizer = useRef<Virtualizer<HTMLDivElement, HTMLElement>>(null);
  const options = {
    count,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroller.current,
    overscan: 8,
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
  useEffect(() => {
    if (selected !== undefined && selected >= 0 && selected < count) list.scrollToIndex(selected);
  }, [list, selected]);

  const rows = list.getVirtualItems();
  const first = rows[0]?.index;
  const last = rows.at(-1)?.index;
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
