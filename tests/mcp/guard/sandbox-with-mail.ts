import type { Email } from "@modulex-instantly/client";
import { createToolGuard } from "../../../packages/mcp/src/guard/create-tool-guard.ts";
import type { ToolGuardOptions } from "../../../packages/mcp/src/guard/guard-options.ts";
import type { GuardedSandbox } from "./guarded-sandbox.ts";
import { guardedSandbox } from "./guarded-sandbox.ts";

/** What differs in a received email. */
export type MailChange = (email: Email) => Partial<Email>;

/** A sandbox whose received emails are changed. */
export function sandboxWithMail(options: ToolGuardOptions = {}, change: MailChange = () => ({})): GuardedSandbox {
  return guardedSandbox(createToolGuard(options), {
    rewrite: (fetch) => async (input, init) => {
      const request = new Request(input, init);
      const response = await fetch(request);
      if (request.method !== "GET" || !new URL(request.url).pathname.endsWith("/emails")) return response;
      const page = (await response.json()) as { items: Email[] };
      const items = page.items.map((email) => (email.ue_type === 2 ? { ...email, ...change(email) } : email));
      return Response.json({ ...page, items });
    },
  });
}

/** Every received email says this. */
export function mailSays(text: string): MailChange {
  return () => ({ body: { text, html: `<p>${text}</p>` } });
}
