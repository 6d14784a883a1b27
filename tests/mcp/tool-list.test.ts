import type { ActionName } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { describeTools } from "../../packages/mcp/src/tools/describe-tools.ts";
import { allowAll } from "./support/allow-all.ts";
import type { ListedTool } from "./support/mcp-clients.ts";
import { connectV2 } from "./support/mcp-clients.ts";

const all = Object.keys(actions) as ActionName[];
const reading = all.filter((name) => actions[name].effect === "read");

async function listed(...flags: string[]): Promise<readonly ListedTool[]> {
  const client = await connectV2({ args: ["--sandbox", ...flags] });
  try {
    return await client.listTools();
  } finally {
    await client.close();
  }
}

const size = (tools: unknown): number => Buffer.byteLength(JSON.stringify({ tools }));

describe("tools/list", () => {
  test("by default has the tools that only read, in at most 12 kB", async () => {
    const tools = await listed();
    expect(tools.map(({ name }) => name)).toEqual(reading);
    expect(size(tools)).toBeLessThanOrEqual(12_000);
  });

  // On average, so that a further action does not fail it: 24 kB for the first 13.
  test("has all tools in at most 1,846 bytes each, also with confirmation tokens", async () => {
    for (const flags of [[], ["--confirm", "two-step"]]) {
      const tools = await listed(...allowAll, ...flags);
      expect(tools.map(({ name }) => name)).toEqual(all);
      expect(size(tools) / tools.length).toBeLessThanOrEqual(1_846);
    }
  });

  test.each(["reply_to_email", "activate_campaign", "delete_leads", "create_lead"])(
    "has %s only when it is named",
    async (name) => {
      expect((await listed("--allow", name)).map((tool) => tool.name)).toEqual(
        all.filter((other) => reading.includes(other) || other === name),
      );
    },
  );

  test("a tool has a title, all four hints, an icon that needs no network, and no reference", async () => {
    for (const tool of await listed(...allowAll)) {
      expect(tool).toMatchObject({ title: expect.stringMatching(/^\w/), description: expect.stringMatching(/\.$/) });
      expect(tool.annotations).toEqual(actions[tool.name as ActionName].annotations);
      expect(tool["icons"]).toEqual([{ src: expect.stringMatching(/^data:image\/svg\+xml,<svg .*<\/svg>$/) }]);
      const text = JSON.stringify(tool);
      expect(text).not.toMatch(/\$ref|\$defs|\$schema|undefined/);
      expect(tool.inputSchema["type"]).toBe("object");
      expect(tool.outputSchema?.["type"]).toBe("object");
    }
  });

  test("the full profile has every property of every action, and no reference", async () => {
    const tools = await listed(...allowAll, "--schemas", "full");
    for (const { name, inputSchema, outputSchema } of tools) {
      const action = actions[name as ActionName];
      expect(inputSchema["properties"]).toMatchObject(action.inputSchema.properties);
      expect(Object.keys(outputSchema?.["properties"] ?? {})).toEqual(Object.keys(action.outputSchema.properties));
      expect(JSON.stringify(outputSchema)).not.toMatch(/\$ref|\$defs/);
    }
  });

  test("the lean profile has every parameter, and accepts every input that the full one accepts", async () => {
    const ajv = new Ajv2020({ strict: false });
    for (const { name, inputSchema } of await describeTools(all, { schemas: "lean", confirmsInTwoSteps: false })) {
      const action = actions[name];
      const properties = inputSchema["properties"] as Readonly<Record<string, { readonly type?: unknown }>>;
      expect(Object.keys(properties).filter((property) => property !== "fields")).toEqual(
        Object.keys(action.inputSchema.properties),
      );
      for (const [property, { type }] of Object.entries(action.inputSchema.properties)) {
        expect([name, property, properties[property]?.type]).toEqual([name, property, type]);
      }
      expect(inputSchema["required"]).toEqual(action.inputSchema.required);
      ajv.compile(inputSchema);
    }
  });

  test("what differs between deletion of some and of all leads is said", async () => {
    const [tool] = await describeTools(["delete_leads"], { schemas: "lean", confirmsInTwoSteps: false });
    expect(JSON.stringify(tool?.inputSchema)).toContain("If absent, every matching lead is deleted.");
  });
});
