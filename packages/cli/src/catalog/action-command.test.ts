import { campaignStatusLabels, interestStatusLabels, LeadFilter, leadStatusLabels } from "@modulex-instantly/client";
import { describe, expect, test } from "vitest";
import { listFlags } from "../flags/list-flags.ts";
import { outputFlags } from "../flags/output-flags.ts";
import { runFlags } from "../flags/run-flags.ts";
import { workspaceFlags } from "../flags/workspace-flags.ts";
import type { ActionCommand } from "./action-command.ts";
import { actionCommands } from "./action-command.ts";
import { readManifest } from "./manifest.ts";

const commands = actionCommands();
const named = (name: string): ActionCommand => {
  const found = commands.find(({ action }) => action.name === name);
  if (!found) throw new Error(`no command for ${name}`);
  return found;
};

test("every action of the manifest is a command with a name of its own", () => {
  expect(commands.map(({ action }) => action.name)).toEqual(readManifest().actions.map(({ name }) => name));
  const names = commands.map(({ group, verb }) => `${group} ${verb}`);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z-]+ [a-z-]+$/);
});

test.each([
  ["list_leads", "leads list"],
  ["get_lead", "leads get"],
  ["update_lead_interest_status", "leads update-interest-status"],
  ["patch_campaign", "campaigns patch"],
  ["activate_campaign", "campaigns activate"],
  ["reply_to_email", "emails reply"],
  ["create_lead_list", "lead-lists create"],
])("%s is typed as %s", (action, typed) => {
  const { group, verb } = named(action);
  expect(`${group} ${verb}`).toBe(typed);
});

test("two actions whose short names are the same keep their whole names", () => {
  const manifest = readManifest();
  const [first] = manifest.actions.filter(({ name }) => name === "get_lead");
  if (!first) throw new Error("there is no get_lead");
  const twice = { ...manifest, actions: [first, { ...first, name: "get_of_lead" }, { ...first, name: "get_lead_to" }] };
  expect(actionCommands(twice).map(({ verb }) => verb)).toEqual(["get", "get-of-lead", "get-lead-to"]);
});

test("no parameter has the name of a flag that commands have anyway", () => {
  const own = Object.keys({ ...workspaceFlags, ...outputFlags, ...runFlags, ...listFlags, input: 0, to: 0 });
  const clashes = commands.flatMap(({ action, parameters }) =>
    parameters.filter(({ flag }) => own.includes(flag)).map(({ flag }) => `${action.name}: ${flag}`),
  );
  expect(clashes).toEqual([]);
});

describe("the values in words", () => {
  const codes = (action: string, parameter: string) =>
    named(action).parameters.find(({ name }) => name === parameter)?.choices ?? [];

  test("are those of the constants of the client", () => {
    const firstSentences = (all: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(all).map(([code, label]) => [code, label.split(".")[0]]));
    const labels = (found: ReturnType<typeof codes>) =>
      Object.fromEntries(found.map(({ code, label }) => [code, label]));
    expect(labels(codes("update_lead_interest_status", "interest_value"))).toEqual(interestStatusLabels);
    expect(labels(codes("list_campaigns", "status"))).toEqual(firstSentences(campaignStatusLabels));
    expect(leadStatusLabels).toMatchObject(labels(codes("delete_leads", "status")));
    expect(codes("list_leads", "filter").map(({ code }) => code)).toEqual(Object.values(LeadFilter));
  });

  test("are unique and can be typed", () => {
    const all = commands.flatMap(({ parameters }) => parameters).filter(({ choices }) => choices.length > 0);
    expect(all.length).toBeGreaterThan(5);
    for (const { choices } of all) {
      const words = choices.map(({ word }) => word);
      expect(new Set(words).size).toBe(words.length);
      for (const word of words) expect(word).toMatch(/^[a-z\d]+(?:-[a-z\d]+)*$/);
    }
  });

  test("are those of every description that lists some", () => {
    for (const { action, parameters } of commands) {
      for (const { name, kind, choices } of parameters) {
        const schema = action.input_schema.properties[name] as { readonly description?: string };
        const listed = kind === "json" ? 0 : (schema.description?.match(/(?:^|\s)\S+ = /g) ?? []).length;
        expect(choices, `${action.name}.${name}`).toHaveLength(listed);
      }
    }
  });
});
