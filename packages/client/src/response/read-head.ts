import type { ApiResponse, Call } from "../call/call.ts";
import { quietly } from "../call/observer.ts";
import type { Redact } from "../redaction/redact.ts";
import { unusableResponse } from "./read-body.ts";
import type { ServerDates } from "./server-date.ts";

/** What the head of a response needs: the store of the last date, and the removal of the key. */
interface HeadOptions {
  readonly dates: ServerDates;
  readonly redact: Redact;
}

/**
 * Reads the head of a response of `fetch`, which may be any value.
 *
 * @throws unusableResponse if it has no status or no headers.
 */
export function readHead(
  response: Partial<Response> | null | undefined,
  { operation }: Call,
  { dates, redact }: HeadOptions,
): ApiResponse {
  try {
    const { status, headers, redirected } = response ?? {};
    if (typeof status === "number" && headers) {
      dates.keep(headers.get("date"));
      const header = (name: string) => {
        let value: unknown;
        quietly(() => {
          value = headers.get(name);
        });
        return typeof value === "string" ? value : "";
      };
      const all = () => {
        let found: Record<string, string> = {};
        quietly(() => {
          found = redact(Object.fromEntries([...headers].filter(([name]) => name !== "set-cookie")));
        });
        return found;
      };
      return {
        status,
        isOfRedirect: redirected === true && operation.effect !== "read",
        header,
        headers: all,
        text: "",
      };
    }
  } catch {
    // A property threw when it was read, or the headers are invalid.
  }
  throw unusableResponse;
}
