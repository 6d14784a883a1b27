import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { Button } from "../components/button.tsx";
import { useAction } from "../components/use-action.ts";
import { callControl } from "../control/call-control.ts";
import { connection, everyEvent, live } from "../control/live.ts";
import { useControl } from "../control/use-control.ts";
import type { FaultPlan } from "../faults/fault-text.ts";
import { faultText, targetText } from "../faults/fault-text.ts";

/** What must not be overlooked: the sandbox is gone, or the next requests fail on purpose. */
export function Banners() {
  return (
    <div class="banners" role="status">
      {connection.value === "lost" && (
        <p class="banner banner-bad">
          The sandbox does not respond. This page shows what it last knew, and connects again as soon as it can.
        </p>
      )}
      {Boolean(live.value?.faults) && <FaultBanner />}
    </div>
  );
}

/** Names the faults that are armed. */
function FaultBanner() {
  const { data } = useControl("GET /faults", {}, { when: everyEvent });
  const [run, isRunning] = useAction();
  const pending: readonly FaultPlan[] = data?.pending ?? [];
  return (
    <p class="banner banner-fault">
      <span class="banner-text">
        <strong>{pending.length === 1 ? "A fault is armed:" : `${pending.length || "Some"} faults are armed:`}</strong>{" "}
        {pending
          .slice(0, 2)
          .map((plan) => `${targetText(plan)}: ${faultText(plan.fault)}`)
          .join("; ")}
        {pending.length > 2 && ` and ${pending.length - 2} more`}.
      </span>
      <Link to={viewAddress("faults")}>Show</Link>
      <Button
        blockedBy={isRunning ? "Working…" : undefined}
        onClick={() => run(async () => void (await callControl("DELETE /faults", {})))}
      >
        Remove all
      </Button>
    </p>
  );
}
