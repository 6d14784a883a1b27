import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createTestSandbox, step } from "../tests/test-sandbox.ts";

/** Everything that can be seen after the same calls. */
async function story(seed: number | string): Promise<{ text: string; outbox: string; keys: string }> {
  const api = createTestSandbox({ seed });
  const list = await api.createLeadList("Clinics");
  await api.createLead({ list_id: list.id, email: "zoe@example.com" });
  const { id } = await api.createCampaign({ random_wait_max: 30, sequences: [{ steps: [step(1, "One"), step(0)] }] });
  for (const word of ["reply+interested", "bounce", "ada", "out-of-office"]) {
    await api.createLead({ campaign: id, email: `${word}@example.com` });
  }
  api.sandbox.generateLeads({ count: 5, campaign: id });
  await api.activateCampaign(id);
  api.sandbox.advance("1h");
  api.sandbox.runUntilIdle();
  const [mail] = (await api.listEmails("?email_type=received")).items;
  const reply = { reply_to_uuid: mail?.id, eaccount: mail?.eaccount, subject: "Re", body: { text: "Hi" } };
  await api.request("POST /emails/reply", reply);
  const seen = [
    await api.listLeads({ limit: 100 }),
    await api.listCampaigns(),
    await api.listEmails("?limit=100"),
    await api.listLeadLists(),
  ];
  const { full } = api.sandbox.keys;
  return {
    text: JSON.stringify([seen, api.sandbox.snapshot(), api.sandbox.journal(), api.sandbox.now()]),
    outbox: JSON.stringify(api.sandbox.outbox()),
    keys: JSON.stringify([full, api.sandbox.workspaces]),
  };
}

test("runs with the same seed and the same calls are identical to the last byte", async () => {
  expect(await story(7)).toEqual(await story(7));
  expect(await story("a name")).toEqual(await story("a name"));
});

test("another seed results in other ids, keys and delays", async () => {
  const [one, other] = [await story(7), await story(8)];
  expect(other.outbox).not.toBe(one.outbox);
  expect(other.keys).not.toBe(one.keys);
  const ids = (text: string): string[] => text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f-]{21}/g) ?? [];
  const seen = new Set(ids(one.text));
  expect(seen.size).toBeGreaterThan(30);
  expect(ids(other.text).filter((id) => seen.has(id))).toEqual([]);
});

test("after a reset the same calls have the same results", async () => {
  const api = createTestSandbox();
  const first = [
    await api.createLead({ email: "ada@example.com" }),
    await api.createCampaign(),
    await api.createLeadList("Clinics"),
  ];
  api.sandbox.advance("3d");
  api.sandbox.reset();
  expect([
    await api.createLead({ email: "ada@example.com" }),
    await api.createCampaign(),
    await api.createLeadList("Clinics"),
  ]).toEqual(first);
});

test("the result does not depend on the size of the clock steps", async () => {
  const told = async (steps: number): Promise<string> => {
    const api = createTestSandbox();
    api.sandbox.load("outreach");
    const [campaign] = (await api.listCampaigns()).items;
    await api.activateCampaign(campaign?.id ?? "");
    for (let turn = 0; turn < steps; turn += 1) api.sandbox.advance(`${96 / steps}h`);
    return JSON.stringify([api.sandbox.outbox(), await api.listLeads({ limit: 100 })]);
  };
  const [atOnce, hourly] = [await told(1), await told(96)];
  expect(hourly).toBe(atOnce);
});

/** A program that tells a story over a socket, in a process of its own, and prints what can be seen of it. */
const program = `
import { startSandbox } from ${JSON.stringify(new URL("start-sandbox.ts", import.meta.url).href)};
const sandbox = await startSandbox({ seed: "far away" });
const call = async (method, path, body) => {
  const headers = { authorization: "Bearer " + sandbox.keys.full };
  if (body !== undefined) headers["content-type"] = "application/json";
  const response = await fetch(sandbox.url + path, { method, headers, body: body && JSON.stringify(body) });
  return response.json();
};
await call("POST", "/_sandbox/state", { scenario: "outreach" });
const { items: [campaign] } = await call("GET", "/api/v2/campaigns");
await call("PATCH", "/api/v2/campaigns/" + campaign.id, { random_wait_max: 20 });
await call("POST", "/api/v2/campaigns/" + campaign.id + "/activate");
await call("POST", "/_sandbox/clock", { set: "2026-09-10T09:00" });
console.log(JSON.stringify(await call("POST", "/_sandbox/state", { snapshot: true })));
await sandbox.close();
`;

test("a socket, another process and another time zone change nothing", async () => {
  const api = createTestSandbox({ seed: "far away" });
  api.sandbox.load("outreach");
  const [campaign] = (await api.listCampaigns()).items;
  await api.request(`PATCH /campaigns/${campaign?.id}`, { random_wait_max: 20 });
  await api.activateCampaign(campaign?.id ?? "");
  api.sandbox.setClock("2026-09-10T09:00");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", program],
    { env: { ...process.env, TZ: "Pacific/Auckland" } },
  );
  expect(JSON.parse(stdout)).toEqual({ snapshot: api.sandbox.snapshot() });
  expect(api.sandbox.outbox().length).toBeGreaterThan(8);
});
