import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { live } from "../control/live.ts";
import { useOverview } from "../control/overview.tsx";
import { clockTime, dayText, distance, longTime } from "../time/format-time.ts";
import { Time } from "../time/time.tsx";
import { zoneChoice, zoneFor } from "../time/zone.ts";
import { AdvancingBar } from "./advancing-bar.tsx";
import { ClockButtons } from "./clock-buttons.tsx";
import { RealTime } from "./real-time.tsx";

/** The virtual clock, what comes next, and everything that moves it. */
export function ClockBar() {
  const { data } = useOverview();
  const state = live.value;
  const zone = zoneFor(null);
  return (
    <section class="clock" aria-label="Virtual clock">
      <div class="clock-now">
        {state ? (
          <time dateTime={state.now} title={`Virtual time: ${longTime(state.now, zone)} (${zone})`} data-testid="now">
            <strong>{clockTime(state.now, zone)}</strong> {dayText(state.now, zone)} <span class="zone">{zone}</span>
          </time>
        ) : (
          <span class="quiet">Connecting…</span>
        )}
        <small class="quiet">
          Virtual time{data?.clock.mode === "running" && ", follows real time"} · real time <RealTime zone={zone} />
        </small>
      </div>
      <ClockButtons />
      {state?.advancing ? (
        <AdvancingBar target={state.advancing} now={state.now} />
      ) : (
        <p class="clock-next quiet">
          {data?.clock.nextSend ? (
            <>
              Next email <Time at={data.clock.nextSend.at} />,{" "}
              {distance(data.clock.nextSend.at, state?.now ?? data.clock.now)}, to{" "}
              <Link to={viewAddress("leads", { lead: data.clock.nextSend.lead })}>{data.clock.nextSend.to}</Link>
            </>
          ) : (
            data &&
            (data.clock.isForecastComplete
              ? "No campaign email is planned."
              : "The next campaign email is too far away to be known.")
          )}
          {zoneChoice.value === "campaign" && (
            <small> The clock is in UTC; what belongs to a campaign is in the zone of the campaign.</small>
          )}
        </p>
      )}
    </section>
  );
}
