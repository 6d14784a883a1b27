import type { CampaignDetail, StepEvent, StepView, VariantView } from "@modulex-instantly/sandbox";
import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { Badge } from "../components/badge.tsx";
import { stepText } from "../sending/step-text.ts";

const events: Readonly<Record<StepEvent, string>> = {
  sent: "Sent",
  opened: "Opened",
  clicked: "Clicked",
  replied: "Replied",
  auto_replied: "Automatic",
  bounced: "Bounced",
  unsubscribed: "Unsubscribed",
};
const eventNames = Object.keys(events) as StepEvent[];

/** What happened at each variant of each step. Each number leads to its leads. */
export function StepsTable({ campaign: { id, steps } }: { readonly campaign: CampaignDetail }) {
  return (
    <section class="panel stack" aria-labelledby="campaign-steps">
      <h3 id="campaign-steps">Steps</h3>
      {steps.length === 0 ? (
        <p class="quiet">
          The campaign has no steps, so it cannot send. Add sequences with PATCH /api/v2/campaigns/ID.
        </p>
      ) : (
        <div class="campaigns-scroll">
          <table class="campaigns-steps">
            <thead>
              <tr>
                <th scope="col">Variant</th>
                {eventNames.map((event) => (
                  <th key={event} scope="col" class="number">
                    {events[event]}
                  </th>
                ))}
              </tr>
            </thead>
            {steps.map((step, index) => (
              <Step key={step.step} campaign={id} step={step} isLast={index === steps.length - 1} />
            ))}
          </table>
        </div>
      )}
    </section>
  );
}

interface StepProps {
  readonly campaign: string;
  readonly step: StepView;
  readonly isLast: boolean;
}

function Step({ campaign, step: { step, delay, waiting, variants }, isLast }: StepProps) {
  const isDead = variants.every(({ isEnabled }) => !isEnabled);
  return (
    <tbody>
      <tr class="campaigns-step">
        <th scope="rowgroup" colSpan={eventNames.length + 1}>
          <strong>{stepText(step)}</strong>{" "}
          <Link to={viewAddress("leads", { campaign, step, event: "waiting" })}>
            {waiting.toLocaleString("en")} {waiting === 1 ? "lead waits" : "leads wait"} for it
          </Link>
          {isDead && <span class="quiet"> · skipped: no variant is enabled</span>}
          {!isLast && <span class="quiet"> · then {delay} until the next step</span>}
        </th>
      </tr>
      {variants.map((variant) => (
        <Variant key={variant.step} campaign={campaign} variant={variant} />
      ))}
    </tbody>
  );
}

function Variant({ campaign, variant }: { readonly campaign: string; readonly variant: VariantView }) {
  const { step, subject, isEnabled, counts } = variant;
  const name = stepText(step);
  return (
    <tr class={isEnabled ? "" : "is-disabled"}>
      <th scope="row" class="campaigns-variant">
        <span>
          <strong>{name.split(" ").at(-1)}</strong>{" "}
          {subject === "" ? <span class="quiet">Continues the thread</span> : <bdi>{subject}</bdi>}
        </span>
        {!isEnabled && <Badge tone="warning">Disabled</Badge>}
      </th>
      {eventNames.map((event) => {
        const count = counts[event];
        const text = count.toLocaleString("en");
        return (
          <td key={event} class="number">
            <Link
              class={count === 0 ? "quiet" : ""}
              to={viewAddress("leads", { campaign, step, event })}
              aria-label={`${text} ${events[event].toLowerCase()}, ${name}`}
            >
              {text}
            </Link>
          </td>
        );
      })}
    </tr>
  );
}
