import type { MailQuery } from "../contract/mail-views.ts";
import { isoTime } from "../input/iso-time.ts";
import { textMatcher } from "../operations/text-matcher.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import type { Workspace } from "../state/workspace.ts";
import type { Inspector } from "./inspector.ts";
import { hasWarning } from "./mail-warnings.ts";

/** Who an email is from, by its type. */
export const BY = { 1: "campaign", 2: "recipient", 3: "reply" } as const;

/** An email and its workspace. */
export interface Found {
  readonly workspace: Workspace;
  readonly email: StoredEmail;
}

type EmailTest = (found: Found) => boolean;

/** The position of a campaign email, such as `0_1_0`. */
export function emailPosition({ step = 0, variant = 0 }: StoredEmail): string {
  return `0_${step}_${variant}`;
}

/** Creates the test of the filters of a query. */
export function mailFilter(inspector: Inspector, query: MailQuery): EmailTest {
  const tests: EmailTest[] = [];
  const add = <Value>(value: Value | undefined, test: (value: Value) => EmailTest): void => {
    if (value !== undefined) tests.push(test(value));
  };
  add(query.direction, (direction) => {
    const isReceived = direction === "received";
    return ({ email }) => (email.type === 2) === isReceived;
  });
  add(
    query.by,
    (by) =>
      ({ email }) =>
        BY[email.type] === by,
  );
  add(
    query.campaign?.toLowerCase(),
    (id) =>
      ({ email }) =>
        email.campaign === id,
  );
  add(
    query.lead?.toLowerCase(),
    (id) =>
      ({ email }) =>
        email.leadId === id,
  );
  add(
    query.thread,
    (id) =>
      ({ email }) =>
        email.threadId === id,
  );
  add(
    query.step,
    (step) =>
      ({ email }) =>
        email.type === 1 && `${emailPosition(email)}_`.startsWith(`${step}_`),
  );
  add(
    query.since === undefined ? undefined : isoTime(query.since),
    (time) =>
      ({ email }) =>
        email.created >= time,
  );
  add(
    query.until === undefined ? undefined : isoTime(query.until),
    (time) =>
      ({ email }) =>
        email.created < time,
  );
  add(query.search === "" ? undefined : query.search, (words) => searched(inspector, words));
  add(query.warning, (code) => {
    const test = hasWarning(code);
    return ({ email, workspace }) => test(email, workspace, inspector.mails(workspace));
  });
  return (found) => tests.every((test) => test(found));
}

/** Words in the addresses, the names or the subject. Each email is read once, and its text in lower case is kept. */
function searched(inspector: Inspector, words: string): EmailTest {
  const matches = textMatcher(words);
  return ({ email, workspace }) => {
    const text = inspector.mails(workspace).searchText(email);
    // The text has all fields, so words can also be found across two of them.
    return matches(text) && text.split("\0").some(matches);
  };
}
