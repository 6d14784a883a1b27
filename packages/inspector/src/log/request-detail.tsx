import type { LoggedRequestDetail } from "@modulex-instantly/sandbox";
import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { CopyButton } from "../components/copy-button.tsx";
import { Fact } from "../components/fact.tsx";
import { LoadState } from "../components/load-state.tsx";
import { generation } from "../control/live.ts";
import { useControl } from "../control/use-control.ts";
import { longTime } from "../time/format-time.ts";
import { Time } from "../time/time.tsx";
import { zoneFor } from "../time/zone.ts";
import { clientText } from "./client-text.ts";
import { curlText } from "./curl-text.ts";
import { durationText, effectsText, Marks, StatusBadge } from "./request-facts.tsx";
import { RequestParts } from "./request-parts.tsx";

/** One request: what was sent, what came back, why it was refused, and the same request to copy. */
export function RequestDetail({ id }: { readonly id: string }) {
  // A request does not change; the number of another sandbox is another request.
  const request = useControl("GET /log/{id}", { id }, { when: generation });
  return (
    <div class="log-detail">
      <h2>
        Request {id}
        {request.data && ` · ${request.data.operation ?? "unknown route"}`}
      </h2>
      <LoadState of={request}>{(data) => <Request {...data} />}</LoadState>
    </div>
  );
}

function Request(request: LoggedRequestDetail) {
  const { at, realTime, operation, method, path, status, reason, ignored = [], key, workspace } = request;
  const zone = zoneFor(null);
  const curl = curlText(request, location.origin);
  const code = clientText(request, location.origin);
  return (
    <div class="stack">
      <p class="log-target">
        <StatusBadge status={status} />
        <code>
          {method} {path}
        </code>
        <Marks {...request} />
      </p>
      {reason !== null && (
        <p class="log-reason">
          <b>{status === null ? "No response: " : status < 400 ? "Delayed: " : "Why it was refused: "}</b>
          {reason}
        </p>
      )}
      <div class="row log-actions">
        <CopyButton label="Copy as curl" text={curl} />
        <CopyButton label="Copy as client code" text={code} />
        <Link to={viewAddress("faults", { operation: operation ?? undefined })}>Plan a fault for it</Link>
      </div>
      <dl class="facts">
        <Fact name="Effect">{effectsText(request)}</Fact>
        <Fact name="Duration">{durationText(request.durationMs)}</Fact>
        <Fact name="Real time">
          <time dateTime={realTime}>{longTime(realTime, zone)}</time>
        </Fact>
        <Fact name="Virtual time">
          <Time at={at} />
        </Fact>
        <Fact name="Key">{key === "none" ? "none was sent" : key}</Fact>
        <Fact name="Workspace">
          <code>{workspace}</code>
        </Fact>
        {ignored.length > 0 && (
          <Fact name="Ignored fields">
            {ignored.map((name) => (
              <code key={name} class="log-ignored">
                {name}
              </code>
            ))}
          </Fact>
        )}
      </dl>
      <RequestParts {...request} />
      <details>
        <summary>As curl</summary>
        <pre data-testid="curl">{curl}</pre>
      </details>
      <details>
        <summary>As client code</summary>
        <pre data-testid="client-code">{code}</pre>
      </details>
    </div>
  );
}
