import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { rehearse, step } from "../tests/rehearsal.ts";

/** Everything that can be seen after the same calls. */
async function story(seed: number | string): Promise<{ text: string; outbox: string; keys: string }> {
  const on = rehearse({ seed });
  const list = await on.list("Clinics");
  await on.lead({ list_id: list.id, email: "zoe@example.com" });
  const { id } = await on.campaign({ random_wait_max: 30, sequences: [{ steps: [step(1, "One"), step(0)] }] });
  for (const word of ["reply+interested", "bounce", "ada", "out-of-office"]) {
    await on.lead({ campaign: id, email: `${word}@example.com` });
  }
  on.sandbox.generateLeads({ count: 5, campaign: id });
  await on.activate(id);
  on.sandbox.advance("1h");
  on.sandbox.runUntilIdle();
  const [mail] = (await on.emails("?email_type=received")).items;
  const answer = { reply_to_uuid: mail?.id, eaccount: mail?.eaccount, subject: "Re", body: { text: "Hi" } };
  await on.ask("POST /emails/reply", answer);
  const seen = [await on.leads({ limit: 100 }), await on.campaigns(), await on.emails("?limit=100"), await on.lists()];
  const { full } = on.sandbox.keys;
  return {
    text: JSON.stringify([seen, on.sandbox.snapshot(), on.sandbox.journal(), on.sandbox.now()]),
    outbox: JSON.stringify(on.sandbox.outbox()),
    keys: JSON.stringify([full, on.sandbox.workspaces]),
  };
}

test("the same seed and the same calls tell the same story to the last byte", async () => {
  expect(await story(7)).toEqual(await story(7));
  expect(await story("a name")).toEqual(await story("a name"));
});

test("another seed gives other ids, keys and waits", async () => {
  const [one, other] = [await story(7), await story(8)];
  expect(other.outbox).not.toBe(one.outbox);
  expect(other.keys).not.toBe(one.keys);
  const ids = (text: string): string[] => text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f-]{21}/g) ?? [];
  const seen = new Set(ids(one.text));
  expect(seen.size).toBeGreaterThan(30);
  expect(ids(other.text).filter((id) => seen.has(id))).toEqual([]);
});

test("a reset tells the story from its beginning", async () => {
  const on = rehearse();
  const first = [await on.lead({ email: "ada@example.com" }), await on.campaign(), await on.list("Clinics")];
  on.sandbox.advance("3d");
  on.sandbox.reset();
  expect([await on.lead({ email: "ada@example.com" }), await on.campaign(), await on.list("Clinics")]).toEqual(first);
});

test("how far the clock is turned at once changes nothing", async () => {
  const told = async (steps: number): Promise<string> => {
    const on = rehearse();
    on.sandbox.load("outreach");
    const [campaign] = (await on.campaigns()).items;
    await on.activate(campaign?.id ?? "");
    for (let turn = 0; turn < steps; turn += 1) on.sandbox.advance(`${96 / steps}h`);
    return JSON.stringify([on.sandbox.outbox(), await on.leads({ limit: 100 })]);
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
  const answer = await fetch(sandbox.url + path, { method, headers, body: body && JSON.stringify(body) });
  return answer.json();
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
  const on = rehearse({ seed: "far away" });
  on.sandbox.load("outreach");
  const [campaign] = (await on.campaigns()).items;
  await on.ask(`PATCH /campaigns/${campaign?.id}`, { random_wait_max: 20 });
  await on.activate(campaign?.id ?? "");
  on.sandbox.setClock("2026-09-10T09:00");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", program],
    { env: { ...process.env, TZ: "Pacific/Auckland" } },
  );
  expect(JSON.parse(stdout)).toEqual({ snapshot: on.sandbox.snapshot() });
  expect(on.sandbox.outbox().length).toBeGreaterThan(8);
});
