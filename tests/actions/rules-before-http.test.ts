import type { ActionInputs } from "@modulex-instantly/actions";
import { actions, runAction } from "@modulex-instantly/actions";
import { describe, expect, test } from "vitest";
import { actionCases } from "../contract/action-cases.ts";
import { anySuccess } from "../operations.ts";
import { resultProblems } from "./result-problems.ts";
import { stub } from "./stub.ts";

// The API has rules across fields. If a violation can only fail or do harm, the action rejects the input and sends
// nothing.

const reply = { eaccount: "a@b.example", reply_to_uuid: "u", subject: "s" };

async function run<Name extends keyof ActionInputs>(name: Name, input: ActionInputs[Name]) {
  const { client, requests } = stub(() => Response.json({ ...anySuccess, count: 1 }));
  const result = await runAction(name, input, { client });
  expect(resultProblems(name, result)).toEqual([]);
  return { error: result.error, requests: requests() };
}

describe("delete_leads", () => {
  test.each([{}, { ids: ["l"] }, { limit: 1 }, { campaign_id: "", list_id: " " }, { status: -1, limit: 5 }])(
    "%j has neither a campaign nor a list",
    async (input) => {
      const { error, requests } = await run("delete_leads", input);
      expect(error).toMatch(/^delete_leads: campaign_id or list_id is required /);
      expect(requests).toBe(0);
    },
  );

  test("an empty list of ids would mean every lead", async () => {
    const { error, requests } = await run("delete_leads", { campaign_id: "c", ids: [] });
    expect(error).toMatch(/^delete_leads: ids must name at least one lead/);
    expect(requests).toBe(0);
  });

  test.each([{ campaign_id: "c" }, { list_id: "l" }, { campaign_id: "c", list_id: "l", ids: ["x"] }])(
    "%j is sent",
    async (input) => {
      expect(await run("delete_leads", input)).toEqual({ error: null, requests: 1 });
    },
  );
});

describe("create_lead", () => {
  test.each([
    [{ campaign: "c", first_name: "Ines" }, "email is required when campaign is given"],
    [{ campaign: "c", email: " " }, "email is required when campaign is given"],
    [{ list_id: "l", email: "", last_name: " " }, "email, first_name or last_name is required when list_id is given"],
    [{ list_id: "l", company_name: "x" }, "email, first_name or last_name is required when list_id is given"],
  ])("%j is rejected", async (input, message) => {
    const { error, requests } = await run("create_lead", input);
    expect(error).toContain(`create_lead: ${message}`);
    expect(requests).toBe(0);
  });

  test.each([
    { campaign: "c", email: "a@b.example" },
    { list_id: "l", first_name: "Ines" },
    { list_id: "l", last_name: "Duarte" },
    { list_id: "l", email: "a@b.example" },
    { company_name: "Harbourlight" },
  ])("%j is sent", async (input) => {
    expect(await run("create_lead", input)).toEqual({ error: null, requests: 1 });
  });
});

describe("reply_to_email", () => {
  test.each([{}, { body_text: "" }, { body_text: " \n" }, { body_html: "" }])(
    "%j would be an empty email",
    async (body) => {
      const { error, requests } = await run("reply_to_email", { ...reply, ...body });
      expect(error).toMatch(/^reply_to_email: body_text or body_html is required /);
      expect(requests).toBe(0);
    },
  );

  test.each([{ body_text: "x" }, { body_html: "<p>x</p>" }, { body_text: "", body_html: "x" }])(
    "%j is sent",
    async (body) => {
      expect(await run("reply_to_email", { ...reply, ...body })).toEqual({ error: null, requests: 1 });
    },
  );
});

describe("patch_campaign", () => {
  test("a patch needs a field to change", async () => {
    const { error, requests } = await run("patch_campaign", { campaign_id: "c" });
    expect(error).toMatch(/^patch_campaign: at least one field to change is required besides campaign_id /);
    expect(requests).toBe(0);
  });

  test.each([{ name: "x" }, { daily_limit: 0 }, { open_tracking: false }])("%j is a change", async (change) => {
    expect(await run("patch_campaign", { campaign_id: "c", ...change })).toEqual({ error: null, requests: 1 });
  });
});

const rejects = Object.values(actionCases).flatMap((each) =>
  each.rejects.map(([input, message]) => ({ name: each.name, input, message })),
);

test.each(rejects)("$name rejects $input", async ({ name, input, message }) => {
  const { error, requests } = await run(name, input as never);
  expect(error).toMatch(message);
  expect(error).toContain("outcome: not_sent; do not retry)");
  expect(requests).toBe(0);
});

