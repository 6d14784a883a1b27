import { LoadState } from "../components/load-state.tsx";
import { everyEvent, generation } from "../control/live.ts";
import { useControl } from "../control/use-control.ts";
import { FaultForm } from "./fault-form.tsx";
import { PendingFaults } from "./pending-faults.tsx";
import "./faults.css";

/** The faults that are armed, and the form for another one. */
export function FaultsView() {
  const kinds = useControl("GET /faults/kinds", {}, { when: generation });
  const faults = useControl("GET /faults", {}, { when: everyEvent });
  return (
    <div class="view faults-view">
      <section class="panel stack" aria-labelledby="faults-armed">
        <h2 id="faults-armed">Armed faults</h2>
        <LoadState of={faults}>{({ pending }) => <PendingFaults pending={pending} />}</LoadState>
      </section>
      <section class="panel stack" aria-labelledby="faults-plan">
        <h2 id="faults-plan">Plan a fault</h2>
        <LoadState of={kinds}>{(data) => <FaultForm {...data} />}</LoadState>
      </section>
    </div>
  );
}
