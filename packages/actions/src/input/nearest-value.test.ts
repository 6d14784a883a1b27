import { expect, test } from "vitest";
import { cpuMs } from "../../../../tests/support/cpu-time.ts";
import { fieldRules } from "../generated/field-rules.gen.ts";
import { nearestValues } from "./nearest-value.ts";

const filters = fieldRules.list_leads["filter"]?.values ?? {};
const statuses = fieldRules.list_campaigns["status"]?.values ?? {};
const interests = fieldRules.create_lead["lt_interest_status"]?.values ?? {};
const gateways = fieldRules.list_leads["esg_code"]?.values ?? {};

test.each([
  ["FILTER_LEAD_WON", "FILTER_LEAD_CLOSED"],
  ["FILTER_LEAD_CLOSED_WON", "FILTER_LEAD_CLOSED"],
  ["FILTER_LEAD_DEAL_WON", "FILTER_LEAD_CLOSED"],
  ["FILTER_VAL_WON", "FILTER_LEAD_CLOSED"],
  ["won", "FILTER_LEAD_CLOSED"],
  ["FILTER_VAL_CONTACTD", "FILTER_VAL_CONTACTED"],
  ["filter_val_bounced", "FILTER_VAL_BOUNCED"],
  ["FILTER_CLOSED", "FILTER_LEAD_CLOSED"],
  ["FILTER_LEED_CLOSED", "FILTER_LEAD_CLOSED"],
  ["FILTER_LEAD_INTRESTED", "FILTER_LEAD_INTERESTED"],
  ["FILTER_VAL_INTERESTED", "FILTER_LEAD_INTERESTED"],
  ["FILTER_LEAD_UNINTERESTED", "FILTER_LEAD_NOT_INTERESTED"],
  ["not interested", "FILTER_LEAD_NOT_INTERESTED"],
  ["FILTER_VAL_NOT_OPENED", "FILTER_VAL_NO_OPENS"],
  ["FILTER_VAL_UNOPENED", "FILTER_VAL_NO_OPENS"],
  ["never contacted", "FILTER_VAL_NOT_CONTACTED"],
  ["FILTER_VAL_UNSUBSCRIBE", "FILTER_VAL_UNSUBSCRIBED"],
  ["FILTER_VAL_INVALID_EMAIL", "FILTER_VAL_INVALID"],
  ["FILTER_VAL_INVALD", "FILTER_VAL_INVALID"],
  ["meetingBooked", "FILTER_LEAD_MEETING_BOOKED"],
  ["FILTER_LEAD_DISINTERESTED", "FILTER_LEAD_NOT_INTERESTED"],
  ["FILTER_VAL_NOT_VALID", "FILTER_VAL_INVALID"],
  ["FILTER_LEAD_LSOT", "FILTER_LEAD_LOST"],
  ["FILTR_VL_SKIPPED", "FILTER_VAL_SKIPPED"],
  ["FILTER_LEAD_NOSHW", "FILTER_LEAD_NO_SHOW"],
])("%s means %s", (given, meant) => {
  expect(nearestValues(given, filters)).toEqual({ meant, near: [], isVariant: true });
});

test.each([
  ["FILTER_VAL_OPENED", ["FILTER_VAL_OPENED_NO_REPLY", "FILTER_VAL_NO_OPENS"]],
  ["opened", ["FILTER_VAL_OPENED_NO_REPLY", "FILTER_VAL_NO_OPENS"]],
  ["FILTER_VAL_CLICKED", ["FILTER_VAL_LINK_CLICKED"]],
  ["FILTER_VAL_NO_REPLY", ["FILTER_VAL_OPENED_NO_REPLY", "FILTER_VAL_COMPLETED_NO_REPLY", "FILTER_VAL_REPLIED"]],
  ["FILTER_VAL_UNREPLIED", ["FILTER_VAL_OPENED_NO_REPLY", "FILTER_VAL_COMPLETED_NO_REPLY", "FILTER_VAL_REPLIED"]],
  ["FILTER_LEAD_MEETING", ["FILTER_LEAD_MEETING_BOOKED", "FILTER_LEAD_MEETING_COMPLETED", "FILTER_LEAD_NO_SHOW"]],
  ["FILTER_LEAD_CLOSED_LOST", ["FILTER_LEAD_CLOSED", "FILTER_LEAD_LOST"]],
])("%s may mean %j, none of them with certainty", (given, near) => {
  expect(nearestValues(given, filters)).toEqual({ near, isVariant: true });
});

