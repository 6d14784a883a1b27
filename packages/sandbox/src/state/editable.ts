declare const editable: unique symbol;

/** Marks what a store has handed out to be changed. Plain data does not have it, so that no change goes unnoticed. */
export interface Editable {
  readonly [editable]: true;
}
