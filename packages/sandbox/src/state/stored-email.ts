import type { Leftover } from "./leftover.ts";

/** A stored email. If it was sent, it is also in the outbox, with its headers. */
export interface StoredEmail {
  readonly id: string;
  readonly created: number;
  readonly sent: number;
  /** 1: sent by a campaign, 2: received, 3: sent manually. */
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
  /** The merge tags without a variable of the lead. */
  readonly unresolvedTags?: readonly string[];
  /** The constructs of its templates that were not rendered. */
  readonly leftovers?: readonly Leftover[];
}
