import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import { createSandbox } from "../create-sandbox.ts";
import { builtInScenarios } from "./built-in-scenarios.gen.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "sandbox-scenario-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

type File = `${string}.yaml`;

/** Writes a scenario file and returns its path. */
function written(text: string): File {
  const file = path.join(folder, `mine-${Math.random().toString(36).slice(2)}.yaml`) as File;
  writeFileSync(file, text);
  return file;
}

const campaign = `
campaigns:
  - name: Mine
    campaign_schedule:
      schedules:
        - name: Always
          timing: { from: "00:00", to: "23:59" }
          days: { 0: true, 1: true, 2: true, 3: true, 4: true, 5: true, 6: true }
          timezone: Africa/Abidjan
    email_list: [mara@outreach.example.com]
    sequences:
      - steps:
          - { type: email, delay: 1, variants: [{ subject: Hello, body: Hi }] }
          - { type: email, delay: 1, variants: [{ subject: "", body: Again }] }
`;

const whole = `
title: Replies in two languages
${campaign}
    activate: true
    generated_leads: 3
    leads:
      - { email: Lena@brightlane.example.com, first_name: Lena }
      - { email: jonas@feldwerk.example.com }
      - { email: reply@kestrel.example.com }
lead_lists: [Clinics]
leads:
  - { email: bo@kestrel.example.com, list: Clinics }
replies:
  - { from: lena@brightlane.example.com, after: 3h, text: "Klingt gut!", language: de, interest: interested }
  - { from: jonas@feldwerk.example.com, step: 2, subject: Later, interest: not-interested, language: fr }
  - { from: jonas@feldwerk.example.com, automatic: true, after: 5m }
  - { from: reply@kestrel.example.com, after: 2d, text: "The script wins over the address" }
`;

