/**
 * A short run of the built packages on a runtime other than Node: `bun tests/smoke/smoke.ts` or
 * `deno run --allow-net=127.0.0.1 --node-modules-dir=manual --no-lock tests/smoke/smoke.ts`. It needs nothing but `pnpm build`.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { actions, bindActions } from "@modulex-instantly/actions";
import { createInstantlyClient, isInstantlyError, toEnvelope } from "@modulex-instantly/client";

/** Fails the run unless a condition holds. */
function expectThat(condition: boolean, what: string): void {
  if (!condition) throw new Error(`expected ${what}`);
}

let received = 0;
const server = createServer((request, response) => {
  received += 1;
  let body = "";
  request.on("data", (chunk) => {
    body += String(chunk);
  });
  request.on("end", () => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    response.setHeader("content-type", "application/json");
    if (request.headers.authorization !== "Bearer smoke-key") {
      response.statusCode = 401;
      response.end('{"message":"no key"}');
    } else if (pathname.endsWith("/moved")) {
      response.statusCode = 302;
      response.setHeader("location", "/api/v2/leads/elsewhere");
      response.end();
    } else if (pathname === "/api/v2/leads/list") {
      const isFirst = JSON.parse(body).starting_after === undefined;
      response.end(
        JSON.stringify(isFirst ? { items: [{ id: "a" }], next_starting_after: "a" } : { items: [{ id: "b" }] }),
      );
    } else {
      response.end(JSON.stringify({ id: pathname.split("/").at(-1) }));
    }
  });
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));

try {
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createInstantlyClient({ apiKey: "smoke-key", baseUrl });
  const ids: unknown[] = [];
  for await (const lead of client.leads.iterate()) ids.push(lead.id);
  expectThat(ids.join() === "a,b", `two pages, got ${ids.join()}`);

  const activated = await client.campaigns.activate("campaign-1");
  expectThat(activated.id === "activate", "a response to a POST without a body");

  const bound = bindActions({ client });
  const lead = await bound.get_lead({ lead_id: "lead-1" });
  expectThat(lead.success && lead.id === "lead-1", `get_lead to succeed, got ${lead.error}`);
  expectThat(Object.keys(actions).length >= 13, "the 13 actions of the contract, or more");

  const before = received;
  const rejected = await toEnvelope(client.leads.get("../campaigns"));
  expectThat(!rejected.success && isInstantlyError(rejected.cause, "invalid_request"), "a path id to be rejected");
  expectThat(received === before, "nothing to be sent for it");

  const moved = await toEnvelope(client.leads.get("moved"));
  expectThat(!moved.success && isInstantlyError(moved.cause, "unexpected_redirect"), "a redirect to be an error");
  expectThat(received === before + 1, "a redirect not to be followed");

  const unauthorized = await toEnvelope(createInstantlyClient({ apiKey: "other", baseUrl }).leads.get("lead-1"));
  expectThat(
    !unauthorized.success && isInstantlyError(unauthorized.cause, "unauthorized"),
    "a wrong key to be rejected",
  );

  const { userAgent } = globalThis.navigator ?? { userAgent: "a runtime without a name" };
  console.log(`the packages work on ${userAgent}`);
} finally {
  server.closeAllConnections();
  server.close();
}
