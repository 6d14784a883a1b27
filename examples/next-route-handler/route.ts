/**
 * A route handler of Next.js (14 or later): GET lists the people who are interested. Copy it to
 * app/api/interested/route.ts. Next calls it with a Request, so it also runs without Next.
 *
 * The reads are fresh. Next stores responses of `fetch` in its data cache, so the client passes `cache: "no-store"`.
 * `dynamic` keeps Next from calling the handler once, during the build, and serving that response for ever.
 *
 *     npx vitest run tests/examples/next-route-handler.test.ts
 *
 * Without INSTANTLY_API_KEY it uses a sandbox in which replies have arrived.
 */
import type { InstantlyClient } from "@modulex-instantly/client";
import { createInstantlyClient, isInstantlyError, LeadFilter } from "@modulex-instantly/client";

export const dynamic = "force-dynamic";

let client: Promise<InstantlyClient> | undefined;

/** Creates the client with the first request: a build loads this module without the variables of the deployment. */
async function createClient(): Promise<InstantlyClient> {
  if (process.env["INSTANTLY_API_KEY"] !== undefined) return createInstantlyClient();
  const { createSandbox } = await import("@modulex-instantly/sandbox");
  return createInstantlyClient(createSandbox({ scenario: "replies" }).clientOptions);
}

export async function GET(request: Request): Promise<Response> {
  try {
    client ??= createClient();
    const instantly = await client;
    // The signal ends the call when the visitor leaves.
    const leads = instantly.leads.iterate({ filter: LeadFilter.Interested }, { signal: request.signal });
    const people = [];
    for (const { email, first_name, timestamp_last_reply } of await leads.collect({ max: 200 })) {
      people.push({ email, name: first_name, lastReply: timestamp_last_reply });
    }
    return Response.json({ people }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (!isInstantlyError(error)) throw error;
    // The message has no key, no header and no body, but visitors need not know the reason.
    console.error(error.message);
    const seconds = Math.ceil((error.retryAfterMs ?? 1_000) / 1_000);
    return error.retryable
      ? Response.json({ error: "Try again later." }, { status: 503, headers: { "retry-after": String(seconds) } })
      : Response.json({ error: "The list is not available." }, { status: 502 });
  }
}
