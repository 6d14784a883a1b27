/** How much time a measure may spend: a short run only notices what has become clearly worse. */
export interface Effort {
  readonly isShort: boolean;
}
