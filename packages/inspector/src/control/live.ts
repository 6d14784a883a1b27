import type { LiveState } from "@modulex-instantly/sandbox";
import { batch, computed, signal } from "@preact/signals";

/** The latest numbers of the sandbox; null until the first event. */
export const live = signal<LiveState | null>(null);

/** Whether the stream of events is open. `lost` after it was open once, or could not be opened. */
export const connection = signal<"connecting" | "open" | "lost">("connecting");

/** How often the stream was opened, and how many events it has had. */
const opened = signal(0);
const received = signal(0);

/** Numbers of the sandbox with what makes them unique: a restarted sandbox counts from the start again. */
function changesWith(numbers: (state: LiveState) => string | number) {
  return computed(() => (live.value ? `${live.value.instance}/${opened.value}/${numbers(live.value)}` : ""));
}

/** Changes with everything that a view may show: a new revision, another sandbox, or a connection that was lost before. */
export const revision = changesWith((state) => state.revision);

/** The revision, except while the clock makes a long move: it changes once more at the end. */
export const settledRevision = changesWith((state) => (state.advancing ? "advancing" : state.revision));

/** Changes when everything is different: a reset, a restored state, another sandbox. */
export const generation = changesWith((state) => state.generation);

/** Changes with every request to the API. */
export const requests = changesWith((state) => state.requests);

/** Changes with every event: also with what has no number, such as faults, checkpoints, and a cleared log. */
export const everyEvent = changesWith(() => received.value);

const RETRY_MS = 1000;

/** Follows the sandbox until the page is closed, and connects again after it was lost. */
export function followSandbox(): void {
  const events = new EventSource("/_sandbox/events");
  events.addEventListener("state", ({ data }: MessageEvent<string>) => {
    batch(() => {
      live.value = JSON.parse(data) as LiveState;
      received.value += 1;
      if (connection.value === "open") return;
      opened.value += 1;
      connection.value = "open";
    });
  });
  events.addEventListener("error", () => {
    connection.value = "lost";
    // A browser waits longer each time, or gives up after a response with an error.
    events.close();
    setTimeout(followSandbox, RETRY_MS);
  });
}
