import type { DatabaseAccess, WorkspaceAccess } from "../state/database-access.ts";
import type { ReplyContent } from "../state/scripted-reply.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import { domainOf } from "../state/stored-lead.ts";
import { replySubject } from "./reply-subject.ts";
import { replyText } from "./reply-texts.ts";

/** Stores a reply to a campaign email, in the same thread. Its time is a whole second. */
export function createReply(
  database: DatabaseAccess,
  workspace: WorkspaceAccess,
  to: StoredEmail,
  { automatic, content }: { automatic: boolean; content: ReplyContent },
): StoredEmail {
  const now = database.clock.tickToSecond();
  const from = to.lead ?? "";
  const { interest, language } = content;
  const text = content.text ?? replyText({ automatic, interest }, language);
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
    subject: content.subject ?? replySubject(to.subject, automatic ? "Automatic reply" : "Re"),
    text,
    html: `<div>${escaped(text).replaceAll("\n", "<br>")}</div>`,
    ...(to.campaign === undefined ? {} : { campaign: to.campaign }),
    ...(to.list === undefined ? {} : { list: to.list }),
    lead: from,
    ...(to.leadId === undefined ? {} : { leadId: to.leadId }),
    isUnread: true,
    isFocused: !automatic,
    ...(automatic ? { isAutoReply: true } : {}),
    ...(interest === undefined ? {} : { interest, aiInterest: interest > 0 ? 0.95 : 0.05 }),
    headers: {
      "In-Reply-To": to.messageId,
      ...(language === undefined ? {} : { "Content-Language": language }),
    },
  };
  workspace.emails.add(reply);
  return reply;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
