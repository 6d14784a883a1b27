import type { SendingState } from "@modulex-instantly/sandbox";
import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { Badge } from "../components/badge.tsx";
import { Fact } from "../components/fact.tsx";
import { live } from "../control/live.ts";
import { distance } from "../time/format-time.ts";
import { Time } from "../time/time.tsx";
import "./sending.css";
import { useUniqueId } from "../components/use-unique-id.ts";
import { SendingText } from "./sending-text.tsx";
import { sendingTone } from "./sending-tone.ts";
import { stepText } from "./step-text.ts";

interface SendingPanelProps {
  readonly sending: SendingState;
  /** The time zone of the campaign. */
  readonly zone: string;
  /** Whether the recipient is known from the page, so that it is not named again. */
  readonly isOfLead?: boolean;
}

/** Why nothing is being sent at this moment, and the next email. */
export function SendingPanel({ sending, zone, isOfLead = false }: SendingPanelProps) {
  const id = useUniqueId();
  const [label, tone] = sendingTone(sending.code, sending.until);
  const { next, isForecastComplete, until } = sending;
  const now = live.value?.now;
  return (
    <section class={`panel sending sending-${tone}`} aria-labelledby={id}>
      <h3 id={id}>Why is nothing being sent?</h3>
      <p class="sending-reason">
        <Badge tone={tone}>{label}</Badge>
        <span>
          <SendingText sending={sending} zone={zone} />
          {until !== null && now !== undefined && until > now && <span class="quiet"> ({distance(until, now)})</span>}
        </span>
      </p>
      {next ? (
        <dl class="facts">
          <Fact name="Next email">
            <strong>
              <Time at={next.at} zone={zone} />
            </strong>
            {now !== undefined && <span class="quiet"> {distance(next.at, now)}</span>}
          </Fact>
          {!isOfLead && (
            <Fact name="To">
              <Link to={viewAddress("leads", { lead: next.lead })}>{next.to}</Link>
            </Fact>
          )}
          <Fact name={stepText(next.step)}>
            {next.subject === "" ? <span class="quiet">No subject</span> : <bdi>{next.subject}</bdi>}
          </Fact>
        </dl>
      ) : (
        <p class="quiet">
          {isForecastComplete
            ? "No email is planned, however long the clock runs."
            : "The forecast stopped at its limit before it found an email. There may be a later one."}
        </p>
      )}
    </section>
  );
}
