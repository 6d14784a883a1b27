/**
 * An Express server for Instantly's webhooks: whoever replies becomes a lead in a list for the next call. Create the webhook
 * with the header `x-webhook-secret`: Instantly signs nothing, so a secret header is the only proof of where an event is from.
 *
 *     npx tsx examples/express-webhook/server.ts
 *     curl -i --json '{"event_type":"reply_received","email_id":"..."}' -H 'x-webhook-secret: local' http://127.0.0.1:3000/instantly
 *
 * Without INSTANTLY_API_KEY it uses a sandbox in which replies have arrived. PORT, WEBHOOK_SECRET and LIST_NAME configure it.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import { createInstantlyClient, isInstantlyError } from "@modulex-instantly/client";
import { createSandbox } from "@modulex-instantly/sandbox";
import express from "express";

const { PORT = "3000", WEBHOOK_SECRET = "local", LIST_NAME = "Call next", INSTANTLY_API_KEY } = process.env;
if (INSTANTLY_API_KEY !== undefined && WEBHOOK_SECRET === "local") throw new Error("set WEBHOOK_SECRET");

const instantly = createInstantlyClient(
  INSTANTLY_API_KEY === undefined ? createSandbox({ scenario: "replies" }).clientOptions : {},
);
const lists = await instantly.leadLists.iterate({ search: LIST_NAME }).collect({ max: 100 });
const list = lists.find(({ name }) => name === LIST_NAME) ?? (await instantly.leadLists.create({ name: LIST_NAME }));

const digest = (text: string) => createHash("sha256").update(text).digest();
const secret = digest(WEBHOOK_SECRET);

const app = express();
app.disable("x-powered-by");

app.post("/instantly", express.json({ limit: "256kb" }), async (request, response) => {
  const given = request.get("x-webhook-secret");
  if (given === undefined || !timingSafeEqual(digest(given), secret)) return void response.sendStatus(401);
  const event: unknown = request.body;
  const [type, emailId] = [fieldOf(event, "event_type"), fieldOf(event, "email_id")];
  // An error would disable the webhook after a while, so events that need nothing are a success, too.
  if (type !== "reply_received" || emailId === undefined) return void response.sendStatus(204);
  try {
    const added = await addSender(emailId);
    response.status(200).json({ added });
  } catch (error) {
    if (!isInstantlyError(error)) throw error;
    console.error(error.message);
    // Instantly delivers the event again. The skip flag makes that harmless.
    response.sendStatus(503);
  }
});

/** Adds the sender of an email to the list. The email is read from the API: anyone can write anything into an event. */
async function addSender(emailId: string): Promise<boolean> {
  const received = instantly.emails.iterate({ email_type: "received", sort_order: "desc" });
  const mail = (await received.collect({ max: 100 })).find(({ id }) => id === emailId);
  if (!mail?.from_address_email || mail.is_auto_reply === 1) return false;
  const lead = { email: mail.from_address_email, list_id: list.id, skip_if_in_list: true };
  await instantly.leads.create(lead, { retryUnknown: true });
  return true;
}

function fieldOf(body: unknown, name: string): string | undefined {
  const value: unknown = typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === "string" ? value : undefined;
}

const server = app.listen(Number(PORT), "127.0.0.1", (error) => {
  if (error) throw error;
  const address = server.address();
  console.log(`Listening on http://127.0.0.1:${typeof address === "object" ? address?.port : PORT}/instantly`);
});
process.once("SIGTERM", () => server.close());
