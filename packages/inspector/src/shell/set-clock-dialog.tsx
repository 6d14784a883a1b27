import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { live } from "../control/live.ts";
import { zoneFor } from "../time/zone.ts";
import { fromZonedInput, zonedInput } from "../time/zoned-time.ts";
import { moveClock } from "./move-clock.ts";

/** Moves the clock to a date and time, or by a duration. The sandbox says what is wrong with them. */
export function SetClockDialog({ onClose }: { readonly onClose: () => void }) {
  const zone = zoneFor(null);
  const [time, setTime] = useState(() => zonedInput(live.peek()?.now ?? new Date().toISOString(), zone));
  const [advance, setAdvance] = useState("3d");
  const [problem, setProblem] = useState<string>();
  const [isRunning, setRunning] = useState(false);
  const blockedBy = isRunning ? "The clock is moving" : undefined;
  const move = async (label: string, body: { readonly set: string } | { readonly advance: string }): Promise<void> => {
    setRunning(true);
    setProblem(undefined);
    try {
      await moveClock(label, body);
      onClose();
    } catch (error) {
      setProblem((error as Error).message);
    }
    setRunning(false);
  };
  return (
    <Dialog title="Move the clock" onClose={onClose}>
      <div class="stack">
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            void move("a move to a date", { set: fromZonedInput(time, zone) ?? time });
          }}
        >
          <label class="field">
            Date and time in {zone}
            <input
              type="datetime-local"
              value={time}
              required
              onInput={({ currentTarget }) => setTime(currentTarget.value)}
            />
          </label>
          <Button type="submit" class="primary" blockedBy={blockedBy}>
            Set
          </Button>
        </form>
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            void move(`a move by ${advance}`, { advance });
          }}
        >
          <label class="field">
            By a duration, such as 90m, 3d or 2w
            <input value={advance} required onInput={({ currentTarget }) => setAdvance(currentTarget.value)} />
          </label>
          <Button type="submit" blockedBy={blockedBy}>
            Advance
          </Button>
        </form>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}
