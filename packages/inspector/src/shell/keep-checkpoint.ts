import type { LiveState } from "@modulex-instantly/sandbox";
import { notify } from "../components/notices.tsx";
import { ControlError, callControl } from "../control/call-control.ts";

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
  try {
    return await work();
  } catch (error) {
    // A refused request changes nothing, but counts as a change: the state that was kept is still the present one.
    if (kept && error instanceof ControlError && error.status === 400) kept = await presentState().catch(() => kept);
    throw error;
  }
}

async function keepCheckpoint(label: string): Promise<void> {
  try {
    const state = await presentState();
    if (state.leads + state.mails > LARGEST_KEPT) return;
    const { instance, generation, revision } = state;
    if (kept?.instance === instance && kept.generation === generation && kept.revision === revision) return;
    await callControl("POST /checkpoints", { body: { label: `before ${label}` } });
    kept = state;
  } catch (error) {
    notify(`The state before was not kept, so you cannot rewind to it: ${(error as Error).message}`);
  }
}

/** The numbers of the sandbox now: those of the stream of events may be 100 ms old. */
async function presentState(): Promise<LiveState> {
  return (await callControl("GET /overview", {})).live;
}
