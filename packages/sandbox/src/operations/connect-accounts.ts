import { ApiError } from "../api-error.ts";
import type { HandlerContext } from "./handler.ts";

/** Connects the sending accounts of a campaign. With the option `accounts`, any other account is an error. */
export function connectAccounts(senders: readonly string[] | undefined, { workspace, accounts }: HandlerContext): void {
  for (const sender of senders ?? []) {
    if (accounts === undefined) workspace.accounts.add(sender.toLowerCase());
    else if (!workspace.accounts.has(sender.toLowerCase())) {
      throw new ApiError(400, `Email account ${sender} not found`);
    }
  }
}
