import { Refusal } from "../refusal.ts";
import type { Scene } from "./handler.ts";

/** Connects the senders of a campaign, or refuses one that is not among the accounts the sandbox was given. */
export function connectAccounts(senders: readonly string[] | undefined, { workspace, accounts }: Scene): void {
  for (const sender of senders ?? []) {
    if (accounts === undefined) workspace.accounts.add(sender.toLowerCase());
    else if (!workspace.accounts.has(sender.toLowerCase())) {
      throw new Refusal(400, `Email account ${sender} not found`);
    }
  }
}
