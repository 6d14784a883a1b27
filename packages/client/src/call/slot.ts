/**
 * A granted slot whose request has not been sent yet. A store that holds slots sets `settle`; a slot of any other store
 * counts from when it was granted.
 */
export interface Slot {
  /** Reports once that the request was sent, so that the windows start now, or that it will never be sent. */
  settle?: ((hasLeft: boolean) => void) | undefined;
  /** When the held slot expires, on the clock of `performance.now()`. The request must not be sent after that. */
  expiresAt?: number | undefined;
}

/** Settles a slot, the first time it is called: its request was sent, or will never be sent. */
export function settleSlot(slot: Slot | undefined, hasLeft: boolean): void {
  const settle = slot?.settle;
  if (!settle) return;
  slot.settle = undefined;
  settle(hasLeft);
}
