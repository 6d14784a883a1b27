import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { allowAll } from "./support/allow-all.ts";
import type { HttpMcp } from "./support/mcp-command.ts";
import { startHttpMcp } from "./support/mcp-command.ts";
import { postMcp } from "./support/post-mcp.ts";

// A hostile client of the revision of 2026, which passes the state of the approval and the answer of the person itself.

let sandbox: RunningSandbox;
let server: HttpMcp;
let other: HttpMcp;
let campaign_id: string;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: "off" });
  const environment = { INSTANTLY_BASE_URL: sandbox.url };
  [server, other] = await Promise.all([startHttpMcp(allowAll, environment), startHttpMcp(allowAll, environment)]);
});
afterAll(async () => {
  await Promise.all([server.stop(), other.stop()]);
  await sandbox.close();
});
beforeEach(async () => {
  sandbox.reset();
  sandbox.load("outreach");
  const page = (await (await fetch(`${sandbox.url}/api/v2/campaigns`, { headers: headers() })).json()) as Page;
  campaign_id = page.items[0].id;
});

interface Page {
  readonly items: readonly [{ readonly id: string }];
}

const headers = () => ({ authorization: `Bearer ${sandbox.keys.full}`, "content-type": "application/json" });

const accept = { agreement: { action: "accept", content: {} } };
const activations = () => sandbox.journal().operations.activateCampaign.committed;

interface Hostile {
  readonly state?: string | undefined;
  readonly responses?: unknown;
  readonly input?: object;
  readonly name?: string;
  readonly capabilities?: object;
  readonly key?: string;
  readonly to?: HttpMcp;
}

async function post(call: Hostile): Promise<Readonly<Record<string, unknown>>> {
  const { name = "activate_campaign", input = { campaign_id }, capabilities = { elicitation: { form: {} } } } = call;
  const params = {
    name,
    arguments: input,
    ...(call.responses === undefined ? {} : { inputResponses: call.responses }),
    ...(call.state === undefined ? {} : { requestState: call.state }),
    _meta: {
      "io.modelcontextprotocol/protocolVersion": "2026-07-28",
      "io.modelcontextprotocol/clientInfo": { name: "hostile", version: "1.0.0" },
      "io.modelcontextprotocol/clientCapabilities": capabilities,
    },
  };
  const sent = {
    authorization: `Bearer ${call.key ?? sandbox.keys.full}`,
    "mcp-protocol-version": "2026-07-28",
    "mcp-method": "tools/call",
    "mcp-name": name,
  };
  const { message } = await postMcp((call.to ?? server).url, "tools/call", params, sent);
  return message.result ?? {};
}

const ask = async (): Promise<string> => String((await post({}))["requestState"]);

describe("nothing is activated", () => {
  test.each<[string, unknown]>([
    ["no answer", undefined],
    ["no answers at all", {}],
    ["an answer to another question", { other: { action: "accept" } }],
    ["a word for an answer", { agreement: "accept" }],
    ["a list of answers", { agreement: [{ action: "accept" }] }],
    ["another spelling", { agreement: { action: "ACCEPT" } }],
    ["true", { agreement: { action: true } }],
    ["a refusal", { agreement: { action: "decline" } }],
  ])("with %s", async (_, responses) => {
    const result = await post({ state: await ask(), responses });
    expect([result["resultType"] === "input_required" || result["isError"] === true, activations()]).toEqual([true, 0]);
  });

  test.each<[string, (state: string) => Hostile]>([
    ["without a state", () => ({})],
    ["with a changed state", (state) => ({ state: `${state.slice(0, -1)}${state.endsWith("A") ? "B" : "A"}` })],
    ["with other arguments", (state) => ({ state, input: { campaign_id: campaign_id.toUpperCase() } })],
    ["with another tool", (state) => ({ state, name: "delete_leads" })],
    ["with another key", (state) => ({ state, key: sandbox.keys.withScopes("all:all", "all:all") })],
    ["by a client that shows no forms", (state) => ({ state, capabilities: {} })],
    ["at an instance that shares no Redis", (state) => ({ state, to: other })],
  ])("%s", async (_, hostile) => {
    const result = await post({ responses: accept, ...hostile(await ask()) });
    expect([result["resultType"] === "input_required" || result["isError"] === true, activations()]).toEqual([true, 0]);
    expect(sandbox.journal().operations.bulkDeleteLeads.committed).toBe(0);
  });

  test("after a refusal, or a change of the campaign", async () => {
    const declined = await ask();
    await post({ state: declined, responses: { agreement: { action: "decline" } } });
    expect(JSON.stringify(await post({ state: declined, responses: accept }))).toContain("already used");
    const state = await ask();
    const patch = { method: "PATCH", body: '{"daily_limit":9999}', headers: headers() };
    expect((await fetch(`${sandbox.url}/api/v2/campaigns/${campaign_id}`, patch)).status).toBe(200);
    expect(JSON.stringify(await post({ state, responses: accept }))).toContain("changed since the preview");
    expect(activations()).toBe(0);
  });
});

test("an accepted call that is posted five times at once activates once", async () => {
  const state = await ask();
  const results = await Promise.all(Array.from({ length: 5 }, () => post({ state, responses: accept })));
  expect(results.map(({ isError }) => isError)).toEqual([false, false, false, false, false]);
  expect(activations()).toBe(1);
});
