/** A row of the matrix whose fault is one of a part that this project does not have. */
export interface NotBuilt {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}

/** The rows that cannot be played, and why. */
export const notBuilt: readonly NotBuilt[] = [
  {
    id: "A16",
    title: "the circuit is open after ten failures",
    reason:
      "there is no circuit breaker: deadlines and two repeats bound every call, and a breaker would fail good ones",
  },
  {
    id: "A17",
    title: "the key was refused a second ago",
    reason: "there is no latch on a 401: whoever mends a key or its scopes would be refused by his own client",
  },
];
