import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { giveKeys } from "./keyboard.ts";

/** A list of rows that are opened beside it. */
interface Rows {
  readonly count: number;
  /** Changes when other rows are listed, such as with another filter: then none of them is selected. */
  readonly key: string;
  readonly isOpen: boolean;
  /** The row that is open, if it is known. */
  readonly openAt: number | undefined;
  /** Opens a row. `replace`: another one was open. */
  readonly open: (index: number, replace: boolean) => void;
  readonly close: () => void;
}

/** What the rows need to know. */
export interface RowKeys {
  readonly selected: number | undefined;
  readonly select: (index: number | undefined) => void;
  /** Closes what is open, and returns the focus to its row. */
  readonly close: () => void;
  /** Whether a row that has just been selected by a key may take the focus; true once. */
  readonly takeFocus: () => boolean;
}

/**
 * Gives j, k, Enter and Esc to a list. j and k focus the row; while one is open, they open the next one. The first element with
 * `data-list` gets the focus if no row can.
 */
export function useRowKeys({ count, key, isOpen, openAt, open, close }: Rows): RowKeys {
  const [selected, setSelected] = useState<number>();
  const [, setClosed] = useState(0);
  const wantsFocus = useRef(false);
  const from = selected ?? openAt;
  const latest = useRef({ count, isOpen, open, close, from });
  latest.current = { count, isOpen, open, close, from };
  useEffect(() => setSelected(undefined), [key]);

  const closeOpen = useCallback((): void => {
    if (!latest.current.isOpen) return;
    wantsFocus.current = true;
    latest.current.close();
    setClosed((times) => times + 1);
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>("[data-list]")?.focus();
    });
  }, []);

  useEffect(
    () =>
      giveKeys({
        move: (step) => {
          const { count: rows, isOpen: isBeside, open: openRow, from: at } = latest.current;
          if (rows === 0) return;
          const target = at === undefined ? (step > 0 ? 0 : rows - 1) : at + step;
          const to = Math.min(Math.max(target, 0), rows - 1);
          wantsFocus.current = !isBeside;
          setSelected(to);
          if (isBeside && to !== at) openRow(to, true);
        },
        open: () => {
          if (latest.current.from !== undefined) latest.current.open(latest.current.from, latest.current.isOpen);
        },
        close: closeOpen,
      }),
    [closeOpen],
  );

  return useMemo(
    () => ({
      selected,
      select: setSelected,
      close: closeOpen,
      takeFocus: () => {
        const may = wantsFocus.current;
        wantsFocus.current = false;
        return may;
      },
    }),
    [selected, closeOpen],
  );
}
