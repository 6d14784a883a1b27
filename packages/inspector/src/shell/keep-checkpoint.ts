import { notify } from "../components/notices.tsx";
import { callControl } from "../control/call-control.ts";
import { live } from "../control/live.ts";

/** The leads and mails of the largest state that is kept before each move. A larger one takes too long. */
export const LARGEST_KEPT = 5000;

let kept = "";

/**
 * Keeps the state before the page moves the clock or replaces everything, so that it can be taken back. A state that cannot be
 * kept prevents neither.
 */
export async function keepCheckpoint(label: string): Promise<void> {
  const state = live.peek();
  if (!state || state.leads + state.mails > LARGEST_KEPT) return;
  const name = `${state.instance}/${state.generation}/${state.revision}`;
  if (name === kept) return;
  try {
    await callControl("POST /checkpoints", { body: { label } });
    kept = name;
  } catch (error) {
    notify(`The state before was not kept, so you cannot rewind to it: ${(error as Error).message}`);
  }
}
