import type { ActionContext } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import { startSandbox } from "@modulex-instantly/sandbox";
import { onTestFinished } from "vitest";

/** A sandbox with replies, and what a host needs to use it. */
export interface Rehearsal {
  readonly context: ActionContext;
  /** A valid input of reply_to_email. */
  readonly reply: {
    readonly reply_to_uuid: string;
    readonly eaccount: string;
    readonly subject: string;
    readonly body_text: string;
  };
  /** How many replies the sandbox has accepted. */
  readonly repliesSent: () => number;
  /** The method and path of each request. */
  readonly requests: readonly string[];
}

/** Starts a sandbox in which leads have replied, until the test is over. */
export async function rehearse(): Promise<Rehearsal> {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  sandbox.load("replies");
  const requests: string[] = [];
  const counted: typeof fetch = (url, init) => {
    requests.push(`${init?.method ?? "GET"} ${new URL(String(url)).pathname}`);
    return fetch(url, init);
  };
  const context: ActionContext = { apiKey: sandbox.keys.full, baseUrl: sandbox.url, fetch: counted };
  const inbox = await actions.list_emails.run({ is_unread: true, limit: 1 }, context);
  const [email] = inbox.emails;
  if (!email?.id || !email.eaccount) throw new Error(`The scenario has no reply: ${inbox.error}`);
  requests.length = 0;
  return {
    context,
    reply: { reply_to_uuid: email.id, eaccount: email.eaccount, subject: "Re: Hello", body_text: "Thursday at ten?" },
    repliesSent: () => requests.filter((request) => request.endsWith("/emails/reply")).length,
    requests,
  };
}

/** The message that a model must see after `list_leads` with `limt`. */
export const DID_YOU_MEAN: RegExp =
  /list_leads: \\*"limt\\*" is not a known parameter \(did you mean \\*"limit\\*"\?\)/;
