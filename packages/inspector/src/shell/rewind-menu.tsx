import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { LoadState } from "../components/load-state.tsx";
import { notify } from "../components/notices.tsx";
import { useAction } from "../components/use-action.ts";
import { callControl } from "../control/call-control.ts";
import { everyEvent } from "../control/live.ts";
import { useControl } from "../control/use-control.ts";
import { shortTime } from "../time/format-time.ts";
import { Time } from "../time/time.tsx";
import { zoneFor } from "../time/zone.ts";
import { LARGEST_KEPT } from "./keep-checkpoint.ts";

/** Returns to a kept state. */
export function RewindMenu({ blockedBy }: { readonly blockedBy: string | undefined }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button blockedBy={blockedBy} title="Return to a state that was kept" onClick={() => setOpen(true)}>
        Rewind…
      </Button>
      {isOpen && <RewindDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function RewindDialog({ onClose }: { readonly onClose: () => void }) {
  const checkpoints = useControl("GET /checkpoints", {}, { when: everyEvent });
  const [label, setLabel] = useState("");
  const [run, isRunning] = useAction();
  const blockedBy = isRunning ? "Working…" : undefined;
  const keep = (): void =>
    run(async () => {
      await callControl("POST /checkpoints", { body: label === "" ? {} : { label } });
      setLabel("");
    });
  const rewind = (id: string, at: string): void =>
    run(async () => {
      await callControl("POST /checkpoints/{id}", { id });
      notify(`Back at ${shortTime(at, zoneFor(null))}, with everything as it was.`);
      onClose();
    });
  return (
    <Dialog title="Rewind" onClose={onClose}>
      <div class="stack">
        <p class="quiet">
          The clock only goes forward. To go back, the whole sandbox returns to a state that was kept: leads, campaigns,
          mails and time. What happened since then is gone.
        </p>
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <label class="field">
            Label
            <input
              value={label}
              maxLength={80}
              placeholder="optional"
              onInput={({ currentTarget }) => setLabel(currentTarget.value)}
            />
          </label>
          <Button type="submit" blockedBy={blockedBy}>
            Keep this moment
          </Button>
        </form>
        <LoadState of={checkpoints}>
          {({ checkpoints: kept }) => (
            <ul class="checkpoints" aria-label="Kept moments">
              {kept.length === 0 && <li class="empty">Nothing was kept yet.</li>}
              {kept.toReversed().map(({ id, at, label: name, characters }) => (
                <li key={id}>
                  <span>
                    <Time at={at} />
                    <small class="quiet">
                      {name !== at && `${name}, `}
                      {Math.ceil(characters / 1000).toLocaleString("en")} kB
                    </small>
                  </span>
                  <Button blockedBy={blockedBy} onClick={() => rewind(id, at)}>
                    Go back
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </LoadState>
        <p class="quiet">
          This page keeps a moment before each move of the clock, up to {LARGEST_KEPT.toLocaleString("en")} leads and
          mails; keep larger states yourself. At most 20 moments and 64 million characters are kept in memory, until the
          sandbox stops. The oldest ones are dropped first.
        </p>
      </div>
    </Dialog>
  );
}
