import { Fact } from "../components/fact.tsx";
import { LoadState } from "../components/load-state.tsx";
import { settledRevision } from "../control/live.ts";
import { useOverview } from "../control/overview.tsx";
import { useControl } from "../control/use-control.ts";
import { Environment } from "./environment.tsx";
import { Keys } from "./keys.tsx";
import { Scenarios } from "./scenarios.tsx";
import { StatePanel } from "./state-panel.tsx";
import { Workspaces } from "./workspaces.tsx";
import "./sandbox.css";

/** What the sandbox is, how a client reaches it, and what replaces its state. */
export function SandboxView() {
  const keys = useControl("GET /keys/all", {}, { when: settledRevision });
  return (
    <div class="view sandbox-view">
      <div class="stack">
        <About />
        <LoadState of={keys}>{(data) => <Environment keys={data.keys} />}</LoadState>
        <StatePanel />
      </div>
      <Scenarios />
      {keys.data && <Keys {...keys.data} />}
      <Workspaces />
    </div>
  );
}

function About() {
  const overview = useOverview();
  return (
    <section class="panel stack" aria-labelledby="sandbox-about">
      <h2 id="sandbox-about">This sandbox</h2>
      <LoadState of={overview}>
        {({ version, mode, seed, scenario, hasSnapshotFile, clock }) => (
          <dl class="facts">
            <Fact name="Version">{version}</Fact>
            <Fact name="Address">{location.origin}</Fact>
            <Fact name="Mode">
              {mode}:{" "}
              {mode === "live" ? "as the API was observed to behave" : "as the published document of the API says"}
            </Fact>
            <Fact name="Scenario">{scenario}</Fact>
            <Fact name="Seed">
              <code>{String(seed)}</code>
            </Fact>
            <Fact name="Clock">{clock.mode === "running" ? "follows real time" : "only moves on request"}</Fact>
            <Fact name="Snapshot file">
              {hasSnapshotFile ? "every change is saved" : "none: the state is gone when the sandbox stops"}
            </Fact>
          </dl>
        )}
      </LoadState>
    </section>
  );
}
