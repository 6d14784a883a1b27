import type { Email, ListEmailInput, ReplyToEmailInput } from "@modulex-instantly/types";
import type { CallOptions } from "../call/call-options.ts";
import { operations } from "../operations/operations.gen.ts";
import type { ListOperation } from "../pagination/list-operation.ts";
import { listOperation } from "../pagination/list-operation.ts";
import type { Requester } from "../request/requester.ts";

/** The messages of the Unibox. Listing them has a limit of its own: 20 calls a minute. */
export interface Emails extends ListOperation<Email, ListEmailInput> {
  /**
   * Sends a reply at once; there is no preview and no way back. It is never sent twice: after an unknown outcome the
   * error says so instead.
   *
   * @throws InstantlyError `invalid_request` for a reply without words, and whatever the call fails with.
   */
  reply(reply: ReplyToEmailInput, options?: CallOptions): Promise<Email>;
}

/** Builds the e-mail calls. */
export function emails(request: Requester): Emails {
  return {
    ...listOperation<Email, ListEmailInput>(operations.listEmail, request),
    reply: (reply, options) => request(operations.replyToEmail, { body: reply }, options),
  };
}
