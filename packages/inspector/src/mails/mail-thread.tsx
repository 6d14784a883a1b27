import type { MailSummary } from "@modulex-instantly/sandbox";
import { useState } from "preact/hooks";
import { changedAddress, viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { Badge } from "../components/badge.tsx";
import { LoadState } from "../components/load-state.tsx";
import { kindOf } from "../components/mail-kind.ts";
import { SafeText } from "../components/safe-text.tsx";
import { generation } from "../control/live.ts";
import { useControl } from "../control/use-control.ts";
import { Time } from "../time/time.tsx";
import { LongText } from "./long-text.tsx";

interface MailThreadProps {
  /** Oldest first. */
  readonly mails: readonly MailSummary[];
  readonly isCut: boolean;
  /** The mail that is open. */
  readonly shown: string;
}

/** The mails of a thread. The others can be expanded in place. */
export function MailThread({ mails, isCut, shown }: MailThreadProps) {
  const [first] = mails;
  if (!first || mails.length < 2) return null;
  return (
    <section class="stack" aria-label="Thread">
      <div class="row">
        <h3>Thread of {isCut ? `more than ${mails.length}` : mails.length} mails</h3>
        <Link to={viewAddress("mails", { thread: first.thread, mail: shown })}>Only these in the list</Link>
      </div>
      <ol class="mails-thread">
        {mails.map((mail) => (
          <li key={mail.id}>
            {mail.id === shown ? (
              <p aria-current="true">
                <Line mail={mail} /> <span class="quiet">This mail</span>
              </p>
            ) : (
              <OtherMail mail={mail} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Line({ mail }: { readonly mail: MailSummary }) {
  const kind = kindOf(mail);
  return (
    <>
      <Badge tone={kind.tone}>{kind.label}</Badge> <Time at={mail.at} zone={mail.timezone} />{" "}
      <SafeText text={mail.from} /> <span class="quiet">to</span> <SafeText text={mail.to[0] ?? ""} />
    </>
  );
}

function OtherMail({ mail }: { readonly mail: MailSummary }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Line mail={mail} />
      </summary>
      {isOpen && <OtherText id={mail.id} />}
      <p>
        <Link to={changedAddress({ mail: mail.id })}>Open this mail</Link>
      </p>
    </details>
  );
}

function OtherText({ id }: { readonly id: string }) {
  const mail = useControl("GET /mails/{id}", { id }, { when: generation });
  return (
    <LoadState of={mail}>
      {({ subject, text }) => (
        <>
          <p class="mails-thread-subject">{subject === "" ? "(no subject)" : <SafeText text={subject} />}</p>
          <LongText text={text} />
        </>
      )}
    </LoadState>
  );
}
