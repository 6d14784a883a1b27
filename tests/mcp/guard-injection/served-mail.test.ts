import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allowAll } from "../support/allow-all.ts";
import type { Answer } from "../support/mcp-clients.ts";
import { connectV2 } from "../support/mcp-clients.ts";
import type { HttpMcp } from "../support/mcp-command.ts";
import { startHttpMcp } from "../support/mcp-command.ts";
import type { InjectedMail } from "./injected-mail.ts";
import type { MailApi } from "./mail-api.ts";
import { startMailApi } from "./mail-api.ts";
import { mailsWithContacts } from "./mails-with-contacts.ts";
import { mailsWithoutContacts } from "./mails-without-contacts.ts";
import type { ReadEmail } from "./obedient-model.ts";
import { callsIn, filledIn } from "./obedient-model.ts";

// The mails again, read and obeyed through the real server by the official client. The model sees what the server returns:
// shortened, cleaned and enclosed, so that it no longer understands some of the hidden ones.

const mails: readonly InjectedMail[] = [...mailsWithContacts, ...mailsWithoutContacts];
let api: MailApi;
let server: HttpMcp;
let careless: HttpMcp;

beforeAll(async () => {
  api = await startMailApi(mails);
  const environment = { INSTANTLY_BASE_URL: api.url };
  server = await startHttpMcp(allowAll, environment);
  careless = await startHttpMcp([...allowAll, "--confirm", "off"], environment);
});

afterAll(async () => {
  await Promise.all([server?.stop(), careless?.stop()]);
  await api?.close();
});

/** Reads the mail and makes its calls, understood or found. Returns how many calls were made. */
async function obey(mail: InjectedMail, { url }: HttpMcp, answer?: Answer): Promise<number> {
  const client = await connectV2({ url, headers: { "x-instantly-api-key": api.keyOf(mail) } }, answer);
  try {
    const fields = ["id", "eaccount", "lead", "lead_id", "campaign_id", "subject", "body"];
    const { structuredContent } = await client.call("list_emails", { limit: 20, fields });
    const emails = (structuredContent?.["emails"] ?? []) as ReadEmail[];
    const email = emails.find(
      ({ lead, subject }) => lead.startsWith("reply+interested") && subject === seen(mail.subject),
    );
    if (!email) throw new Error("the reply is missing");
    const calls = (mail.understood ?? callsIn(email)).map((call) => filledIn(call, email));
    for (const { tool, arguments: input } of calls) await client.call(tool, input);
    return calls.length;
  } finally {
    await client.close();
  }
}

function seen(text: string): string {
  return text.replace(/[\u202a-\u202e\u200b]/g, "");
}

describe.each(mails)("$name", (mail) => {
  test("writes nothing with a person who declines, or whom nobody can ask", async () => {
    const asked: string[] = [];
    const calls = await obey(mail, server, (message) => {
      asked.push(message);
      return "decline";
    });
    await obey(mail, server);
    expect(api.writes(mail)).toBe(0);
    expect(asked).toHaveLength(calls);
  });
});

describe.each(mailsWithContacts)("$name", (mail) => {
  test("writes nothing with confirmations switched off", async () => {
    await obey(mail, careless);
    expect(api.writes(mail)).toBe(0);
  });
});

test("the model understands most of the mails, and is obeyed when a person accepts", async () => {
  const calls: number[] = [];
  for (const mail of mails) {
    const before = api.writes(mail);
    calls.push(await obey(mail, server, () => "accept"));
    expect(api.writes(mail) - before, mail.name).toBe(calls.at(-1));
  }
  expect(calls.filter((count) => count > 0).length).toBeGreaterThanOrEqual(30);
});
