import type { MailPage, MailSummary } from "@modulex-instantly/sandbox";

/** The mails from the newest on without a gap, and whether there are older ones. */
export interface MailRows {
  readonly mails: readonly MailSummary[];
  readonly hasMore: boolean;
}

/**
 * Puts a page into the rows: it replaces everything from an index on that is not older than its last mail. The ids of mails
 * are in the order of their times.
 */
export function mergeMails(rows: MailRows, from: number, page: MailPage): MailRows {
  const before = rows.mails.slice(0, from);
  const last = page.mails.at(-1);
  if (page.next === null || last === undefined) return { mails: [...before, ...page.mails], hasMore: false };
  const after = rows.mails.slice(from).filter(({ id }) => id < last.id);
  return { mails: [...before, ...page.mails, ...after], hasMore: after.length === 0 || rows.hasMore };
}

/** Whether there may be mails between the newest page and the rows that are known. */
export function hasGap(rows: MailRows, newest: MailPage): boolean {
  const [first] = rows.mails;
  const last = newest.mails.at(-1);
  return first !== undefined && last !== undefined && newest.next !== null && first.id < last.id;
}
