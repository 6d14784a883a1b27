import type { Email, InstantlyClient, ListEmailInput } from "@modulex-instantly/client";

/** How many of the newest emails are searched. Each 100 are one of 20 calls a minute. */
export const MAX_EMAILS = 300;

/** Finds an email by its id: among the newest of the account that replies, then of all. The API has no operation for one. */
export async function findEmail(
  client: InstantlyClient,
  id: string,
  eaccount: string,
  signal: AbortSignal,
): Promise<Email | undefined> {
  const wanted = id.trim().toLowerCase();
  const searches: ListEmailInput[] = [{ eaccount }, {}];
  for (const search of searches) {
    const emails = client.emails.iterate({ ...search, limit: 100 }, { signal, maxItems: MAX_EMAILS });
    for await (const email of emails) if (String(email?.id).toLowerCase() === wanted) return email;
  }
  return undefined;
}

/** The addresses that a reply to the email goes to, as far as its fields say. */
export function replyRecipients(email: Email): string[] {
  const isReceived = email.ue_type === 2 || email.ue_type === undefined || email.ue_type === null;
  const lists = isReceived
    ? [email.reply_to, email.from_address_email ?? (email.reply_to ? undefined : email.lead)]
    : [email.to_address_email_list];
  const addresses = lists.flatMap((list) => (list ?? "").split(",")).map((address) => address.trim());
  return [...new Set(addresses.filter((address) => address !== ""))];
}
