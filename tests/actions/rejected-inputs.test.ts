import { actions, runAction } from "@modulex-instantly/actions";
import { describe, expect, test } from "vitest";
import { everyAction } from "./every-action.ts";
import { resultProblems } from "./result-problems.ts";
import { stub } from "./stub.ts";

// Invalid input is rejected before anything is sent, with a one-line error that names the field, what was expected and
// the nearest name.

const wrongValues: Readonly<Record<string, unknown>> = {
  string: 5,
  integer: "5",
  number: "5",
  boolean: "true",
  array: "a,b",
  object: ["a"],
};
const typeTexts: Readonly<Record<string, string>> = {
  string: "a string, received 5",
  integer: 'an integer, received "5"',
  number: 'a number, received "5"',
  boolean: 'a boolean, received "true"',
  array: 'an array, received "a,b"',
  object: "an object, received an array",
};

describe.each(everyAction)("$name", ({ name, input }) => {
  const { properties, required = [] } = actions[name].inputSchema;
  const fields = Object.entries(properties).map(([field, { type }]) => ({ field, type: String(type) }));

  async function rejectionOf(bad: unknown): Promise<string> {
    const { client, requests } = stub();
    const result = await runAction(name, bad as object, { client });
    expect(result.success).toBe(false);
    expect(resultProblems(name, result)).toEqual([]);
    expect(requests(), "nothing is sent").toBe(0);
    expect(result.error).toMatch(/^[^\n]+ \(invalid_request, outcome: not_sent; do not retry\)$/);
    return result.error ?? "";
  }

  test.each(fields)("$field misspelt leads to an error with the correct name", async ({ field }) => {
    const { [field]: value, ...rest } = input;
    expect(await rejectionOf({ ...rest, [`${field}_`]: value })).toContain(
      `"${field}_" is not a known parameter (did you mean "${field}"?)`,
    );
  });

  test.each(fields)("$field with a wrong type leads to an error with the expected type", async ({ field, type }) => {
    expect(await rejectionOf({ ...input, [field]: wrongValues[type] })).toContain(
      `${field} must be ${typeTexts[type]}`,
    );
  });

  test.each(fields.filter(({ type }) => type === "integer"))("$field accepts no fraction", async ({ field }) => {
    expect(await rejectionOf({ ...input, [field]: 1.5 })).toContain(`${field} must be an integer, received 1.5`);
  });

  test.each(required.map((field) => ({ field })))("$field is required", async ({ field }) => {
    const { [field]: _, ...rest } = input;
    expect(await rejectionOf(rest)).toContain(`${field} is required`);
    expect(await rejectionOf({ ...rest, [field]: null })).toContain(field);
  });

  test.each([
    { what: "a number", bad: 5 },
    { what: "a string", bad: "{}" },
    { what: "an array", bad: [] },
    { what: "a boolean", bad: true },
  ])("$what in place of the input", async ({ bad }) => {
    expect(await rejectionOf(bad)).toContain("the input must be an object");
  });

  test("all issues are reported together", async () => {
    const error = await rejectionOf({ ...input, first_fault: 1, second_fault: 2 });
    expect(error).toContain('"first_fault" is not a known parameter');
    expect(error).toContain('"second_fault" is not a known parameter');
  });

  test("no key of Object.prototype is accepted as a parameter", async () => {
    const bad = JSON.parse('{"__proto__": {"a": 1}, "constructor": 1, "toString": 1}');
    const error = await rejectionOf({ ...input, ...bad });
    expect(error).toContain('"constructor" is not a known parameter');
    expect(error).toContain('"toString" is not a known parameter');
  });
});

describe("nested fields are named with their path:", () => {
  const window = {
    name: "Office hours",
    timing: { from: "09:00", to: "17:00" },
    days: { "1": true },
    timezone: "America/Detroit",
  };

  async function rejectionOf(campaign_schedule: object): Promise<string> {
    const { client, requests } = stub();
    const { error } = await runAction("create_campaign", { name: "n", campaign_schedule } as never, { client });
    expect(requests()).toBe(0);
    return error ?? "";
  }

  test.each([
    [{}, "campaign_schedule.schedules is required"],
    [{ schedules: [] }, "campaign_schedule.schedules must not be empty"],
    [
      { schedule: [window], schedules: [window] },
      '"schedule" is not a known parameter of campaign_schedule (did you mean "schedules"?)',
    ],
    [{ schedules: [{ ...window, days: {} }] }, "campaign_schedule.schedules[0].days must not be empty"],
    [
      { schedules: [{ ...window, days: { monday: true } }] },
      '"monday" is not a known parameter of campaign_schedule.schedules[0].days: use 0 (Sunday), 1 (Monday), ',
    ],
    [
      { schedules: [{ ...window, timing: { from: "9", to: "17:00" } }] },
      "campaign_schedule.schedules[0].timing.from must match",
    ],
    [
      { schedules: [{ ...window, timezone: "America/New_York" }] },
      'campaign_schedule.schedules[0].timezone "America/New_York" is not accepted',
    ],
  ])("%j", async (schedule, message) => {
    expect(await rejectionOf(schedule)).toContain(message);
  });
});

test("errors for bounds and closed lists name the allowed values", async () => {
  const { client, requests } = stub();
  const errorOf = async (name: string, input: object) => (await runAction(name, input, { client })).error;
  expect(await errorOf("list_leads", { limit: 101 })).toContain("limit must be at most 100, received 101");
  expect(await errorOf("list_emails", { limit: 0 })).toContain("limit must be at least 1, received 0");
  expect(await errorOf("list_leads", { filter: "FILTER_VAL_CONTACTD" })).toContain(
    '(did you mean "FILTER_VAL_CONTACTED"?)',
  );
  expect(await errorOf("list_leads", { esg_code: "seven" })).toContain("use 0, 1, 2, 3, 4, all, none");
  expect(await errorOf("list_leads", { filter: 5 })).toMatch(/^list_leads: filter must be a string, received 5 \(/);
  expect(await errorOf("list_leads", { ids: ["a", null] })).toContain("ids[1] must be a string, received null");
  expect(await errorOf("create_lead", { custom_variables: { a: { b: 1 } } })).toContain("custom_variables.a must be");
  expect(requests()).toBe(0);
});
