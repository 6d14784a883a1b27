/**
 * Answers the newest email of an interested person. It never answers an automatic reply or a thread that already has an
 * answer, keeps a single "Re:", asks you before it sends, and sends once: if the outcome is unknown, it looks for the reply.
 *
 *     npx tsx examples/answer-interested/answer.ts
 *
 * Without INSTANTLY_API_KEY it runs on a sandbox in which replies have arrived, and no email is sent.
 */
import { createInterface } from "node:readline";
import type { Email } from "@modulex-instantly/client";
import { createInstantlyClient, EmailKind, InterestStatus, isInstantlyError } from "@modulex-instantly/client";
import { sendEvidence } from "@modulex-instantly/client/node";
import { createSandbox } from "@modulex-instantly/sandbox";

const isLive = process.env["INSTANTLY_API_KEY"] !== undefined;
const instantly = createInstantlyClient(
  isLive ? { sendEvidence: sendEvidence() } : createSandbox({ scenario: "replies" }).clientOptions,
);

/** The newest email of an interested person that is the last of its thread. Automatic replies do not count. */
async function newestToAnswer(): Promise<Email | undefined> {
  const seen = new Set<string>();
  for await (const mail of instantly.emails.iterate({ sort_order: "desc" }, { maxItems: 500 })) {
    if (mail.is_auto_reply === 1) continue;
    const thread = mail.thread_id ?? mail.id;
    const isLast = !seen.has(thread);
    seen.add(thread);
    if (isLast && mail.ue_type === EmailKind.Received && mail.i_status === InterestStatus.Interested) return mail;
  }
  return undefined;
}

/** Asks on the terminal. The end of the input means no. */
async function confirms(question: string): Promise<boolean> {
  process.stdout.write(`${question} [y/N] `);
  for await (const line of createInterface({ input: process.stdin })) return /^y(es)?$/i.test(line.trim());
  return false;
}

async function answer({ id, eaccount, subject, from_address_email }: Email): Promise<void> {
  const reply = {
    reply_to_uuid: id,
    eaccount,
    subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
    body: { text: "Glad to hear it. Does Thursday at ten suit you?" },
  };
  console.log(`To ${from_address_email}, from ${eaccount}: ${reply.subject}\n${reply.body.text}`);
  if (!(await confirms("Send this?"))) {
    console.log("Nothing was sent.");
    return;
  }
  try {
    const sent = await instantly.emails.reply(reply);
    console.log(`Sent: ${sent.id}`);
  } catch (error) {
    if (!isInstantlyError(error)) throw error;
    console.error(`${error.message}\nThe reply is now: ${await instantly.reconcile(error)}`);
    process.exitCode = 1;
  }
}

const mail = await newestToAnswer();
if (mail) await answer(mail);
else console.log("There is nothing to answer.");
