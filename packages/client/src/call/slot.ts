/**
 * A slot that was granted, until its request leaves. A store that holds slots sets `settle`; a slot of any other store
 * counts from when it was granted.
 */
export interface Slot {
  /** Tells the store, once, that the request has left, so that the windows begin now, or that it never will. */
  settle?: ((hasLeft: boolean) => void) | undefined;
  /** When the store gives up holding the slot, on the clock of `performance.now()`; the request must not leave later. */
  expiresAt?: number | undefined;
}

/** Tells the store of a slot, the first time that it is called, that the request has left or never will. */
export function settleSlot(slot: Slot | undefined, hasLeft: boolean): void {
  const settle = slot?.settle;
  if (!settle) return;
  slot.settle = undefined;
  settle(hasLeft);
}
