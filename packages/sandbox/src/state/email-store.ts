import { itemWithId } from "./sorted-items.ts";
import type { StoredEmail } from "./stored-email.ts";

/** The emails of a workspace, in the order of their ids. */
export class EmailStore {
  readonly #all: StoredEmail[] = [];
  readonly #latestOfThread = new Map<string, string>();

  get all(): readonly StoredEmail[] {
    return this.#all;
  }

  withId(id: string): StoredEmail | undefined {
    return itemWithId(this.#all, id.toLowerCase());
  }

  isLatestOfThread(email: StoredEmail): boolean {
    return this.#latestOfThread.get(email.threadId) === email.id;
  }

  add(email: StoredEmail): void {
    this.#all.push(email);
    this.#latestOfThread.set(email.threadId, email.id);
  }
}
