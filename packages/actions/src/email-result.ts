import type { Email } from "@modulex-instantly/client";

/** Lays out an email as a result: whole, and its most used fields beside it. */
export function emailResult(email: Email): Record<string, unknown> {
  return { email, id: email.id, subject: email.subject, thread_id: email.thread_id };
}
