import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { changedAddress, go, parameter } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { countText } from "../components/count-text.ts";
import { giveKeys } from "../components/keyboard.ts";
import { MailFilters } from "./mail-filters.tsx";
import { MailList, NoMails } from "./mail-list.tsx";
import { MailPanel } from "./mail-panel.tsx";
import { isFiltered, mailFilters, unfilteredAddress } from "./mail-query.ts";
import { useMailFeed } from "./use-mail-feed.ts";
import "./mails.css";

/** All mails of the sandbox, and the one that is open. */
export function MailsView() {
  const { feed, list } = useMailFeed(mailFilters.value);
  const open = parameter("mail");
  const [active, setActive] = useState(open);
  const view = useRef<HTMLDivElement>(null);
  const mails = list?.mails ?? [];
  const idAt = (index: number): string | undefined => mails[index]?.id;

  const focusRow = useCallback((id: string | undefined): void => {
    const row = view.current?.querySelector<HTMLElement>(`[data-mail="${CSS.escape(id ?? "")}"]`);
    row?.focus({ preventScroll: true });
  }, []);
  // The row of a step may get into the document only now. Later than this, the focus would undo the next step.
  const [stepped, setStepped] = useState({ to: open });
  useLayoutEffect(() => focusRow(stepped.to), [stepped, focusRow]);

  const moveTo = (id: string): void => {
    setActive(id);
    setStepped({ to: id });
  };
  const step = (by: 1 | -1): void => {
    const at = mails.findIndex(({ id }) => id === (open ?? active));
    const id = idAt(at < 0 ? 0 : at + by);
    if (id === undefined) return;
    moveTo(id);
    if (open !== undefined) go(changedAddress({ mail: id }), { replace: true });
  };
  const keys = useRef({ move: step, open: () => {}, close: () => {} });
  keys.current = {
    move: step,
    open: () => {
      if (active !== undefined) go(changedAddress({ mail: active }));
    },
    close: () => {
      if (open !== undefined) go(changedAddress({ mail: null, tab: null }));
    },
  };
  useEffect(
    () =>
      giveKeys({
        move: (by) => keys.current.move(by),
        open: () => keys.current.open(),
        close: () => keys.current.close(),
      }),
    [],
  );

  const before = useRef(open);
  const [wasChanged, setChanged] = useState(false);
  useEffect(() => {
    if (before.current === open) return;
    setChanged(true);
    if (open === undefined && !isFocusVisible()) focusRow(before.current);
    else if (open !== undefined) setActive(open);
    before.current = open;
  }, [open, focusRow]);

  const at = mails.findIndex(({ id }) => id === open);
  return (
    <div class={`split mails ${open === undefined ? "" : "is-open"}`} ref={view}>
      <div class="mails-list">
        <MailFilters mails={mails} />
        <p class="mails-count quiet" aria-live={isFiltered.value ? "polite" : "off"}>
          {list && matchText(list.matching, list.total)}
        </p>
        {list?.error && (
          <div class="problem" role="alert">
            <p>{list.error.message}</p>
            {list.error.status === 400 ? (
              <Link to={unfilteredAddress()}>Clear filters</Link>
            ) : (
              <button type="button" onClick={() => feed.refresh()}>
                Try again
              </button>
            )}
          </div>
        )}
        {list === undefined && <p class="empty">Loading…</p>}
        {list && mails.length === 0 && !list.error && <NoMails total={list.total} />}
        {list && mails.length > 0 && (
          <MailList
            feed={feed}
            list={list}
            open={open}
            active={active}
            onFocus={setActive}
            onStep={step}
            onNewest={() => moveTo(mails[0]?.id ?? "")}
          />
        )}
      </div>
      {open === undefined ? (
        <div class="mails-none">
          {mails.length > 0 && (
            <p class="empty">
              Select a mail to read it. <kbd>j</kbd> and <kbd>k</kbd> move, <kbd>Enter</kbd> opens, <kbd>/</kbd>{" "}
              searches.
            </p>
          )}
        </div>
      ) : (
        <MailPanel
          id={open}
          neighbours={{ newer: idAt(at - 1), older: at < 0 ? undefined : idAt(at + 1) }}
          takesFocus={wasChanged}
        />
      )}
    </div>
  );
}

/** `10,000 mails`, or with filters `12 of 10,000 mails`. */
function matchText(matching: number | null, total: number): string {
  const all = countText(total, "mail");
  return isFiltered.value ? `${matching?.toLocaleString("en") ?? "…"} of ${all}` : all;
}

function isFocusVisible(): boolean {
  const focused = document.activeElement;
  return focused !== null && focused !== document.body && focused.checkVisibility();
}
