import { actions, runAction } from "@modulex-instantly/actions";
import type { InstantlyClient, OperationId } from "@modulex-instantly/client";
import { describe, expect, test } from "vitest";
import type { SpecOperation } from "../../scripts/spec/operation-examples.ts";
import { callMethod } from "../client/call-method.ts";
import { casesOf } from "./action-cases.ts";
import { callInputs } from "./call-inputs.ts";
import type { RecordedRequest } from "./recorder.ts";
import { recorder } from "./recorder.ts";
import { operations, successOf } from "./spec-operations.ts";
import { testClient } from "./test-client.ts";
import { testKey } from "./test-key.ts";
import { unknownNames } from "./unknown-names.ts";

// What Prism does not check: the exact method, target, headers and body of every request, and unknown names.

const origin = "https://api.instantly.ai";

function headersWanted(body: unknown): Record<string, unknown> {
  return {
    accept: "application/json",
    authorization: `Bearer ${testKey}`,
    "user-agent": expect.stringMatching(/^modulex-instantly-client\/\d+\.\d+\.\d+$/),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
}

describe.each(operations)("$id", (operation) => {
  const { id, method, path, request: documented } = operation;
  const { body: response } = successOf(operation);

  /** The single request that a function makes. */
  async function requestOf(make: (client: InstantlyClient) => Promise<unknown>): Promise<RecordedRequest> {
    const { fetch, requests } = recorder(response);
    await make(testClient({ fetch }));
    expect(requests).toHaveLength(1);
    return requests[0] as RecordedRequest;
  }

  test.each(Object.entries(callInputs(operation)))("client: %s", async (_, input) => {
    const sent = await requestOf((client) => callMethod(client, id as OperationId, input));
    expect(sent.method).toBe(method);
    expect(sent.url.origin + sent.url.pathname).toBe(origin + path.replace("{id}", input.id ?? ""));
    const query = Object.entries(documented ? {} : (input.input ?? {})).flatMap(([name, value]) =>
      [value].flat().map((each) => [name, String(each)]),
    );
    expect([...sent.url.searchParams].sort()).toEqual(query.sort());
    expect(sent.body === undefined ? undefined : JSON.parse(sent.body)).toEqual(documented ? input.input : undefined);
    expect(sent.headers).toEqual(headersWanted(sent.body));
    expect(sent.redirect).toBe("manual");
    expect(unknownNames(operation, sent)).toEqual([]);
  });

  test.each(casesOf(id))("$name: every parameter, exactly where the API accepts it", async (found) => {
    const { name: action, input, sent: wanted } = found;
    expect(Object.keys(input).sort(), "the case has every parameter").toEqual(
      Object.keys(actions[action].inputSchema.properties).sort(),
    );
    const sent = await requestOf(async (client) => {
      expect(await runAction(action, input, { client })).toMatchObject({ success: true });
    });
    expect(sent.method).toBe(wanted.method);
    expect(sent.url.href).toBe(origin + wanted.target);
    expect(sent.body === undefined ? undefined : JSON.parse(sent.body)).toEqual(wanted.body);
    expect(sent.headers).toEqual(headersWanted(sent.body));
    expect(unknownNames(operation, sent)).toEqual([]);
  });

  test("client: acting in a sub-workspace", async () => {
    const { fetch, requests } = recorder(response);
    const [input = {}] = Object.values(callInputs(operation));
    const client = testClient({ fetch, workspaceId: "0191d3a4-52c7-7b10-8f3e-6a4b9e2c1d55" });
    await callMethod(client, id as OperationId, input);
    const [sent] = requests;
    expect(sent?.headers).toEqual({
      ...headersWanted(sent?.body),
      "x-as-workspace": "0191d3a4-52c7-7b10-8f3e-6a4b9e2c1d55",
    });
  });
});

test("lists without filters: an empty query, or an empty object if the filters are in the body", async () => {
  const { fetch, requests } = recorder({ items: [] });
  const client = testClient({ fetch });
  await client.leads.list();
  await client.campaigns.list();
  await client.emails.list();
  await client.leadLists.list();
  expect(requests.map(({ url, body }) => [url.pathname + url.search, body])).toEqual([
    ["/api/v2/leads/list", "{}"],
    ["/api/v2/campaigns", undefined],
    ["/api/v2/emails", undefined],
    ["/api/v2/lead-lists", undefined],
  ]);
});

test("names that the API would ignore are detected", () => {
  const listCampaign = operations.find(({ id }) => id === "listCampaign") as SpecOperation;
  const createCampaign = operations.find(({ id }) => id === "createCampaign") as SpecOperation;
  const sent = { method: "", url: new URL(`${origin}/?limit=1&page=2`), headers: {}, redirect: undefined };
  expect(unknownNames(listCampaign, { ...sent, body: undefined })).toEqual(["query page"]);
  const body = JSON.stringify({ title: "x", campaign_schedule: { schedules: [{ timezone: "x", hours: 8 }] } });
  expect(unknownNames(createCampaign, { ...sent, url: new URL(origin), body })).toEqual([
    "body.title",
    "body.campaign_schedule.schedules[].hours",
  ]);
});
