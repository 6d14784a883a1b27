import type { CampaignDetail } from "@modulex-instantly/sandbox";
import { Fact } from "../components/fact.tsx";

const MAX_SENDERS = 20;

/** From which accounts a campaign sends, how much, and what it tracks. */
export function LimitsPanel({ campaign }: { readonly campaign: CampaignDetail }) {
  const { senders, dailyLimit, dailyMaxLeads, emailGap, openTracking, linkTracking } = campaign;
  const facts: readonly (readonly [string, string])[] = [
    ["Emails a day", dailyLimit === null ? "No limit" : `At most ${dailyLimit.toLocaleString("en")}`],
    ["New leads a day", dailyMaxLeads === null ? "No limit" : `At most ${dailyMaxLeads.toLocaleString("en")}`],
    ["Gap between two emails", emailGap === 0 ? "None" : `${emailGap} ${emailGap === 1 ? "minute" : "minutes"}`],
    ["Open tracking", openTracking ? "On" : "Off"],
    ["Link tracking", linkTracking ? "On" : "Off"],
  ];
  return (
    <section class="panel stack" aria-labelledby="campaign-limits">
      <h3 id="campaign-limits">Senders and limits</h3>
      <dl class="facts campaigns-limits">
        <Fact name="Senders">
          {senders.length === 0 ? (
            "None: the campaign cannot send"
          ) : (
            <ul>
              {senders.slice(0, MAX_SENDERS).map((sender) => (
                <li key={sender}>{sender}</li>
              ))}
              {senders.length > MAX_SENDERS && <li class="quiet">and {senders.length - MAX_SENDERS} more</li>}
            </ul>
          )}
        </Fact>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
      </dl>
    </section>
  );
}
