import { useState } from "preact/hooks";
import { Dialog } from "../components/dialog.tsx";
import { notify } from "../components/notices.tsx";
import { useAction } from "../components/use-action.ts";
import { callControl } from "../control/call-control.ts";
import { useControl } from "../control/use-control.ts";
import { shortTime } from "../time/format-time.ts";
import { Time } from "../time/time.tsx";
import { zoneFor } from "../time/zone.ts";

/** Returns to a kept state. */
export function RewindMenu({ isBusy }: { readonly isBusy: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" disabled={isBusy} onClick={() => setOpen(true)}>
        Rewind…
      </button>
      {isOpen && <RewindDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function RewindDialog({ onClose }: { readonly onClose: () => void }) {
  const { data, error, reload } = useControl("GET /checkpoints", {});
  const [label, setLabel] = useState("");
  const [run, isRunning] = useAction();
  const keep = (): void =>
    run(async () => {
      await callControl("POST /checkpoints", { body: label === "" ? {} : { label } });
      setLabel("");
      reload();
    });
  const rewind = (id: string, at: string): void =>
    run(async () => {
      await callControl("POST /checkpoints/{id}", { id });
      notify(`Back at ${shortTime(at, zoneFor(null))}.`);
      onClose();
    });
  return (
    <Dialog title="Rewind" onClose={onClose}>
      <p class="quiet">The clock only goes forward. To go back, the sandbox returns to a state that was kept.</p>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <label>
          Label
          <input
            value={label}
            maxLength={80}
            placeholder="optional"
            onInput={({ currentTarget }) => setLabel(currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={isRunning}>
          Keep this moment
        </button>
      </form>
      {error && <p role="alert">{error.message}</p>}
      {data?.checkpoints.length === 0 && (
        <p class="empty">Nothing was kept yet. The page keeps a state before each move of the clock.</p>
      )}
      <ul class="checkpoints">
        {data?.checkpoints.toReversed().map(({ id, at, label: name, characters }) => (
          <li key={id}>
            <span>
              <Time at={at} />
              {name !== at && ` ${name}`}{" "}
              <small class="quiet">{Math.ceil(characters / 1000).toLocaleString("en")} kB</small>
            </span>
            <button type="button" disabled={isRunning} onClick={() => rewind(id, at)}>
              Go back
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
