/** A row of the matrix that concerns a feature that this project does not have. */
export interface NotImplemented {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}

/** The rows that cannot run, with the reasons. */
export const notImplemented: readonly NotImplemented[] = [
  {
    id: "A16",
    title: "the circuit is open after ten failures",
    reason:
      "there is no circuit breaker: deadlines and two retries bound every call, and a breaker would fail valid calls",
  },
  {
    id: "A17",
    title: "the key was rejected a second ago",
    reason: "there is no latch on a 401: the client would keep rejecting calls after the key or its scopes were fixed",
  },
];