test.each([
  ["FILTER_LEAD_NOT_CLOSED", "FILTER_LEAD_CLOSED"],
  ["FILTER_LEAD_UNWON", "FILTER_LEAD_CLOSED"],
  ["FILTER_VAL_INACTIVE", "FILTER_VAL_ACTIVE"],
  ["FILTER_VAL_SUBSCRIBED", "FILTER_VAL_UNSUBSCRIBED"],
  ["not bounced", "FILTER_VAL_BOUNCED"],
])("%s is the opposite of %s, so that it is never what is meant", (given, opposite) => {
  expect(nearestValues(given, filters)).toEqual({ near: [opposite], areOpposites: true, isVariant: true });
});

test.each([
  "FILTER_VAL_PAUSED",
  "FILTER_LEAD_HOT",
  "FILTER_LEAD_MEETING_RESCHEDULED",
  "FILTER_VAL_AUTO_REPLIED",
  "FILTER_LEAD_NURTURE",
  "FILTER_VAL_STARTED",
  "FILTER_VAL_CAMPAIGN",
])("%s has a word that no known value has, so it may be a new value", (given) => {
  const { meant, isVariant } = nearestValues(given, filters);
  expect([meant, isVariant]).toEqual([undefined, false]);
});

test("every known value means itself", () => {
  for (const meanings of [filters, statuses, interests, gateways]) {
    for (const value of Object.keys(meanings)) expect(nearestValues(value, meanings).meant).toBe(value);
  }
});

test("every known filter is found behind one typo, or is among the nearest", () => {
  for (const value of Object.keys(filters)) {
    for (let at = "FILTER_".length; at < value.length; at += 1) {
      const [before, letter = "", next = "", after] = [
        value.slice(0, at),
        value[at],
        value[at + 1],
        value.slice(at + 2),
      ];
      const typos = [before + next + after, before + letter + letter + next + after, `${before}X${next}${after}`];
      for (const typo of [...typos, before + next + letter + after].filter((each) => !(each in filters))) {
        const { meant, near } = nearestValues(typo, filters);
        expect(meant === undefined ? near : [meant], typo).toContain(value);
      }
    }
  }
});

test("every known filter is found by its meaning, or is among the nearest", () => {
  for (const [value, meaning] of Object.entries(filters)) {
    const { meant, near } = nearestValues(meaning, filters);
    expect([meant, ...near], meaning).toContain(value);
  }
});

test.each([
  ["won", interests, "4"],
  ["lost", interests, "-3"],
  ["not interested", interests, "-1"],
  ["draft", statuses, "0"],
  ["Proofpoint", gateways, "3"],
])("the code of a word is found: %s", (given, meanings, code) => {
  expect(nearestValues(given, meanings).meant).toBe(code);
});

test("a text without meaningful words is near to no value", () => {
  for (const given of ["", "FILTER_VAL", "___", "😀", "\ud800"]) {
    expect(nearestValues(given, filters)).toMatchObject({ near: [] });
    expect(nearestValues(given, filters).meant).toBeUndefined();
  }
  expect(nearestValues("won", {})).toEqual({ near: [], isVariant: false });
});

test("a very long text is compared quickly", () => {
  for (const text of ["x", "FILTER_", "n't ", "un", "-"]) {
    expect(cpuMs(() => nearestValues(text.repeat(300_000), filters))).toBeLessThan(500);
  }
});