describe("a scenario file", () => {
  test("has campaigns, leads and lists, and replies with who, when, text and language", async () => {
    const api = createTestSandbox({ scenario: written(whole) });
    expect((await api.listLeads({ limit: 100 })).items).toHaveLength(7);
    const [list] = (await api.listLeadLists()).items;
    expect((await api.listLeads({ list_id: list?.id })).items).toMatchObject([{ email: "bo@kestrel.example.com" }]);
    const restored = createTestSandbox();
    restored.sandbox.restore(api.sandbox.snapshot());
    for (const each of [api, restored]) {
      each.sandbox.runUntilIdle();
      const outbox = each.sandbox.outbox();
      const { items } = await each.listEmails("?email_type=received&sort_order=asc");
      const sentAt = (to: string, place: string): number =>
        Date.parse(outbox.find((mail) => mail.to[0] === to && mail.step === place)?.at ?? "");
      const seen = items.map((email) => [
        email.from_address_email,
        email.subject,
        email.body?.text,
        email.i_status,
        email.is_auto_reply,
      ]);
      expect(seen).toEqual([
        ["jonas@feldwerk.example.com", "Automatic reply: Hello", expect.stringContaining("out of the office"), 0, 1],
        ["Lena@brightlane.example.com", "Re: Hello", "Klingt gut!", 1, 0],
        ["jonas@feldwerk.example.com", "Automatic reply: Hello", expect.anything(), 0, 1],
        ["jonas@feldwerk.example.com", "Later", "Merci, mais ce n'est pas pour nous.", -1, 0],
        ["reply@kestrel.example.com", "Re: Hello", "The script wins over the address", undefined, 0],
      ]);
      const after = (index: number, to: string, place: string): number =>
        Math.round((Date.parse(items[index]?.timestamp_created ?? "") - sentAt(to, place)) / 60_000);
      expect([
        after(0, "jonas@feldwerk.example.com", "0_0_0"),
        after(1, "Lena@brightlane.example.com", "0_0_0"),
      ]).toEqual([5, 180]);
      expect(after(4, "reply@kestrel.example.com", "0_0_0")).toBe(2 * 24 * 60);
    }
  });

  test("is what a reset returns to, also when the file has changed", () => {
    const file = written(whole);
    const sandbox = createSandbox({ scenario: file });
    const before = sandbox.snapshot();
    sandbox.runUntilIdle();
    rmSync(file);
    sandbox.reset();
    expect(sandbox.snapshot()).toBe(before);
    expect(() => sandbox.load(file)).toThrow(/cannot be read: ENOENT/);
    expect(sandbox.snapshot()).toBe(before);
  });

  test("can be JSON, and is loaded by a control route as text but never from a path", async () => {
    const api = createTestSandbox();
    const text = JSON.stringify({ title: "One list", lead_lists: ["Clinics"] });
    const loaded = await api.request("POST /_sandbox/scenarios", { text });
    expect(loaded).toMatchObject({ status: 200, body: { workspaces: [{ lead_lists: 1 }, {}] } });
    const before = api.sandbox.snapshot();
    for (const scenario of ["/etc/passwd", "./mine.yaml", written(whole)]) {
      const refused = await api.request("POST /_sandbox/state", { scenario });
      expect([refused.status, refused.body["message"]]).toEqual([
        400,
        expect.stringMatching(/^scenario: expected one of empty, outreach/),
      ]);
    }
    const wrong = await api.request("POST /_sandbox/scenarios", { text: "title: x\nlead_list: []\n" });
    expect(wrong.body["message"]).toBe('text:2: lead_list: is unknown; did you mean "lead_lists"?');
    expect((await api.request("POST /_sandbox/scenarios", { text: 7 })).status).toBe(400);
    expect(api.sandbox.snapshot()).toBe(before);
    const file = written(whole);
    const started = createTestSandbox({ scenario: file });
    expect((await started.request("GET /_sandbox/scenarios")).body["scenarios"]).toContainEqual({
      name: file,
      title: "Replies in two languages",
    });
    expect((await started.request("POST /_sandbox/state", { scenario: file })).status).toBe(200);
  });

  test.each<[what: string, text: string, message: RegExp]>([
    ["an unknown key", "title: x\ncampaing: []", /:2: campaing: is unknown; did you mean "campaigns"\?$/],
    [
      "an unknown field of a campaign",
      `title: x${campaign}    daily_limt: 3`,
      /:15: campaigns\[0\]\.daily_limt: is unknown; did you mean "daily_limit"\?$/,
    ],
    [
      "an unknown nested key",
      `title: x${campaign}`.replace("subject: Hello", "subjekt: Hello, subject: x"),
      /:13: campaigns\[0\]\.sequences\[0\]\.steps\[0\]\.variants\[0\]\.subjekt: is unknown; did you mean "subject"\?$/,
    ],
    [
      "a wrong value",
      `title: x${campaign}    daily_limit: many`,
      /:15: campaigns\[0\]\.daily_limit: must be number,null$/,
    ],
    [
      "a missing field",
      "title: x\ncampaigns:\n  - email_list: []",
      /:3: campaigns\[0\]: must have required property 'name'$/,
    ],
    [
      "a time zone that the API does not accept",
      `title: x${campaign}`.replace("Africa/Abidjan", "Europe/London"),
      /timezone: must be .*; use "Europe\/Isle_of_Man", which has the same local time as "Europe\/London"$/,
    ],
    [
      "a time zone with a typo that the API does not accept",
      `title: x${campaign}`.replace("Africa/Abidjan", "Asia/Tokoy"),
      /timezone: must be .*; use "Asia\/Chita", which has the same local time as "Asia\/Tokyo"$/,
    ],
    [
      "a time zone that nothing resembles",
      `title: x${campaign}`.replace("Africa/Abidjan", "Mars/Base"),
      /timezone: must be equal to one of the allowed values$/,
    ],
    [
      "a time zone with a typo",
      `title: x${campaign}`.replace("Africa/Abidjan", "Africa/Abijan"),
      /:9: campaigns\[0\]\.campaign_schedule\.schedules\[0\]\.timezone: must be equal to one of the allowed values; did you mean "Africa\/Abidjan"\?$/,
    ],
    [
      "an unknown field of a lead",
      `title: x${campaign}    leads:\n      - { email: a@b.example.com, firstname: A }`,
      /:16: campaigns\[0\]\.leads\[0\]\.firstname: is unknown; did you mean "first_name"\?$/,
    ],
    ["no title", "lead_lists: []", /:1: title: expected a text, found nothing$/],
    ["a list that is none", "title: x\nlead_lists: Clinics", /:2: lead_lists: expected a list, found "Clinics"$/],
    [
      "a list that does not exist",
      "title: x\nlead_lists: [Clinics]\nleads:\n  - { email: a@b.example.com, list: Clinic }",
      /:4: leads\[0\]\.list: there is no list "Clinic" before it; did you mean "Clinics"\?$/,
    ],
    [
      "a reply of nobody",
      "title: x\nreplies:\n  - { text: Hi }",
      /:3: replies\[0\]\.from: expected the address of a recipient, found nothing$/,
    ],
    [
      "a wrong time",
      "title: x\nreplies:\n  - from: a@b.example.com\n    after: soon",
      /:4: replies\[0\]\.after: expected a duration such as "3d"/,
    ],
    [
      "a wrong step",
      "title: x\nreplies:\n  - from: a@b.example.com\n    step: 0",
      /:4: replies\[0\]\.step: expected a whole number from 1 to 100, found 0$/,
    ],
    [
      "a wrong interest",
      "title: x\nreplies:\n  - from: a@b.example.com\n    interest: intrested",
      /:4: replies\[0\]\.interest: expected one of .*did you mean "interested"\?$/,
    ],
    [
      "a language without texts",
      "title: x\nreplies:\n  - from: a@b.example.com\n    language: ja",
      /:4: replies\[0\]\.language: "ja" needs a text/,
    ],
    ["a clock that goes back", "title: x\nadvance: -3d", /:2: advance: expected a duration/],
    ["no YAML", "title: [", /mine-\w+\.yaml:1: .+/],
    ["a key twice", "title: x\ntitle: y", /:2: Map keys must be unique/],
    ["a list at the top", "- title: x", /:1: the scenario: expected an object with title, lead_lists/],
    ["nothing", "", /mine-\w+\.yaml.*: the scenario: expected an object with title/],
    [
      "too many leads",
      `title: x${campaign}    generated_leads: 3000000`,
      /:15: campaigns\[0\]\.generated_leads: expected a whole number from 1 to 2000000/,
    ],
    [
      "an entity bomb",
      `title: x\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c]\nlead_lists: [*d,*d,*d]`,
      /mine-\w+\.yaml: Excessive alias count/,
    ],
  ])("with %s is refused with its line", (_, text, message) => {
    expect(() => createSandbox({ scenario: written(text) })).toThrow(message);
  });
});

describe("the built-in scenarios", () => {
  const files = path.resolve(import.meta.dirname, "../../scenarios");

  test("are files like any other", () => {
    const names = readdirSync(files).map((name) => path.parse(name).name);
    expect(names.sort()).toEqual(Object.keys(builtInScenarios).sort());
    for (const name of names as (keyof typeof builtInScenarios)[]) {
      const file = path.join(files, `${name}.yaml`) as File;
      expect(parse(readFileSync(file, "utf8"))).toEqual(builtInScenarios[name]);
      expect(createSandbox({ scenario: file }).snapshot()).toBe(createSandbox({ scenario: name }).snapshot());
    }
  });
});
