import { isoTime } from "../input/iso-time.ts";
import type { OperationRequests } from "../spec/operation-requests.gen.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import { domainOf } from "../state/stored-lead.ts";
import type { Workspace } from "../state/workspace.ts";

type Test = (email: StoredEmail) => boolean;

const TYPES = { sent: 1, received: 2, manual: 3 } as const;

/** Creates a predicate from the filters of a request. Unknown parameters are ignored, as in the API. */
export function emailFilter(query: OperationRequests["listEmail"]["query"], workspace: Workspace): Test {
  const tests: Test[] = [];
  const add = <Value>(value: Value | undefined, test: (value: Value) => Test): void => {
    if (value !== undefined) tests.push(test(value));
  };
  add(query.search, searched);
  add(query.campaign_id, (id) => (email) => email.campaign === id.toLowerCase());
  add(query.list_id, (id) => (email) => email.list === id.toLowerCase());
  add(query.i_status, (status) => (email) => email.interest === status);
  add(query.eaccount, (accounts) => isOneOf(accounts));
  add(query.is_unread, (unread) => (email) => (email.isUnread === true) === unread);
  add(query.has_reminder, (has) => (email) => (email.reminder !== undefined) === has);
  add(query.mode, (mode) => (email) => mode === "emode_all" || email.isFocused === (mode === "emode_focused"));
  add(query.scheduled_only, (only) => () => !only);
  add(query.assigned_to, (user) => (email) => assignedTo(email, workspace) === user);
  add(query.lead, (address) => (email) => email.lead?.toLowerCase() === address.toLowerCase());
  add(query.company_domain, (domain) => (email) => domainOf(email.lead) === domain.toLowerCase());
  add(query.marked_as_done, (done) => () => !done);
  add(query.email_type, (type) => (email) => email.type === TYPES[type]);
  add(query.min_timestamp_created, (time) => (email) => !(email.created <= isoTime(time)));
  add(query.max_timestamp_created, (time) => (email) => !(email.created >= isoTime(time)));
  add(query.latest_of_thread, (latest) => (email) => !latest || workspace.emails.isLatestOfThread(email));
  return (email) => tests.every((test) => test(email));
}

function searched(text: string): Test {
  if (text.startsWith("thread:")) return (email) => email.threadId === text.slice("thread:".length);
  return (email) => email.lead?.toLowerCase() === text.toLowerCase();
}

function isOneOf(accounts: string): Test {
  const wanted = new Set(accounts.split(",").map((account) => account.trim().toLowerCase()));
  return (email) => wanted.has(email.eaccount.toLowerCase());
}

function assignedTo(email: StoredEmail, workspace: Workspace): string | undefined {
  return (
    email.assignedTo ?? (email.leadId === undefined ? undefined : workspace.leads.withId(email.leadId)?.assigned_to)
  );
}
