import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Sandbox } from "@modulex-instantly/sandbox";
import { createSandbox } from "@modulex-instantly/sandbox";
import type { InjectedMail } from "./injected-mail.ts";
import { withInjectedMail } from "./mail-rewriter.ts";

/** An API in which every key has a workspace of its own, whose received emails are one of the given mails. */
export interface MailApi {
  readonly url: string;
  keyOf(mail: InjectedMail): string;
  /** How many writes of the key were received, whatever became of them. */
  writes(mail: InjectedMail): number;
  close(): Promise<void>;
}

const READS = ["listLeads", "getLead", "listCampaign", "listEmail", "listLeadList"];

/** Starts the API on a free port. */
export async function startMailApi(mails: readonly InjectedMail[]): Promise<MailApi> {
  const keyOf = (mail: InjectedMail) => `invented-key-of-mail-${mails.indexOf(mail)}`;
  const sandboxes = new Map<string, Sandbox>();
  const served = new Map<string, typeof fetch>();
  for (const mail of mails) {
    const sandbox = createSandbox({ limits: "off" });
    sandbox.load("replies");
    sandbox.clearJournal();
    sandboxes.set(keyOf(mail), sandbox);
    served.set(keyOf(mail), withInjectedMail(mail)(sandbox.fetch));
  }
  const server = createServer(async (request, response) => {
    const key = request.headers.authorization?.replace("Bearer ", "") ?? "";
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const body = Buffer.concat(chunks);
    const answer = await served.get(key)?.(`http://127.0.0.1${request.url}`, {
      method: request.method ?? "GET",
      headers: {
        authorization: `Bearer ${sandboxes.get(key)?.keys.full}`,
        ...(body.length > 0 ? { "content-type": "application/json" } : {}),
      },
      ...(body.length > 0 ? { body } : {}),
    });
    response.writeHead(answer?.status ?? 401, { "content-type": "application/json" });
    response.end(await answer?.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keyOf,
    writes: (mail) => {
      const entries = sandboxes.get(keyOf(mail))?.journal().entries ?? [];
      return entries.filter(({ operation }) => operation !== null && !READS.includes(operation)).length;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
