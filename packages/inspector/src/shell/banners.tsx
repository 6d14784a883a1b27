import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { attempt } from "../components/notices.tsx";
import { callControl } from "../control/call-control.ts";
import { connection, live } from "../control/live.ts";

/** What must not be overlooked: the sandbox is gone, or the next requests fail on purpose. */
export function Banners() {
  const faults = live.value?.faults ?? 0;
  return (
    <div class="banners" role="status">
      {connection.value === "lost" && (
        <p class="banner banner-bad">
          The sandbox does not respond. This page shows what it last knew, and connects again as soon as it can.
        </p>
      )}
      {faults > 0 && (
        <p class="banner banner-fault">
          {faults === 1 ? "A fault is armed" : `${faults} faults are armed`}: the next requests to the API fail on
          purpose. <Link to={viewAddress("faults")}>Show</Link>
          <button type="button" onClick={() => void attempt(() => callControl("DELETE /faults", {}))}>
            Remove
          </button>
        </p>
      )}
    </div>
  );
}
