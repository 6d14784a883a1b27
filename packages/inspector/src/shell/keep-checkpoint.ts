import { callControl } from "../control/call-control.ts";
import { live } from "../control/live.ts";

/** A larger state takes seconds to keep; the menu still offers it. */
const LARGEST = 5000;

let kept = "";

/** Keeps the state before the page moves the clock, so that every move can be taken back. */
export async function keepCheckpoint(): Promise<void> {
  const state = live.peek();
  if (!state || state.leads + state.mails > LARGEST) return;
  const name = `${state.instance}/${state.generation}/${state.revision}`;
  if (name === kept) return;
  await callControl("POST /checkpoints", { body: {} });
  kept = name;
}
