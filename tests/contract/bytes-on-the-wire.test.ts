import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { runAction } from "@modulex-instantly/actions";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testClient } from "./test-client.ts";

// The bytes that the platform's own fetch sends: it must not add anything that the API rejects to a request without a
// body.

interface Received {
  readonly method: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let received: Received[] = [];
const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  received.push({ method: request.method, headers: request.headers, body });
  response.setHeader("content-type", "application/json").end('{"id":"c1","count":1}');
});
let baseUrl = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  received = [];
});

test("activate is a POST with neither a body nor a Content-Type, which the API would reject", async () => {
  const client = testClient({ baseUrl });
  await client.campaigns.activate("c1");
  expect(await runAction("activate_campaign", { campaign_id: "c1" }, { client })).toMatchObject({ success: true });
  expect(received).toHaveLength(2);
  for (const { method, headers, body } of received) {
    expect(method).toBe("POST");
    expect(headers).not.toHaveProperty("content-type");
    expect(headers).not.toHaveProperty("transfer-encoding");
    expect(headers["content-length"] ?? "0").toBe("0");
    expect(body).toBe("");
  }
});

test("the bulk delete has its selection in a JSON body", async () => {
  const client = testClient({ baseUrl });
  await client.leads.deleteMany({ campaign_id: "c1", ids: ["l1"] });
  expect(await runAction("delete_leads", { campaign_id: "c1", ids: ["l1"] }, { client })).toMatchObject({ count: 1 });
  expect(received).toHaveLength(2);
  for (const { method, headers, body } of received) {
    expect(method).toBe("DELETE");
    expect(headers["content-type"]).toBe("application/json");
    expect(headers["content-length"]).toBe(String(body.length));
    expect(JSON.parse(body)).toEqual({ campaign_id: "c1", ids: ["l1"] });
  }
});

test("reads send no body and no Content-Type", async () => {
  const client = testClient({ baseUrl });
  await client.leads.get("l1");
  expect(received[0]?.headers).not.toHaveProperty("content-type");
  expect(received[0]?.body).toBe("");
});
