import type { LiveState } from "@modulex-instantly/sandbox";
import { notify } from "../components/notices.tsx";
import { callControl } from "../control/call-control.ts";

/** The leads and mails of the largest state that is kept by itself. A larger one takes too long. */
export const LARGEST_KEPT = 5000;

/** The state that was kept last. */
let kept: LiveState | undefined;

/**
 * Keeps the state before the page moves the clock or replaces everything, so that it can be taken back, and does it. A state
 * that cannot be kept prevents neither.
 */
export async function withCheckpoint<Result>(label: string, work: () => Promise<Result>): Promise<Result> {
  await keepCheckpoint(label);
  return work();
}

async function keepCheckpoint(label: string): Promise<void> {
  try {
    // The numbers of the stream of events may be 100 ms old.
    const { live: state } = await callControl("GET /overview", {});
    if (state.leads + state.mails > LARGEST_KEPT) return;
    const { instance, generation, revision } = state;
    if (kept?.instance === instance && kept.generation === generation && kept.revision === revision) return;
    await callControl("POST /checkpoints", { body: { label: `before ${label}` } });
    kept = state;
  } catch (error) {
    notify(`The state before was not kept, so you cannot rewind to it: ${(error as Error).message}`);
  }
}
