import type { ActionName } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, describe, expect, test } from "vitest";
import { actionCases } from "../contract/action-cases.ts";
import { allowAll } from "./support/allow-all.ts";
import type { McpClient } from "./support/mcp-clients.ts";
import { connectV1, connectV2 } from "./support/mcp-clients.ts";
import type { HttpMcp } from "./support/mcp-command.ts";
import { startHttpMcp } from "./support/mcp-command.ts";

// All tools, called by the official clients of both SDKs over both transports, on the embedded sandbox.

const ajv = new Ajv2020({ strict: false });
const args = ["--sandbox", ...allowAll];
const servers: HttpMcp[] = [];
const clients: McpClient[] = [];

afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await Promise.all(servers.map((server) => server.stop()));
});

async function overHttp(flags: readonly string[]): Promise<string> {
  const server = await startHttpMcp([...args, ...flags]);
  servers.push(server);
  return server.url;
}

type Data = Readonly<Record<string, unknown>>;

const first = (data: Data, list: string): Data => (data[list] as Data[])[0] ?? {};
const schedule = {
  schedules: [
    { name: "Office", timing: { from: "09:00", to: "17:00" }, days: { "1": true }, timezone: "Europe/Belgrade" },
  ],
};

/** Calls every tool once, in an order in which each has what it needs. Returns the results by name. */
async function callEverything(call: (name: ActionName, input: Data) => Promise<Data>): Promise<void> {
  const mail = first(await call("list_emails", { limit: 5, campaign_id: undefined }), "emails");
  const campaigns = await call("list_campaigns", {});
  const campaign = first(campaigns, "campaigns")["id"];
  const lead = first(await call("list_leads", { campaign, limit: 10 }), "leads");
  await call("get_lead", { lead_id: lead["id"] });
  await call("list_lead_lists", { limit: 3 });
  const list = await call("create_lead_list", { name: "Berlin founders" });
  await call("create_lead", { email: "ines@harbour.example.com", list_id: list["id"], first_name: "Ines" });
  await call("update_lead_interest_status", { lead_email: lead["email"], interest_value: 1, campaign_id: campaign });
  const draft = await call("create_campaign", { name: "Clinics, spring", campaign_schedule: schedule });
  const variants = [{ subject: "Hello", body: "Hi {{firstName}}" }];
  await call("patch_campaign", {
    campaign_id: draft["id"],
    email_list: ["mara@outreach.example.com"],
    sequences: [{ steps: [{ type: "email", delay: 0, variants }] }],
  });
  await call("create_lead", { email: "kofi@harbour.example.com", campaign: draft["id"] });
  await call("activate_campaign", { campaign_id: draft["id"] });
  await call("reply_to_email", {
    reply_to_uuid: mail["id"],
    eaccount: mail["eaccount"],
    subject: "Re: hello",
    body_text: "Thank you, Tuesday works.",
  });
  await call("delete_leads", { list_id: list["id"], limit: 5 });
}

describe.each<[string, () => Promise<McpClient>, "person" | "two-step"]>([
  ["SDK v2 over stdio", () => connectV2({ args }, () => "accept"), "person"],
  ["SDK v1 over stdio", () => connectV1({ args }, () => "accept"), "person"],
  ["SDK v2 over HTTP", async () => connectV2({ url: await overHttp([]) }, () => "accept"), "person"],
  [
    "SDK v1 over HTTP, which cannot be asked",
    async () => connectV1({ url: await overHttp(["--confirm", "two-step"]) }),
    "two-step",
  ],
])("%s", (_, connect, confirm) => {
  test("every tool succeeds, with a result that is valid against its output schema", async () => {
    const client = await connect();
    clients.push(client);
    const tools = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(Object.keys(actions));
    const schemas = new Map(tools.map(({ name, outputSchema }) => [name, ajv.compile(outputSchema ?? {})]));
    const called = new Set<string>();
    const checked = (name: ActionName, data: Data) => {
      expect([name, schemas.get(name)?.(data)]).toEqual([name, true]);
      const validated = actions[name].outputSchema["~standard"].validate(data);
      expect([name, validated]).toEqual([name, expect.not.objectContaining({ issues: expect.anything() })]);
      called.add(name);
      return data;
    };
    await callEverything(async (name, input) => {
      let result = await client.call(name, input);
      const text = result.content[0]?.text ?? "";
      const token = /confirmation_token[^\n]*:\n(\S+)/.exec(text)?.[1];
      if (token !== undefined) {
        expect(confirm).toBe("two-step");
        result = await client.call(name, { ...input, confirmation_token: token });
      }
      expect([name, result.isError ?? false, result.content[0]?.text]).toEqual([name, false, expect.any(String)]);
      const data = result.structuredContent ?? {};
      expect(data["success"]).toBe(true);
      return checked(name, data);
    });
    // Actions that were added later, with the input of their test row, which may name what the sandbox does not have.
    for (const { name, input } of Object.values(actionCases).filter((one) => !called.has(one.name))) {
      checked(name as ActionName, (await client.call(name, input)).structuredContent ?? {});
    }
    expect([...called].sort()).toEqual(Object.keys(actions).sort());
  });
});
