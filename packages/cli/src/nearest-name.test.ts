import { expect, test } from "vitest";
import { mistypedCommand, nearestName } from "./nearest-name.ts";

const filters = ["active", "interested", "not-interested", "closed", "lost", "unsubscribed", "no-show", "link-clicked"];

test.each([
  ["activ", "active"],
  ["intrested", "interested"],
  ["lsot", "lost"],
  ["noshow", "no-show"],
  ["clicked", "link-clicked"],
  ["not interested", "not-interested"],
  ["hot", undefined],
  ["inactive", undefined],
  ["uninterested", "not-interested"],
  ["subscribed", undefined],
  ["", undefined],
])("the filter nearest to %j is %j, never one that means the opposite", (given, nearest) => {
  expect(nearestName(given, filters)).toBe(nearest);
});

test.each([
  ["lsit", ["list", "get"], "list"],
  ["gte", ["list", "get"], "get"],
  ["page", ["name"], undefined],
])("%s among %j is %s", (given, known, nearest) => {
  expect(nearestName(given, known)).toBe(nearest);
});

test.each([
  ["update", undefined],
  ["pause", undefined],
  ["creat", "create"],
  ["leadlist", "lead-lists"],
  ["lst", "list"],
])("the command %s means %s", (given, meant) => {
  expect(mistypedCommand(given, ["list", "create", "patch", "activate", "lead-lists"])).toBe(meant);
});
