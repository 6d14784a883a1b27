import type { ActionName } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actionCases } from "../contract/action-cases.ts";
import { injectedFaults } from "../support/injected-faults.ts";
import { allowAll } from "./support/allow-all.ts";
import type { McpClient } from "./support/mcp-clients.ts";
import { connectV1 } from "./support/mcp-clients.ts";
import type { HttpMcp } from "./support/mcp-command.ts";
import { startHttpMcp } from "./support/mcp-command.ts";

// Every tool meets every fault, with a client of SDK v1: it validates the structured content of
// failures, too. Whatever happens, the model gets a result that satisfies the output schema.

let sandbox: RunningSandbox;
const servers: HttpMcp[] = [];
const schemas = new Map<string, ReturnType<Ajv2020["compile"]>>();

beforeAll(async () => {
  sandbox = await startSandbox({ limits: "off" });
  const env = { INSTANTLY_BASE_URL: sandbox.url };
  for (const profile of ["lean", "full"]) {
    servers.push(await startHttpMcp([...allowAll, "--confirm", "off", "--schemas", profile], env));
  }
  const ajv = new Ajv2020({ strict: false });
  const client = await connectV1({ url: servers[1]?.url ?? "", headers: keyHeaders(0) });
  for (const { name, outputSchema } of await client.listTools()) schemas.set(name, ajv.compile(outputSchema ?? {}));
  await client.close();
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await sandbox.close();
});

/**
 * Every fault has a key of its own, because the retries of a key share its limit of 20 lists of emails a minute. The
 * sandbox derives a key from its scopes.
 */
function keyHeaders(index: number): Record<string, string> {
  return { "x-instantly-api-key": sandbox.keys.withScopes(...Array<string>(index + 1).fill("all:all")) };
}

/** Different for every fault, because an equal call returns the first outcome. */
function inputFor(name: ActionName, index: number): Record<string, unknown> {
  const { input = {} } = Object.values(actionCases).find((one) => one.name === name) ?? {};
  const marks: Readonly<Record<string, Record<string, unknown>>> = {
    reply_to_email: { subject: `Re: ${index}` },
    create_lead: { first_name: `Ines ${index}` },
    create_lead_list: { name: `List ${index}` },
    create_campaign: { name: `Campaign ${index}` },
    patch_campaign: { name: `Campaign ${index}` },
    delete_leads: { limit: index + 1 },
    update_lead_interest_status: { lead_email: `ines+${index}@example.com` },
    activate_campaign: { campaign_id: `b8cc96b1-db3c-4fbb-a266-52a8cd168${String(index).padStart(3, "0")}` },
  };
  return { ...input, ...marks[name] };
}

const names = Object.keys(actions) as ActionName[];

describe("every tool meets", () => {
  test.each(injectedFaults)(
    "%s",
    async (what, fault) => {
      const index = injectedFaults.findIndex(([other]) => other === what);
      sandbox.clearFaults();
      for (const name of names) sandbox.plan({ operation: name, times: 100, fault });
      const client = await connectV1({ url: servers[index % 2]?.url ?? "", headers: keyHeaders(index + 1) });
      await client.listTools();
      await Promise.all(names.map((name) => checkFault(client, name, index)));
      await client.close();
    },
    60_000,
  );
});

async function checkFault(client: McpClient, name: ActionName, index: number): Promise<void> {
  const input = inputFor(name, index);
  const { content, structuredContent = {}, isError } = await client.call(name, input);
  const text = content[0]?.text ?? "";
  expect([name, structuredContent["success"], isError, text]).toEqual([name, false, true, structuredContent["error"]]);
  expect(text).toMatch(/^[^\n]+ outcome: (not_sent|rejected|unknown|applied_unverified|none)[^\n]+$/);
  expect([name, schemas.get(name)?.(structuredContent), schemas.get(name)?.errors]).toEqual([name, true, null]);
  const { effect, http } = actions[name];
  if (effect !== "send" || !/outcome: (unknown|applied_unverified)/.test(text)) return;
  const requests = (): number =>
    sandbox.journal().entries.filter(({ operation }) => operation === http.operation).length;
  const before = requests();
  const again = await client.call(name, input);
  expect([name, again.structuredContent?.["success"], requests()]).toEqual([name, false, before]);
}
