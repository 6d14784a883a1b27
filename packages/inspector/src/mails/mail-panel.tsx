import { useEffect, useRef } from "preact/hooks";
import { changedAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { LoadState } from "../components/load-state.tsx";
import { generation } from "../control/live.ts";
import { useControl } from "../control/use-control.ts";
import { MailDetails } from "./mail-details.tsx";

interface MailPanelProps {
  readonly id: string;
  /** The mails before and after it in the list. */
  readonly neighbours: { readonly newer: string | undefined; readonly older: string | undefined };
  /** Whether the focus goes to the mail if it would be lost otherwise. */
  readonly takesFocus: boolean;
}

/** The mail that is open. */
export function MailPanel({ id, neighbours, takesFocus }: MailPanelProps) {
  // The bodies of a mail never change, and may be large. What can change is part of its thread.
  const mail = useControl("GET /mails/{id}", { id }, { when: generation, keepPrevious: true });
  const close = useRef<HTMLDivElement>(null);
  const shown = mail.data?.id ?? "";
  useEffect(() => {
    const focused = document.activeElement;
    const isLost = focused === null || focused === document.body || !focused.checkVisibility();
    if (takesFocus && isLost) close.current?.querySelector<HTMLElement>(".mails-close")?.focus();
  }, [shown, id, takesFocus]);
  return (
    <section class="mails-panel" aria-label="Mail">
      <div class="mails-tools" ref={close}>
        <Link to={changedAddress({ mail: null, tab: null })} class="mails-close">
          Close
        </Link>
        <span class="spacer" />
        <Step to={neighbours.newer} label="Newer" />
        <Step to={neighbours.older} label="Older" />
      </div>
      {mail.error?.status === 404 ? (
        <div class="empty">
          <p>There is no mail with this id.</p>
          <p>The sandbox was reset, rewound or restarted, or the link belongs to another sandbox.</p>
        </div>
      ) : (
        <LoadState of={mail}>{(data) => <MailDetails key={data.id} mail={data} />}</LoadState>
      )}
    </section>
  );
}

function Step({ to, label }: { readonly to: string | undefined; readonly label: string }) {
  if (to === undefined) return <span class="quiet">{label}</span>;
  return <Link to={changedAddress({ mail: to })}>{label}</Link>;
}
