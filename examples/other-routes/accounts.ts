/**
 * Calls routes that have no method in the client, with the types of an OpenAPI document: lists the email accounts, lowers the
 * daily limit of those above 50, and pauses one. The safety is that of every call: a GET is retried, and anything else is
 * never sent twice.
 *
 *     npx tsx examples/other-routes/accounts.ts [ACCOUNT TO PAUSE]
 *
 * The types come from openapi.json, a small stand-in. For those of the whole API, use the vendor's document instead:
 *
 *     cd examples/other-routes && npx openapi-typescript openapi.json -o vendor-paths.gen.ts
 *
 * Without INSTANTLY_API_KEY it calls the two accounts below, because the sandbox has no accounts.
 */
import { createInstantlyClient, typedRequest } from "@modulex-instantly/client";
import type { components, paths } from "./vendor-paths.gen.ts";

type Account = components["schemas"]["Account"];

const local: Account[] = [
  { email: "mara@outreach.example.com", status: 1, daily_limit: 80 },
  { email: "jon@outreach.example.com", status: 1, daily_limit: 30 },
];

/** Responds like the API, for a run without a key. */
const respondLocally: typeof fetch = async (input, init) => {
  const [, , , , address] = new URL(String(input)).pathname.split("/");
  if (address === undefined) return Response.json({ items: local });
  const account = local.find(({ email }) => email === decodeURIComponent(address));
  if (!account) return Response.json({ statusCode: 404, error: "Not Found", message: "No account" }, { status: 404 });
  if (init?.method === "PATCH") Object.assign(account, JSON.parse(String(init.body)));
  if (init?.method === "POST") account.status = 2;
  return Response.json(account);
};

const instantly = createInstantlyClient(
  process.env["INSTANTLY_API_KEY"] === undefined ? { apiKey: "local", fetch: respondLocally } : {},
);
const request = typedRequest<paths>(instantly);

// A list with the envelope of the API can be iterated like those with a method.
const accounts = request.iterate({ method: "GET", path: "/api/v2/accounts", query: { limit: 100 } });
for await (const { email, daily_limit } of accounts) {
  console.log(email, daily_limit);
  if (!daily_limit || daily_limit <= 50) continue;
  const { data } = await request({
    method: "PATCH",
    path: "/api/v2/accounts/{email}",
    params: { email },
    body: { daily_limit: 50 },
  });
  console.log(`${data.email}: at most ${data.daily_limit} a day`);
}

const [email] = process.argv.slice(2);
if (email !== undefined) {
  const { status, data } = await request({ method: "POST", path: "/api/v2/accounts/{email}/pause", params: { email } });
  console.log(status, data.email, data.status === 2 ? "is paused" : "is not paused");
}
