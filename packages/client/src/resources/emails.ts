import type { Email, ListEmailInput, ReplyToEmailInput } from "@modulex-instantly/types";
import type { CallOptions } from "../call/call-options.ts";
import { operations } from "../operations/operations.gen.ts";
import type { ListOperation } from "../pagination/list-operation.ts";
import { listOperation } from "../pagination/list-operation.ts";
import type { Requester } from "../request/requester.ts";

/** The emails of the Unibox. Listing them has its own rate limit of 20 calls a minute. */
export interface Emails extends ListOperation<Email, ListEmailInput> {
  /**
   * Sends a reply immediately, without a preview; it cannot be undone. It is never sent twice: if the outcome is unknown,
   * the call fails with that outcome instead of retrying.
   *
   * @throws InstantlyError `invalid_request` for a reply without visible text; any error of the call.
   */
  reply(reply: ReplyToEmailInput, options?: CallOptions): Promise<Email>;
}

/** Creates the email methods. */
export function emails(request: Requester): Emails {
  return {
    ...listOperation<Email, ListEmailInput>(operations.listEmail, request),
    reply: (reply, options) => request(operations.replyToEmail, { body: reply }, options),
  };
}