describe("ids in the path", () => {
  /** Each action with an id in its path: the input for the id, and the others. */
  const ways = Object.values(actionCases).flatMap(({ name, input, sent }) => {
    const { path } = actions[name].http;
    const id = sent.target.split(/[/?]/)[path.split("/").indexOf("{id}")];
    const [field, ...more] = Object.keys(input).filter((each) => Reflect.get(input, each) === id);
    if (!path.includes("{id}")) return [];
    if (field === undefined || more.length > 0) throw new Error(`${name}: one input must be the id ${id} of its path`);
    const { [field]: _, ...others } = input as Readonly<Record<string, unknown>>;
    return [[name, field, others] as const];
  });

  test("are those of the contract and others", () => {
    expect(ways.map(([name]) => name)).toEqual(
      expect.arrayContaining(["get_lead", "activate_campaign", "patch_campaign"]),
    );
  });

  test.each(ways)("%s rejects a %s that would reach another route", async (name, field, others) => {
    for (const id of [
      "",
      " ",
      "..",
      ".",
      "a/b",
      "a?b",
      "a#b",
      "../campaigns",
      "%2e%2e",
      "a\\b",
      "é",
      "x".repeat(129),
    ]) {
      const { client, requests } = stub();
      const result = await runAction(name, { ...others, [field]: id } as never, { client });
      expect(result.error, id).toMatch(new RegExp(`^${name}: ${field} must `));
      expect(result.error, id).toContain("(invalid_request, outcome: not_sent; do not retry)");
      expect(requests(), id).toBe(0);
    }
  });

  test.each(ways)("%s accepts a %s that is not a UUID, and trims it", async (name, field, others) => {
    const { client, requests } = stub(() => Response.json(anySuccess));
    for (const id of ["lead-1", " 42 ", "a.b", "a@b.example"]) {
      const input = { ...others, [field]: id };
      expect((await runAction(name, input as never, { client })).error, id).toBeNull();
    }
    expect(requests()).toBe(4);
  });
});

describe("time zones", () => {
  const withZone = (timezone: string) => ({
    name: "n",
    campaign_schedule: {
      schedules: [{ name: "w", timing: { from: "09:00", to: "17:00" }, days: { "1": true }, timezone }],
    },
  });
  const errorOf = async (zone: string) => {
    const { error, requests } = await run("create_campaign", withZone(zone) as ActionInputs["create_campaign"]);
    expect(requests).toBe(zone === "America/Detroit" ? 1 : 0);
    return error;
  };

  test.each([
    ["America/New_York", 'use "America/Detroit", which has the same clock all year'],
    ["Europe/London", 'use "Europe/Isle_of_Man"'],
    ["Europe/Berlin", 'use "Europe/Belgrade"'],
    ["UTC", 'use "Africa/Abidjan"'],
    ["America/Los_Angeles", 'the nearest is "America/Dawson", which differs for a part of the year'],
    ["America/Detriot", '(did you mean "America/Detroit"?)'],
    ["Mars/Olympus_Mons", "it takes one of 102 values"],
  ])("%s is not accepted, and the error suggests another", async (zone, advice) => {
    expect(await errorOf(zone)).toContain(`campaign_schedule.schedules[0].timezone "${zone}" is not accepted`);
    expect(await errorOf(zone)).toContain(advice);
  });

  test("an accepted one is sent", async () => {
    expect(await errorOf("America/Detroit")).toBeNull();
  });
});

describe("values that the API accepts are sent:", () => {
  test.each([
    ["a custom interest label", "update_lead_interest_status", { lead_email: "a@b.example", interest_value: 12345 }],
    ["an unknown lead status", "delete_leads", { campaign_id: "c", status: 77 }],
    ["an unknown campaign status", "list_campaigns", { status: 42 }],
    ["an unknown enrichment status", "list_leads", { enrichment_status: -9 }],
    ["an unknown email status", "list_emails", { i_status: 4711 }],
    ["ids that are not UUIDs", "list_leads", { campaign: "c-1", list_id: "l_2", ids: ["x"], contacts: ["no address"] }],
    ["a cursor that is a timestamp", "list_lead_lists", { starting_after: "2026-09-01T08:30:00.000Z" }],
    ["an interest status of a new lead", "create_lead", { email: "a@b.example", lt_interest_status: 900 }],
    ["an empty input", "list_leads", {}],
  ])("%s", async (_, name, input) => {
    const { client, requests } = stub(() => Response.json({ items: [] }));
    expect(await runAction(name, input, { client })).toMatchObject({ success: true, error: null });
    expect(requests()).toBe(1);
  });
});
