import type { ReplyToEmailInput } from "@modulex-instantly/types";
import { invalidRequest } from "./invalid-request.ts";
import { operations } from "./operations.gen.ts";

/**
 * Refuses a reply without words, which the API would send as an empty e-mail.
 *
 * @throws InstantlyError `invalid_request`, before anything is sent.
 */
export function checkedReply(reply: ReplyToEmailInput): ReplyToEmailInput {
  if (!reply?.body?.html && !reply?.body?.text) {
    throw invalidRequest("body.html or body.text is needed, or an empty e-mail goes out", operations.replyToEmail);
  }
  return reply;
}
