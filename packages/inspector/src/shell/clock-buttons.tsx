import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { useAction } from "../components/use-action.ts";
import { connection, live } from "../control/live.ts";
import { useOverview } from "../control/overview.tsx";
import { longTime } from "../time/format-time.ts";
import { zoneFor } from "../time/zone.ts";
import { moveClock, moveToNextEvent, moveToNextSend } from "./move-clock.ts";
import { RewindMenu } from "./rewind-menu.tsx";
import { SetClockDialog } from "./set-clock-dialog.tsx";

/** Everything that moves the clock. It only goes forward; the rewind menu returns to a kept state. */
export function ClockButtons() {
  const [run, isRunning] = useAction();
  const [isSetting, setSetting] = useState(false);
  const { nextEvent, nextSend, isForecastComplete = true } = useOverview().data?.clock ?? {};
  const state = live.value;
  const zone = zoneFor(null);
  const blockedBy =
    connection.value !== "open"
      ? "The sandbox does not respond"
      : isRunning || state?.advancing
        ? "The clock is moving"
        : undefined;
  return (
    <fieldset class="clock-buttons" aria-label="Move the clock">
      <Button
        blockedBy={blockedBy ?? (nextEvent ? undefined : "Nothing is scheduled")}
        title={nextEvent ? `${nextEvent.text} ${longTime(nextEvent.at, zone)}` : undefined}
        onClick={() => run(moveToNextEvent)}
      >
        Next event
      </Button>
      <Button
        blockedBy={blockedBy}
        title="Advance by one hour"
        onClick={() => run(() => moveClock("one hour", { advance: "1h" }))}
      >
        +1 h
      </Button>
      <Button
        blockedBy={blockedBy}
        title="Advance by one day"
        onClick={() => run(() => moveClock("one day", { advance: "1d" }))}
      >
        +1 d
      </Button>
      <Button
        class="primary"
        blockedBy={blockedBy ?? (nextSend || !isForecastComplete ? undefined : "No campaign email is planned")}
        title={nextSend ? `To ${nextSend.to}, ${longTime(nextSend.at, zone)}` : undefined}
        onClick={() => run(moveToNextSend)}
      >
        To next send
      </Button>
      <Button
        blockedBy={blockedBy ?? (state?.pending ? undefined : "Nothing is scheduled")}
        title="Processes everything that is scheduled"
        onClick={() => run(() => moveClock("running until idle", { runUntilIdle: true }))}
      >
        Until idle
      </Button>
      <Button blockedBy={blockedBy} title="To a date and time, or by a duration" onClick={() => setSetting(true)}>
        Set…
      </Button>
      <RewindMenu blockedBy={blockedBy} />
      {isSetting && <SetClockDialog onClose={() => setSetting(false)} />}
    </fieldset>
  );
}
