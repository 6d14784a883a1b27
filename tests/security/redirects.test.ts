import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { bindActions } from "@modulex-instantly/actions";
import { createInstantlyClient, isInstantlyError } from "@modulex-instantly/client";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calls } from "../client/calls.ts";
import { canaryKey, expectNoKeyInError } from "../client/canary.ts";
import { operations } from "../contract/spec-operations.ts";

// A server that redirects, and the target, which counts requests. By default, fetch follows every redirect.

let away = 0;
let received = 0;
let status = 302;
const attacker = createServer((_, response) => {
  away += 1;
  response.end('{"id":"stolen","items":[]}');
});
const origin = createServer((_, response) => {
  received += 1;
  response.writeHead(status, { location: `${urlOf(attacker)}/api/v2/leads/id-1`, connection: "close" }).end();
});

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  for (const server of [attacker, origin]) await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => {
  for (const server of [attacker, origin]) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => {
  away = 0;
  received = 0;
});

const ids = operations.map(({ id }) => id as keyof typeof calls);
const client = () =>
  createInstantlyClient({
    apiKey: canaryKey,
    baseUrl: urlOf(origin),
    workspaceId: "0191d3a4-52c7-7b10-8f3e-6a4b9e2c1d55",
    rateLimiter: false,
  });

describe.each([301, 302, 303, 307, 308])("a %d", (code) => {
  test.each(ids)("is not followed by %s: the other server sees no request", async (id) => {
    status = code;
    const error = await calls[id](client()).catch((thrown: unknown) => thrown);
    expect(isInstantlyError(error, "unexpected_redirect")).toBe(true);
    expectNoKeyInError(error, canaryKey);
    expect({ received, away }).toEqual({ received: 1, away: 0 });
  });

  test("is not followed through .raw and through an action", async () => {
    status = code;
    const instantly = client();
    await expect(instantly.raw.GET("/api/v2/campaigns")).rejects.toMatchObject({ code: "unexpected_redirect" });
    const { success, error } = await bindActions({ client: instantly }).get_lead({ lead_id: "id-1" });
    expect({ success, error }).toMatchObject({ success: false, error: expect.stringContaining("unexpected_redirect") });
    expect({ received, away }).toEqual({ received: 2, away: 0 });
  });
});

test("the test works: plain fetch follows the redirect", async () => {
  status = 307;
  await fetch(`${urlOf(origin)}/api/v2/leads/id-1`, { headers: { authorization: "Bearer followed-the-redirect" } });
  expect({ received, away }).toEqual({ received: 1, away: 1 });
});
