import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { InstantlyClient, OperationId } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { LoggedRequestDetail, RequestLogPage, RunningSandbox } from "@modulex-instantly/sandbox";
import type { Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { clientMethods } from "../../packages/inspector/src/log/client-methods.ts";
import { callMethod } from "../client/call-method.ts";
import { operationIds, operationRows } from "../operations.ts";
import { openInspector } from "./open-inspector.ts";

const run = promisify(execFile);
const folder = mkdtempSync(path.join(tmpdir(), "copied-"));
mkdirSync(path.join(folder, "node_modules/@modulex-instantly"), { recursive: true });
symlinkSync(
  path.resolve(import.meta.dirname, "../../packages/client"),
  path.join(folder, "node_modules/@modulex-instantly/client"),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hostile = `it's "$HOME" \`touch ${folder}/ran\` $(touch ${folder}/ran) \\ \\n !! %41 {a,b} ü 😀 \u202e\u2028 \n\t </script>`;
const schedule = { name: "Days", timing: { from: "09:00", to: "17:00" }, days: { 1: true }, timezone: "Etc/GMT+12" };

interface Ids {
  readonly lead: string;
  readonly campaign: string;
  readonly draft: string;
  readonly email: string;
  readonly list: string;
  readonly account: string;
}

type Call = (client: InstantlyClient, ids: Ids) => Promise<unknown>;

/** Calls of operations, most of them with a text that must not be changed on the way. */
const calls: Readonly<Record<string, Call>> = {
  createLead: ({ leads }, { campaign }) =>
    leads.create({
      email: "@kestrel'sx@example.com".replace("@", ""),
      campaign,
      first_name: "@/etc/passwd",
      personalization: hostile,
      custom_variables: { "a 'b'": hostile, list: true },
    }),
  bulkDeleteLeads: ({ leads }, { campaign, lead }) => leads.deleteMany({ campaign_id: campaign, ids: [lead] }),
  listLeads: ({ leads }, { campaign }) => leads.list({ campaign, limit: 3, search: `a'b "$x"` }),
  updateLeadInterestStatus: ({ leads }, { campaign }) =>
    leads.updateInterestStatus({
      lead_email: "reply+interested@brightlane.example.com",
      interest_value: null,
      campaign_id: campaign,
    }),
  getLead: ({ leads }, { lead }) => leads.get(lead),
  listCampaign: ({ campaigns }) => campaigns.list({ limit: 2, search: "a&b=c d+e%'\"$(x)ü" }),
  createCampaign: ({ campaigns }) =>
    campaigns.create({
      name: hostile,
      campaign_schedule: { schedules: [schedule] },
      sequences: [{ steps: [{ type: "email", delay: 1, variants: [{ subject: hostile, body: hostile.repeat(20) }] }] }],
    } as Parameters<typeof campaigns.create>[0]),
  patchCampaign: ({ campaigns }, { draft }) => campaigns.update(draft, { name: hostile, daily_limit: 7 }),
  activateCampaign: ({ campaigns }, { draft }) => campaigns.activate(draft),
  listEmail: ({ emails }) => emails.list({ limit: 2, is_unread: true, search: "5" }),
  replyToEmail: ({ emails }, { email, account }) =>
    emails.reply({
      reply_to_uuid: email,
      eaccount: account,
      subject: hostile,
      body: { html: `<p>${hostile}</p>`.repeat(10), text: "@file" },
    }),
  listLeadList: ({ leadLists }) => leadLists.list({ limit: 1 }),
  createLeadList: ({ leadLists }) => leadLists.create({ name: `@${hostile}` }),
};

/** The call of an operation that is not listed: with the input of the test table, on an object of its resource. */
function plainCall(id: OperationId): Call {
  const { input, method } = operationRows[id];
  const hasId = operationRows[id].id !== undefined;
  return (client, { lead, draft, email, list }) => {
    const objects: Readonly<Record<string, string>> = { leads: lead, campaigns: draft, emails: email, leadLists: list };
    const object = objects[method.split(".")[0] ?? ""] ?? "";
    return callMethod(client, id, { ...(hasId && { id: object }), ...(input && { input }) });
  };
}

async function log(sandbox: RunningSandbox): Promise<RequestLogPage["requests"]> {
  const response = await fetch(`${sandbox.url}/_sandbox/log`);
  return ((await response.json()) as RequestLogPage).requests;
}

/** Runs a copied command as a person would who pastes it: too long for an argument of a shell is no problem. */
function runShell(text: string, env: NodeJS.ProcessEnv): Promise<{ readonly stdout: string }> {
  const file = path.join(folder, "copied.sh");
  writeFileSync(file, text);
  return run("bash", ["-eu", file], { env, cwd: folder });
}

/** What the log says about the last request, without what differs each time. */
async function lastRequest(sandbox: RunningSandbox): Promise<object> {
  const [last] = await log(sandbox);
  const response = await fetch(`${sandbox.url}/_sandbox/log/${last?.number}`);
  const {
    operation,
    method,
    path: target,
    status,
    effects,
    key,
    sent,
    workspace,
    ...others
  } = (await response.json()) as LoggedRequestDetail;
  expect(others.responseBody).not.toBeNull();
  return { operation, method, target, status, effects, key, workspace, query: sent?.query, body: sent?.body };
}

/** Presses a button that copies, and returns what the clipboard got. */
async function copied(page: Page, name: string): Promise<string> {
  const before = await page.evaluate(() => (window as unknown as { copies: string[] }).copies.length);
  await page.getByRole("button", { name, exact: true }).click();
  const read = () => page.evaluate((at) => (window as unknown as { copies: string[] }).copies[at] ?? "", before);
  await expect.poll(read).not.toBe("");
  return read();
}

async function idsOf({ url, keys }: RunningSandbox, client: InstantlyClient): Promise<Ids> {
  const { items: campaigns } = await client.campaigns.list();
  const { items: lists } = await client.leadLists.list();
  const { items: leads } = await client.leads.list({ campaign: campaigns[0]?.id ?? "" });
  const response = await fetch(`${url}/api/v2/emails?email_type=received`, {
    headers: { authorization: `Bearer ${keys.full}` },
  });
  const { items: emails } = (await response.json()) as { items: { id: string; eaccount: string }[] };
  const draft = await client.campaigns.create({
    name: "Draft",
    campaign_schedule: { schedules: [schedule] },
    email_list: ["mara@outreach.example.com"],
    sequences: [{ steps: [{ type: "email", delay: 1, variants: [{ subject: "s", body: "b" }] }] }],
  } as Parameters<typeof client.campaigns.create>[0]);
  return {
    lead: leads[0]?.id ?? "",
    campaign: campaigns[0]?.id ?? "",
    draft: draft.id,
    email: emails[0]?.id ?? "",
    list: lists[0]?.id ?? "",
    account: emails[0]?.eaccount ?? "",
  };
}

it("the table of client methods is that of the client, for every operation", () => {
  const methods = Object.fromEntries(Object.entries(clientMethods).map(([id, [method]]) => [id, method]));
  expect(methods, "packages/inspector/src/log/client-methods.ts").toEqual(
    Object.fromEntries(operationIds.map((id) => [id, operationRows[id].method])),
  );
  for (const id of operationIds) {
    const parameters: readonly string[] = clientMethods[id]?.slice(1) ?? [];
    expect([id, parameters.includes("id")]).toEqual([id, operationRows[id].id !== undefined]);
  }
});

it("copies every operation as curl and as client code, which do the same again", { timeout: 120_000 }, async () => {
  const { page, sandbox, show } = await openInspector({ scenario: "replies" });
  await page.addInitScript(() => {
    const copies: string[] = [];
    Object.assign(window, { copies });
    navigator.clipboard.writeText = async (text) => void copies.push(text);
  });
  const client = createInstantlyClient({ apiKey: sandbox.keys.full, baseUrl: sandbox.url });
  const ids = await idsOf(sandbox, client);
  const state = sandbox.snapshot();
  await show("/?view=log");
  const env = { ...process.env, INSTANTLY_API_KEY: sandbox.keys.full };
  for (const id of operationIds) {
    sandbox.restore(state);
    await (calls[id] ?? plainCall(id))(client, ids).catch((cause: Error) => {
      throw new Error(`${id} needs a call of its own in tests/inspector/log-copy.test.ts: ${cause.message}`);
    });
    const original = await lastRequest(sandbox);
    const outcome = sandbox.snapshot();
    expect(original).toMatchObject({ operation: id, key: "full" });
    expect([200, 202]).toContain((original as { status: number }).status);
    const [entry] = await log(sandbox);
    await page.locator(`[data-request="${entry?.number}"]`).click();
    const curl = await copied(page, "Copy as curl");
    const code = await copied(page, "Copy as client code");
    expect(curl).toContain(`export INSTANTLY_BASE_URL='${sandbox.url}'`);
    expect(code).toContain(`instantly.${clientMethods[id]?.[0]}(`);
    expect(curl + code).not.toContain(sandbox.keys.full);

    sandbox.restore(state);
    const { stdout } = await runShell(curl, env);
    expect(JSON.parse(stdout)).not.toHaveProperty("error");
    expect([id, "curl", await lastRequest(sandbox)]).toEqual([id, "curl", original]);
    expect([id, "curl", sandbox.snapshot() === outcome]).toEqual([id, "curl", true]);

    sandbox.restore(state);
    const file = path.join(folder, `${id}.mjs`);
    writeFileSync(file, code);
    await run(process.execPath, [file], { env });
    expect([id, "client", await lastRequest(sandbox)]).toEqual([id, "client", original]);
    expect([id, "client", sandbox.snapshot() === outcome]).toEqual([id, "client", true]);
  }
  await expect(run("ls", [path.join(folder, "ran")])).rejects.toThrow("No such file");
});

it("copies a request for another workspace, one without a key, one to an unknown route, and a long one", async () => {
  const { page, sandbox, show } = await openInspector();
  const { full } = sandbox.keys;
  const headers = { authorization: `Bearer ${full}`, "content-type": "application/json" };
  const workspace = { "x-as-workspace": sandbox.workspaces.sub };
  const lead = { email: "ada@example.com", personalization: "ü'".repeat(50_000) };
  await fetch(`${sandbox.url}/api/v2/leads`, {
    method: "POST",
    headers: { ...headers, ...workspace },
    body: JSON.stringify(lead),
  });
  await fetch(`${sandbox.url}/api/v2/campaigns?limit=500`);
  await fetch(`${sandbox.url}/api/v2/accounts/a%20b%27s`, { method: "DELETE", headers });
  const env = { ...process.env, INSTANTLY_API_KEY: full };
  for (const number of [1, 2, 3]) {
    await show(`/?view=log&request=${number}`);
    const curl = await page.getByTestId("curl").textContent();
    const code = await page.getByTestId("client-code").textContent();
    const detail = async (of: number): Promise<object> => {
      const response = await fetch(`${sandbox.url}/_sandbox/log/${of}`);
      const { operation, method, path: target, status, key, sent } = (await response.json()) as LoggedRequestDetail;
      return { operation, method, target, status, key, sent, workspace: (await log(sandbox))[0]?.workspace };
    };
    const last = async (): Promise<object> => detail((await log(sandbox))[0]?.number ?? 0);
    await runShell(curl ?? "", env);
    const repeated = await last();
    expect(repeated).toMatchObject(await detail(number));
    const file = path.join(folder, `other-${number}.mjs`);
    writeFileSync(file, code ?? "");
    // The client refuses the limit of the second one, and throws for the status of the third.
    const result = await run(process.execPath, [file], { env }).catch((error: Error) => error);
    if (number !== 2) expect(await last()).toEqual(repeated);
    expect(result instanceof Error).toBe(number !== 1);
  }
});
