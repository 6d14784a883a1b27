/**
 * What is known of a call's effect on the workspace after it failed.
 *
 * - `not_sent`: no byte of the request left this machine.
 * - `rejected`: the API refused it; nothing happened.
 * - `unknown`: it may or may not have happened. It was sent once and is not sent again.
 * - `applied_unverified`: the API answered with success, but the answer could not be read.
 * - `none`: a read, which has no effect.
 */
export type Outcome = "not_sent" | "rejected" | "unknown" | "applied_unverified" | "none";
