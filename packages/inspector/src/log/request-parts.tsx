import type { LoggedRequestDetail } from "@modulex-instantly/sandbox";
import type { ComponentChildren } from "preact";
import { hasUnkeptBody } from "./repeatable.ts";

/** What was sent and what came back, as far as the log has it. It says what it does not have, and why. */
export function RequestParts(request: LoggedRequestDetail) {
  const { operation, sent, headers, responseHeaders, responseBody, status } = request;
  const { query, body } = sent ?? request;
  const isKept = Object.keys(headers).length > 0;
  return (
    <>
      {query !== null && (
        <Part title="Query">
          <Json value={query} />
        </Part>
      )}
      <Part title="Body">
        {body !== null ? (
          <>
            <Json value={body} />
            {sent === null && (
              <p class="quiet">With all defaults; the beginning of long texts. What was sent is not kept.</p>
            )}
          </>
        ) : (
          <p class="quiet">{bodyText(request)}</p>
        )}
      </Part>
      <Part title="Response">
        {responseBody === null ? (
          <p class="quiet">{status === null ? "No response was sent." : "The response is not kept any more."}</p>
        ) : (
          <pre>{pretty(responseBody)}</pre>
        )}
      </Part>
      <Headers title="Request headers" headers={headers} isKept={isKept} />
      <Headers title="Response headers" headers={responseHeaders} isKept={isKept && status !== null} />
      {operation !== null && !isKept && (
        <p class="quiet">
          Headers and responses are kept for the last 50 requests, and for all from the first look at the log on, up to
          200,000 characters each. Those with a key of another API are never kept.
        </p>
      )}
    </>
  );
}

function bodyText(request: LoggedRequestDetail): string {
  if (request.operation === null) return "The body of an unknown route is never kept.";
  if (hasUnkeptBody(request)) return "There was a body, but it was not read, or it was no JSON object.";
  return "None.";
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="log-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Json({ value }: { readonly value: unknown }) {
  return <pre>{JSON.stringify(value, null, 2)}</pre>;
}

interface HeadersProps {
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly isKept: boolean;
}

function Headers({ title, headers, isKept }: HeadersProps) {
  const entries = Object.entries(headers);
  if (!isKept) return null;
  return (
    <details class="log-part">
      <summary>
        {title} <span class="quiet">{entries.length}</span>
      </summary>
      <dl class="facts log-headers">
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="mono">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** JSON with indentation; everything else, such as an HTML page, as it is. */
function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
