import type { LoggedRequest } from "@modulex-instantly/sandbox";
import type { Tone } from "../components/badge.tsx";
import { Badge } from "../components/badge.tsx";

function toneOf(status: number): Tone {
  if (status < 300) return "good";
  if (status < 400) return "info";
  return status < 500 ? "warning" : "bad";
}

/** The status of the response, or that there was none. */
export function StatusBadge({ status }: Pick<LoggedRequest, "status">) {
  return status === null ? <Badge tone="bad">no response</Badge> : <Badge tone={toneOf(status)}>{status}</Badge>;
}

/** A planned fault that it met, and fields that the API ignored. */
export function Marks({ fault, ignored = [] }: Pick<LoggedRequest, "fault" | "ignored">) {
  return (
    <>
      {fault !== undefined && <Badge tone="warning">fault {fault}</Badge>}
      {ignored.length > 0 && (
        <Badge tone="info">
          {ignored.length} ignored {ignored.length === 1 ? "field" : "fields"}
        </Badge>
      )}
    </>
  );
}

const done: Readonly<Record<string, string>> = {
  create: "created",
  update: "updated",
  delete: "deleted",
  send: "sent",
};

/** What a request changed, such as `2 deleted`. */
export function effectsText({ effect, effects }: Pick<LoggedRequest, "effect" | "effects">): string {
  if (effect === null) return "none";
  if (effect === "read") return "read";
  return effects === 0 ? "no effect" : `${effects.toLocaleString("en")} ${done[effect] ?? effect}`;
}

/** `0.4 ms`, `12 ms`, `3.2 s` */
export function durationText(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return milliseconds >= 10 ? `${Math.round(milliseconds)} ms` : `${milliseconds.toFixed(1)} ms`;
}
