/** The result of an action that succeeded, when only the name of the action is unknown. */
export type SuccessfulOutcome = {
  readonly success: true;
  readonly error: null;
  readonly [key: string]: unknown;
};

/** The result of an action that failed: `error` says what happened, and whether and when to retry. */
export type FailedOutcome = {
  readonly success: false;
  readonly error: string;
  readonly [key: string]: unknown;
};

/** The part of a result that all actions share. `success` tells a success from a failure. */
export type ActionOutcome = SuccessfulOutcome | FailedOutcome;
