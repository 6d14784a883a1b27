import type { MailDetail, MailSummary } from "@modulex-instantly/sandbox";
import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { Badge } from "../components/badge.tsx";
import { Fact } from "../components/fact.tsx";
import { interestTone } from "../components/lead-tones.ts";
import { kindOf } from "../components/mail-kind.ts";
import { SafeText } from "../components/safe-text.tsx";
import { useControl } from "../control/use-control.ts";
import { RecipientActions } from "../recipient/recipient-actions.tsx";
import { stepText } from "../sending/step-text.ts";
import { longTime } from "../time/format-time.ts";
import { zoneFor } from "../time/zone.ts";
import { Addresses } from "./addresses.tsx";
import { MailBody } from "./mail-body.tsx";
import { MailThread } from "./mail-thread.tsx";
import { warningNames } from "./mail-words.ts";

const LONGEST_THREAD = 500;

/** Everything about one mail. */
export function MailDetails({ mail }: { readonly mail: MailDetail }) {
  const query = { thread: mail.thread, order: "asc", limit: LONGEST_THREAD } as const;
  const { data: thread } = useControl("GET /mails", { query });
  const latest: MailSummary = thread?.mails.find(({ id }) => id === mail.id) ?? mail;
  const kind = kindOf(latest);
  return (
    <div class="mails-mail">
      <header class="stack">
        <h2 class="title">{mail.subject === "" ? "(no subject)" : <SafeText text={mail.subject} />}</h2>
        <Facts mail={mail} latest={latest}>
          <Badge tone={kind.tone}>{kind.label}</Badge>
          {latest.interest && <Badge tone={interestTone(latest.interest)}>{latest.interest.label}</Badge>}
        </Facts>
        <Warnings mail={latest} />
        {mail.canAct && <RecipientActions mail={mail.id} canAct={true} />}
      </header>
      <MailBody mail={mail} />
      <Leftovers mail={mail} />
      {thread && <MailThread mails={thread.mails} isCut={thread.next !== null} shown={mail.id} />}
    </div>
  );
}

interface FactsProps {
  readonly mail: MailDetail;
  readonly latest: MailSummary;
  readonly children: preact.ComponentChildren;
}

function Facts({ mail, latest: { lead, leadName, campaign, campaignName, timezone, step }, children }: FactsProps) {
  const zone = zoneFor(timezone);
  return (
    <dl class="facts mails-facts">
      <Fact name="From">
        <SafeText text={mail.from} />
      </Fact>
      <Addresses name="To" all={mail.to} />
      <Addresses name="Cc" all={mail.cc} />
      <Addresses name="Bcc" all={mail.bcc} />
      {lead && (
        <Fact name="Lead">
          <Link to={viewAddress("leads", { lead })}>{leadName === "" ? "Show" : <SafeText text={leadName} />}</Link>
        </Fact>
      )}
      <Fact name="Time">
        <time dateTime={mail.at} title={`${zone}, virtual time`}>
          {longTime(mail.at, zone)}
        </time>{" "}
        {children}
      </Fact>
      {campaign && (
        <Fact name="Campaign">
          <Link to={viewAddress("campaigns", { campaign })}>
            {campaignName === null ? "A deleted campaign" : <SafeText text={campaignName} />}
          </Link>
          {step && (
            <>
              , <Link to={viewAddress("mails", { campaign, step, mail: mail.id })}>{stepText(step)}</Link>
            </>
          )}
        </Fact>
      )}
    </dl>
  );
}

function Warnings({ mail: { warnings } }: { readonly mail: MailSummary }) {
  if (warnings.length === 0) return null;
  return (
    <ul class="mails-warnings" aria-label="Warnings">
      {warnings.map(({ code, text }) => (
        <li key={`${code} ${text}`}>
          <strong>{capitalized(warningNames[code])}.</strong> <SafeText text={text} />
        </li>
      ))}
    </ul>
  );
}

const leftoverMeanings: Readonly<Record<MailDetail["leftovers"][number]["kind"], string>> = {
  variable: "The lead has no such value: nothing was sent in its place.",
  fallback: "The fallback is not simulated: sent as it was written.",
  statement: "The statement is not simulated: sent as it was written.",
  braces: "Not a tag: sent as it was written.",
  value: "Part of a value of the lead.",
  spintax: "A reply by hand is not rendered: sent as it was written.",
  length: "The mail was cut off here.",
};

function Leftovers({ mail: { leftovers } }: { readonly mail: MailDetail }) {
  if (leftovers.length === 0) return null;
  return (
    <section class="stack" aria-label="Template">
      <h3>What the template left</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Construct</th>
            <th scope="col">Where</th>
            <th scope="col">What happened</th>
          </tr>
        </thead>
        <tbody>
          {leftovers.map(({ kind, construct, where }, index) => (
            <tr key={index}>
              <td class="mails-construct">
                <code>
                  <SafeText text={construct} />
                </code>
              </td>
              <td>{capitalized(where)}</td>
              <td>{leftoverMeanings[kind]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
