import type { LiveState } from "@modulex-instantly/sandbox";
import { computed, signal } from "@preact/signals";

/** The latest numbers of the sandbox; null until the first event. */
export const live = signal<LiveState | null>(null);

/** Whether the stream of events is open. `lost` after it was open once, or could not be opened. */
export const connection = signal<"connecting" | "open" | "lost">("connecting");

/** Changes with everything that a view may show: a new revision, or another sandbox behind the same address. */
export const revision = computed(() => (live.value ? `${live.value.instance}/${live.value.revision}` : ""));

/** Changes when everything is different: a reset, a restored state, another sandbox. */
export const generation = computed(() => (live.value ? `${live.value.instance}/${live.value.generation}` : ""));

/** Changes with every request to the API. */
export const requests = computed(() => (live.value ? `${live.value.instance}/${live.value.requests}` : ""));

const RETRY_MS = 1000;

/** Follows the sandbox until the page is closed, and connects again after it was lost. */
export function followSandbox(): void {
  const events = new EventSource("/_sandbox/events");
  events.addEventListener("state", ({ data }: MessageEvent<string>) => {
    live.value = JSON.parse(data) as LiveState;
    connection.value = "open";
  });
  events.addEventListener("error", () => {
    connection.value = "lost";
    // A browser waits longer each time, or gives up after a response with an error.
    events.close();
    setTimeout(followSandbox, RETRY_MS);
  });
}
