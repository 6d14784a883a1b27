import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { notify } from "../components/notices.tsx";
import { useAction } from "../components/use-action.ts";
import { callControl } from "../control/call-control.ts";
import { live } from "../control/live.ts";
import { useControl } from "../control/use-control.ts";
import { clockTime, dayText, longTime } from "../time/format-time.ts";
import { Time } from "../time/time.tsx";
import { zoneFor } from "../time/zone.ts";
import { AdvancingBar } from "./advancing-bar.tsx";
import { keepCheckpoint } from "./keep-checkpoint.ts";
import { RewindMenu } from "./rewind-menu.tsx";

/** The moves of the clock by a fixed time. */
const steps = [
  ["+1 h", "1h", "Advance by one hour"],
  ["+1 d", "1d", "Advance by one day"],
] as const;

/** The virtual clock with everything that moves it. It only goes forward; the rewind menu returns to a kept state. */
export function ClockBar() {
  const [run, isRunning] = useAction();
  const { data } = useControl("GET /overview", {}, { keepPrevious: true });
  const state = live.value;
  const zone = zoneFor(null);
  const isBusy = isRunning || Boolean(state?.advancing);
  const move = (work: () => Promise<void>): void =>
    run(async () => {
      await keepCheckpoint();
      await work();
    });
  const nextEvent = data?.clock.nextEvent;
  const nextSend = data?.clock.nextSend;
  return (
    <section class="clock" aria-label="Virtual clock">
      <div class="clock-now">
        {state ? (
          <time dateTime={state.now} title={`${longTime(state.now, zone)} (${zone})`} data-testid="now">
            <strong>{clockTime(state.now, zone)}</strong> {dayText(state.now, zone)} <span class="zone">{zone}</span>
          </time>
        ) : (
          <span class="quiet">Connecting…</span>
        )}
        <small class="quiet">
          Virtual time{data?.clock.mode === "running" && ", running"}. Real time is {clockTime(new Date(), zone)}.
        </small>
      </div>
      <fieldset class="clock-buttons" aria-label="Move the clock">
        <button
          type="button"
          disabled={isBusy || !nextEvent}
          title={nextEvent ? `${nextEvent.text}, ${longTime(nextEvent.at, zone)}` : "Nothing is scheduled"}
          onClick={() => move(async () => void (await callControl("POST /clock/next-event", {})))}
        >
          Next event
        </button>
        {steps.map(([label, advance, title]) => (
          <button
            key={advance}
            type="button"
            title={title}
            disabled={isBusy}
            onClick={() => move(async () => void (await callControl("POST /clock", { body: { advance } })))}
          >
            {label}
          </button>
        ))}
        <button
          type="button"
          class="primary"
          disabled={isBusy || !nextSend}
          title={nextSend ? `To ${nextSend.to}, ${longTime(nextSend.at, zone)}` : "No campaign email is planned"}
          onClick={() =>
            move(async () => {
              const { mail } = await callControl("POST /clock/next-send", {});
              if (mail) notify("An email was sent.", { to: viewAddress("mails", { mail }), label: "Show it" });
              else notify("No campaign email is left to send.");
            })
          }
        >
          To next send
        </button>
        <button
          type="button"
          title="Processes everything that is scheduled"
          disabled={isBusy || !state?.pending}
          onClick={() => move(async () => void (await callControl("POST /clock", { body: { runUntilIdle: true } })))}
        >
          Until idle
        </button>
        <RewindMenu isBusy={isBusy} />
      </fieldset>
      <p class="clock-next quiet">
        {nextSend ? (
          <>
            Next email: <Time at={nextSend.at} /> to{" "}
            <Link to={viewAddress("leads", { lead: nextSend.lead })}>{nextSend.to}</Link>
          </>
        ) : (
          data && "No campaign email is planned."
        )}
      </p>
      {state?.advancing && <AdvancingBar target={state.advancing} now={state.now} />}
    </section>
  );
}
