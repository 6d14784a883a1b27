import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { VirtualList } from "../components/virtual-list.tsx";
import type { MailFeed, MailList as Mails } from "./mail-feed.ts";
import { isFiltered, unfilteredAddress } from "./mail-query.ts";
import { MailRow } from "./mail-row.tsx";

const ROW_HEIGHT = 74;

interface MailListProps {
  readonly feed: MailFeed;
  readonly list: Mails;
  /** The mail that is open. */
  readonly open: string | undefined;
  /** The mail that has the focus, or had it last. */
  readonly active: string | undefined;
  readonly onFocus: (id: string) => void;
  readonly onStep: (step: 1 | -1) => void;
  /** Goes to the newest mail. */
  readonly onNewest: () => void;
}

/** All mails, newest first. New ones appear at the top and move nothing that is being read. */
export function MailList({
  feed,
  list: { key, mails, hasMore },
  open,
  active,
  onFocus,
  onStep,
  onNewest,
}: MailListProps) {
  const [newestSeen, setNewestSeen] = useState(mails[0]?.id);
  const newest = mails[0]?.id;
  const unseen = feed.isAtTop ? 0 : mails.findIndex(({ id }) => id === newestSeen);
  useEffect(() => {
    if (feed.isAtTop) setNewestSeen(newest);
  }, [feed, newest]);

  const keyOf = useCallback((index: number) => mails[index]?.id ?? "more", [mails]);
  const showRange = useCallback((first: number, last: number) => feed.show(first, last), [feed]);
  const at = mails.findIndex(({ id }) => id === active);
  const tabStop = Math.max(at, 0);

  return (
    <div class="mails-area">
      <VirtualList
        key={key}
        role="list"
        aria-label="Mails"
        count={mails.length + (hasMore ? 1 : 0)}
        rowHeight={ROW_HEIGHT}
        rowKey={keyOf}
        selected={at}
        kept={tabStop}
        onRange={showRange}
        onScroll={({ currentTarget }) => {
          feed.isAtTop = currentTarget.scrollTop < 1;
          if (feed.isAtTop) setNewestSeen(newest);
        }}
        onKeyDown={(event) => {
          const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : undefined;
          if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          onStep(step);
        }}
        row={(index, style) => {
          const mail = mails[index];
          if (mail === undefined) {
            return (
              <li key="more" class="mails-more quiet" style={style}>
                Loading older mails…
              </li>
            );
          }
          return (
            <MailRow
              key={mail.id}
              mail={mail}
              style={style}
              isOpen={mail.id === open}
              isTabStop={index === tabStop}
              onFocus={onFocus}
            />
          );
        }}
      />
      {unseen > 0 && (
        <button type="button" class="mails-unseen primary" onClick={onNewest}>
          {unseen === 1 ? "1 new mail" : `${unseen.toLocaleString("en")} new mails`} above
        </button>
      )}
    </div>
  );
}

/** Why the list is empty, and what to do. */
export function NoMails({ total }: { readonly total: number }): ComponentChildren {
  if (isFiltered.value && total > 0) {
    return (
      <div class="empty">
        <p>No mail matches these filters.</p>
        <Link to={unfilteredAddress()}>Clear filters</Link>
      </div>
    );
  }
  return (
    <div class="empty stack">
      <p>Nothing was sent yet.</p>
      <p>
        Activate a <Link to={viewAddress("campaigns")}>campaign</Link> with the API, then move the clock with “To next
        send”. Or load a <Link to={viewAddress("sandbox")}>scenario</Link> that has sent mails already.
      </p>
    </div>
  );
}
