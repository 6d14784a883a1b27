import type { Leftover } from "./leftover.ts";

/** A mail as it is kept: a sent one is in the outbox too, with the headers it would have carried. */
export interface StoredEmail {
  readonly id: string;
  readonly created: number;
  readonly sent: number;
  /** 1 from a campaign, 2 received, 3 by hand. */
  readonly type: 1 | 2 | 3;
  readonly messageId: string;
  readonly threadId: string;
  readonly eaccount: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  readonly campaign?: string;
  readonly list?: string;
  readonly lead?: string;
  readonly leadId?: string;
  readonly step?: number;
  readonly variant?: number;
  readonly isAutoReply?: true;
  readonly isUnread?: true;
  readonly isFocused: boolean;
  readonly interest?: number;
  readonly aiInterest?: number;
  readonly reminder?: string;
  readonly assignedTo?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Merge tags that no variable of the lead answers to. */
  readonly unresolvedTags?: readonly string[];
  /** What of its templates did not turn into text. */
  readonly leftovers?: readonly Leftover[];
}
