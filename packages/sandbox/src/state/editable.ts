declare const editable: unique symbol;

/** Marks items that a store returned for editing. Only they can be modified, so that the store tracks every change. */
export interface Editable {
  readonly [editable]: true;
}
