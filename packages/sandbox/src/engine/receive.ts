import type { StoredEmail } from "../state/stored-email.ts";
import { domainOf } from "../state/stored-lead.ts";
import type { Workspace } from "../state/workspace.ts";
import type { World } from "../state/world.ts";
import { absenceText, answerText } from "./answer-texts.ts";
import { replySubject } from "./reply-subject.ts";

/** Stores the answer to a mail of a campaign, in its thread and with the time of a whole second. */
export function receive(
  world: World,
  workspace: Workspace,
  to: StoredEmail,
  { automatic, interest }: { automatic: boolean; interest: number | undefined },
): StoredEmail {
  const now = world.clock.tickToSecond();
  const from = to.lead ?? "";
  const text = automatic ? absenceText : answerText(interest);
  const answer: StoredEmail = {
    id: world.ids.ordered(now),
    created: now,
    sent: now,
    type: 2,
    messageId: world.ids.message(domainOf(from) || "recipient.invalid"),
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
  workspace.emails.add(answer);
  return answer;
}
