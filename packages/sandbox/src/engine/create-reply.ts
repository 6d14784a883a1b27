import type { DatabaseAccess, WorkspaceAccess } from "../state/database-access.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import { domainOf } from "../state/stored-lead.ts";
import { replySubject } from "./reply-subject.ts";

/** Stores a reply to a campaign email, in the same thread. Its time is a whole second. */
export function createReply(
  database: DatabaseAccess,
  workspace: WorkspaceAccess,
  to: StoredEmail,
  { automatic, interest }: { automatic: boolean; interest: number | undefined },
): StoredEmail {
  const now = database.clock.tickToSecond();
  const from = to.lead ?? "";
  const text = automatic ? autoReplyText : replyText(interest);
  const reply: StoredEmail = {
    id: database.ids.ordered(now),
    created: now,
    sent: now,
    type: 2,
    messageId: database.ids.message(domainOf(from) || "recipient.invalid"),
    threadId: to.threadId,
    eaccount: to.eaccount,
    from,
    to: [to.eaccount],
    cc: [],
    bcc: [],
    subject: replySubject(to.subject, automatic ? "Automatic reply" : "Re"),
    text,
    html: `<div>${text.replaceAll("\n", "<br>")}</div>`,
    ...(to.campaign === undefined ? {} : { campaign: to.campaign }),
    ...(to.list === undefined ? {} : { list: to.list }),
    lead: from,
    ...(to.leadId === undefined ? {} : { leadId: to.leadId }),
    isUnread: true,
    isFocused: !automatic,
    ...(automatic ? { isAutoReply: true } : {}),
    ...(interest === undefined ? {} : { interest, aiInterest: interest > 0 ? 0.95 : 0.05 }),
    headers: { "In-Reply-To": to.messageId },
  };
  workspace.emails.add(reply);
  return reply;
}

const REPLIES: Readonly<Record<string, string>> = {
  "0": "I am travelling this week.\nPlease write again later.",
  "1": "That sounds useful.\nCould you tell me more?",
  "2": "I have just booked a slot in your calendar.\nSpeak soon.",
  "3": "Thank you for the call today.",
  "4": "We are in. Please send the contract.",
  "-1": "Thank you, but this is not for us.",
  "-2": "I am not the right person for this.",
  "-3": "We have decided for somebody else.",
  "-4": "Sorry, I could not make it to our call.",
};

/** The text of a reply, by the interest it expresses. */
function replyText(interest: number | undefined): string {
  return REPLIES[String(interest)] ?? "Thank you for your message.";
}

/** The text of an automatic reply. */
const autoReplyText = "Thank you for your message. I am out of the office and will read it when I am back.";
