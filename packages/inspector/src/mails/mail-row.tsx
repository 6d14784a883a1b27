import type { MailSummary } from "@modulex-instantly/sandbox";
import type { JSX } from "preact";
import { changedAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { Badge } from "../components/badge.tsx";
import { interestTone } from "../components/lead-tones.ts";
import { kindOf } from "../components/mail-kind.ts";
import { SafeText } from "../components/safe-text.tsx";
import { stepText } from "../sending/step-text.ts";
import { Time } from "../time/time.tsx";
import { personOf, warningText } from "./mail-words.ts";

interface MailRowProps {
  readonly mail: MailSummary;
  readonly style: JSX.CSSProperties;
  readonly isOpen: boolean;
  /** Whether the Tab key reaches this row. The others are reached by j and k, or the arrow keys. */
  readonly isTabStop: boolean;
  readonly onFocus: (id: string) => void;
}

/** One mail of the list, recipient first. */
export function MailRow({ mail, style, isOpen, isTabStop, onFocus }: MailRowProps) {
  const { id, at, by, to, subject, preview, step, campaignName, timezone, interest, warnings } = mail;
  const { name, address } = personOf(mail);
  const kind = kindOf(mail);
  const others = by === "recipient" ? 0 : to.length - 1;
  return (
    <li class="mails-row" style={style}>
      <Link
        to={changedAddress({ mail: id })}
        data-mail={id}
        aria-current={isOpen ? "true" : undefined}
        tabIndex={isTabStop ? 0 : -1}
        onFocus={() => onFocus(id)}
      >
        <span class="mails-person">
          {name !== "" && (
            <strong>
              <SafeText text={name} />
            </strong>
          )}
          <span class={name === "" ? "mails-name" : "quiet"}>
            <SafeText text={address} />
          </span>
          {others > 0 && <span class="quiet">+{others.toLocaleString("en")}</span>}
        </span>
        <Time at={at} zone={timezone} />
        <span class="mails-line">
          <span class="mails-subject">{subject === "" ? "(no subject)" : <SafeText text={subject} />}</span>
          <span class="quiet">
            <SafeText text={preview} />
          </span>
        </span>
        <span class="mails-marks">
          <Badge tone={kind.tone}>{kind.label}</Badge>
          {interest && <Badge tone={interestTone(interest)}>{interest.label}</Badge>}
          {(step ?? campaignName) !== null && (
            <span class="mails-source quiet">
              {step !== null && stepText(step)}
              {step !== null && campaignName !== null && " · "}
              {campaignName !== null && <SafeText text={campaignName} />}
            </span>
          )}
          {warnings.length > 0 && (
            <span class="badge badge-warning" title={warnings.map(({ text }) => text).join("\n")}>
              {warnings.length === 1 ? (
                <span class="visually-hidden">1 warning: </span>
              ) : (
                `${warnings.length} warnings: `
              )}
              {warningText(warnings)}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
