/**
 * A Cloudflare Worker: a sign-up form posts { email, first_name }, and the person becomes a lead in a list, once. The client
 * uses no module of Node, so the Worker needs no compatibility flag.
 *
 *     npx vitest run tests/examples/cloudflare-worker.test.ts
 *
 * To develop, start `npx @modulex-instantly/sandbox` and put the variables that it prints into .dev.vars. A Worker without
 * INSTANTLY_API_KEY refuses to work, and never calls the real API.
 */
import { createInstantlyClient, isInstantlyError } from "@modulex-instantly/client";

/** The variables and secrets of the Worker. */
interface Env {
  readonly INSTANTLY_API_KEY?: string;
  readonly INSTANTLY_BASE_URL?: string;
  readonly LIST_ID: string;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    if (request.method !== "POST") return new Response("Use POST.", { status: 405, headers: { allow: "POST" } });
    const { INSTANTLY_API_KEY: apiKey, INSTANTLY_BASE_URL: baseUrl } = env;
    if (!apiKey) return new Response("INSTANTLY_API_KEY is not set.", { status: 500 });

    const form: unknown = await request.json().catch(() => undefined);
    const [email, first_name] = [fieldOf(form, "email"), fieldOf(form, "first_name")];
    if (email === undefined || !/^\S+@\S+\.\S+$/.test(email)) {
      return Response.json({ error: "email must be an email address" }, { status: 400 });
    }
    try {
      // A client for each request, because the timers of a Worker belong to the request that set them. The limiter would
      // only see a part of the requests anyway; a 429 is retried.
      const { leads } = createInstantlyClient({ apiKey, baseUrl, rateLimiter: false });
      // The skip flag makes a repeat harmless, so the client may repeat the call after an unknown outcome.
      const lead = { email, first_name: first_name ?? null, list_id: env.LIST_ID, skip_if_in_list: true };
      await leads.create(lead, { retryUnknown: true, signal: request.signal });
      return Response.json({ ok: true }, { status: 201 });
    } catch (error) {
      if (!isInstantlyError(error)) throw error;
      console.error(error.message);
      return Response.json({ error: "Try again later." }, { status: error.code === "bad_request" ? 400 : 503 });
    }
  },
};

function fieldOf(body: unknown, name: string): string | undefined {
  const value: unknown = typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === "string" ? value.trim() : undefined;
}
