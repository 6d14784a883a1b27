import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { notify } from "../components/notices.tsx";
import { useAction } from "../components/use-action.ts";
import { callControl } from "../control/call-control.ts";
import { useOverview } from "../control/overview.tsx";
import { downloadText } from "./download-text.ts";
import { ReplaceDialog } from "./replace-dialog.tsx";

/** The whole state: as a file to download and to restore, and back to the beginning. */
export function StatePanel() {
  const scenario = useOverview().data?.scenario ?? "the scenario of the start";
  const [run, isRunning] = useAction();
  const [isResetting, setResetting] = useState(false);
  const [file, setFile] = useState<File>();
  const [isRestoring, setRestoring] = useState(false);
  const download = (): void =>
    run(async () => {
      const response = await callControl("POST /state", { body: { snapshot: true } });
      if (!("snapshot" in response)) throw new Error("The sandbox returned no snapshot.");
      const { now } = await callControl("GET /clock", {});
      const name = `sandbox-${now.slice(0, 16).replace(":", "-")}.jsonl`;
      downloadText(name, response.snapshot);
      notify(`The snapshot is in ${name}.`);
    });
  return (
    <section class="panel stack" aria-labelledby="sandbox-state">
      <h2 id="sandbox-state">State</h2>
      <div class="row">
        <Button blockedBy={isRunning ? "The snapshot is being made" : undefined} onClick={download}>
          Download a snapshot
        </Button>
        <Button class="danger" onClick={() => setResetting(true)}>
          Reset…
        </Button>
      </div>
      <form
        class="row"
        aria-label="Restore a snapshot"
        onSubmit={(event) => {
          event.preventDefault();
          setRestoring(true);
        }}
      >
        <label class="field">
          A snapshot to restore
          <input
            type="file"
            required
            accept=".jsonl,.json,.txt,.snapshot"
            onChange={({ currentTarget }) => setFile(currentTarget.files?.[0])}
          />
        </label>
        <Button type="submit" blockedBy={file ? undefined : "Choose a snapshot first"}>
          Restore…
        </Button>
      </form>
      <p class="quiet">
        A snapshot has everything: leads, campaigns, mails, scheduled events, keys and the virtual time. The rewind menu
        of the clock keeps such states in memory.
      </p>
      {isResetting && (
        <ReplaceDialog
          title="Reset the sandbox"
          what="a reset"
          confirm="Reset"
          work={async () => {
            await callControl("POST /state", { body: { reset: true } });
            notify(`The sandbox is as it was at the start: ${scenario}.`);
          }}
          onClose={() => setResetting(false)}
        >
          <p>
            The sandbox returns to its start: <b>{scenario}</b>.
          </p>
        </ReplaceDialog>
      )}
      {isRestoring && file && (
        <ReplaceDialog
          title="Restore a snapshot"
          what="a restored snapshot"
          confirm="Restore"
          work={async () => {
            await callControl("POST /state", { body: { restore: await file.text() } });
            notify(`${file.name} is restored.`);
          }}
          onClose={() => setRestoring(false)}
        >
          <p>
            From <b>{file.name}</b>, {Math.ceil(file.size / 1000).toLocaleString("en")} kB.
          </p>
        </ReplaceDialog>
      )}
    </section>
  );
}
