import { useState } from "preact/hooks";
import { LoadState } from "../components/load-state.tsx";
import { notify } from "../components/notices.tsx";
import { callControl } from "../control/call-control.ts";
import { generation } from "../control/live.ts";
import { useControl } from "../control/use-control.ts";
import { ReplaceDialog } from "./replace-dialog.tsx";

/** Loads a scenario by its name, or from a file. */
export function Scenarios() {
  const scenarios = useControl("GET /scenarios", {}, { when: generation });
  const [chosen, choose] = useState<string>();
  return (
    <section class="panel stack" aria-labelledby="sandbox-scenarios">
      <h2 id="sandbox-scenarios">Scenarios</h2>
      <LoadState of={scenarios}>
        {({ scenarios: known }) => (
          <ul class="sandbox-list">
            {known.map(({ name, title }) => (
              <li key={name}>
                <span>
                  <b>{name}</b> <span class="quiet">{title}</span>
                </span>
                <button type="button" aria-label={`Load ${name}`} onClick={() => choose(name)}>
                  Load…
                </button>
              </li>
            ))}
          </ul>
        )}
      </LoadState>
      <ScenarioFile />
      {chosen !== undefined && (
        <ReplaceDialog
          title={`Load ${chosen}`}
          what={`the scenario ${chosen}`}
          confirm="Load the scenario"
          work={async () => {
            await callControl("POST /state", { body: { scenario: chosen } });
            notify(`The scenario ${chosen} is loaded.`);
          }}
          onClose={() => choose(undefined)}
        />
      )}
    </section>
  );
}

/** The text of a scenario file: chosen, dropped into the field, or written. */
function ScenarioFile() {
  const [text, setText] = useState("");
  const [isAsking, setAsking] = useState(false);
  return (
    <form
      class="stack"
      aria-label="Scenario file"
      onSubmit={(event) => {
        event.preventDefault();
        setAsking(true);
      }}
    >
      <label class="field">
        A scenario file (YAML or JSON)
        <input
          type="file"
          accept=".yaml,.yml,.json,text/yaml,application/json"
          onChange={async ({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) setText(await file.text());
          }}
        />
      </label>
      <label class="field">
        Its text
        <textarea
          class="mono"
          rows={5}
          required
          spellcheck={false}
          placeholder="title: My rehearsal"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <div class="row">
        <button type="submit">Load this text…</button>
      </div>
      {isAsking && (
        <ReplaceDialog
          title="Load a scenario file"
          what="a scenario file"
          confirm="Load the file"
          work={async () => {
            await callControl("POST /scenarios", { body: { text } });
            notify("The scenario file is loaded.");
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </form>
  );
}
