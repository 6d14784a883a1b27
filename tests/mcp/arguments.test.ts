import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allowAll } from "./support/allow-all.ts";
import type { McpClient } from "./support/mcp-clients.ts";
import { connectV2 } from "./support/mcp-clients.ts";

let client: McpClient;

beforeAll(async () => {
  client = await connectV2({ args: ["--sandbox", "--scenario", "pages", ...allowAll] });
});
afterAll(() => client.close());

type Data = Readonly<Record<string, unknown>>;

const leadsOf = (data: Data | undefined): readonly Data[] => (data?.["leads"] ?? []) as Data[];

describe("arguments from a model", () => {
  test("scalars and JSON as strings are accepted where they have one meaning", async () => {
    const { structuredContent } = await client.call("list_leads", { limit: "3", in_campaign: "true", ids: "null" });
    expect(structuredContent).toMatchObject({ success: true, count: 3 });
    const chosen = await client.call("list_leads", { limit: "2", fields: '["id","email"]' });
    expect(Object.keys(leadsOf(chosen.structuredContent)[0] ?? {})).toEqual(["id", "email"]);
  });

  test.each<[string, string, Data, RegExp]>([
    ["a misspelt name", "get_lead", { leadid: "x" }, /"leadid" is not a known parameter \(did you mean "lead_id"\?\)/],
    ["a wrong type", "list_leads", { limit: "many" }, /limit/],
    ["a value out of range", "list_leads", { limit: 500 }, /limit/],
    ["a missing argument", "get_lead", {}, /lead_id is required/],
    ["a key", "list_leads", { api_key: "abc" }, /"api_key" is not a known parameter.*never pass one as an argument/],
    ["an unknown field", "list_leads", { fields: ["mail"] }, /"mail" is not a field; the fields are id, /],
    ["fields for one item", "get_lead", { lead_id: "x", fields: ["id"] }, /fields is only an argument of list tools/],
    ["fields that are no list", "list_leads", { fields: "id" }, /fields must be an array/],
    ["a deletion of everything", "delete_leads", {}, /campaign_id or list_id|a person has to agree/i],
  ])("%s is refused with a message for the model", async (_, name, args, message) => {
    const result = await client.call(name, args);
    expect(result.isError).toBe(true);
    expect(result.content[0]?.text).toMatch(message);
    expect(result.structuredContent).toMatchObject({ success: false, error: result.content[0]?.text });
  });

  test("an unknown tool is a protocol error with the nearest name", async () => {
    await expect(client.call("list_lead")).rejects.toThrow(/no tool "list_lead" \(did you mean "list_leads"\?\)/);
    await expect(client.call("functions.get_lead")).rejects.toThrow(/ \(did you mean "get_lead"\?\)/);
  });

  test("an unknown tool with another verb is no typo: all tools are listed", async () => {
    await expect(client.call("update_campaign")).rejects.toThrow(
      /no tool "update_campaign"; the tools are list_leads, /,
    );
  });
});

describe("results", () => {
  test("a page of 10 leads has at most 6 kB, text included, and shows the cursor", async () => {
    const result = await client.call("list_leads", { limit: 10 });
    expect(Buffer.byteLength(JSON.stringify(result))).toBeLessThanOrEqual(6_000);
    const { leads, next_starting_after: cursor } = result.structuredContent as {
      leads: Data[];
      next_starting_after: string;
    };
    expect(leads).toHaveLength(10);
    expect(result.content[0]?.text).toContain(cursor);
    for (const lead of leads) expect(result.content[0]?.text).toContain(lead["email"]);
  });

  test("the whole top level is present, and no list item has a null", async () => {
    const { structuredContent = {} } = await client.call("list_campaigns", { limit: 3 });
    expect(Object.keys(structuredContent).sort()).toEqual([
      "campaigns",
      "count",
      "error",
      "next_starting_after",
      "success",
    ]);
    expect(JSON.stringify(structuredContent["campaigns"])).not.toContain("null");
  });
});
