import type { ActionName } from "@modulex-instantly/actions";
import { actions, bindActions, getAction, runAction } from "@modulex-instantly/actions";
import { isInstantlyError } from "@modulex-instantly/client";
import { expect, test } from "vitest";
import { anySuccess } from "../operations.ts";
import { everyAction } from "./every-action.ts";
import { stub } from "./stub.ts";

test("getAction finds every action by its name", () => {
  for (const { name } of everyAction) expect(getAction(name)).toBe(actions[name]);
});

const all = `; the actions are ${everyAction.map(({ name }) => name).join(", ")}`;

test.each([
  ["get_led", '"get_led" (did you mean "get_lead"?)'],
  ["LIST_LEADS", '"LIST_LEADS" (did you mean "list_leads"?)'],
  ["send_pigeon", `"send_pigeon"${all}`],
  ["update_campaign", `"update_campaign"${all}`],
  ["pause_campaign", `"pause_campaign"${all}`],
  ["functions.list_leads", '"functions.list_leads" (did you mean "list_leads"?)'],
  ["mcp__instantly__get_lead", '"mcp__instantly__get_lead" (did you mean "get_lead"?)'],
  ["listLeads", '"listLeads" (did you mean "list_leads"?)'],
  ["", `""${all}`],
  ["constructor", `"constructor"${all}`],
  ["__proto__", `"__proto__"${all}`],
  ["toString", `"toString"${all}`],
])("the unknown action %j: getAction throws, runAction returns an error", async (name, said) => {
  const thrown = (() => {
    try {
      return getAction(name as ActionName);
    } catch (error) {
      return error;
    }
  })();
  expect(isInstantlyError(thrown, "invalid_request")).toBe(true);
  expect((thrown as Error).message).toBe(`There is no action ${said}`);
  const { client, requests } = stub();
  expect(await runAction(name, {}, { client })).toEqual({ success: false, error: `There is no action ${said}` });
  expect(requests()).toBe(0);
});

test("a name that is not a string is an unknown action, too", async () => {
  const hostile = {
    toString() {
      throw new Error("boom");
    },
  };
  const names = [
    undefined,
    null,
    5,
    {},
    Symbol("x"),
    ["get_lead"],
    hostile,
    Object.create(null),
    new String("get_lead"),
  ];
  for (const name of names) {
    const { success, error } = await runAction(name as unknown as string, {}, {});
    expect(success).toBe(false);
    expect(error).toMatch(/^The name of an action must be a string, received [^\n]+$/);
    expect(() => getAction(name as unknown as ActionName)).toThrow(/^The name of an action must be a string/);
  }
});

test("bindActions binds every action to one context", async () => {
  const { client, requests } = stub(() => Response.json({ ...anySuccess, count: 3 }));
  const bound = bindActions({ client });
  expect(Object.keys(bound)).toEqual(Object.keys(actions));
  for (const { name, input } of everyAction) {
    expect(await bound[name](input as never), name).toMatchObject({ success: true, error: null });
  }
  expect(requests()).toBe(everyAction.length);
  expect(await bound.delete_leads({ campaign_id: "c" })).toEqual({ success: true, error: null, count: 3 });
});

test("run, runAction and a bound action are the same", async () => {
  const { client } = stub(() => Response.json({ count: 3 }));
  const input = { campaign_id: "c" };
  const wanted = { success: true, error: null, count: 3 };
  expect(await actions.delete_leads.run(input, { client })).toEqual(wanted);
  expect(await runAction("delete_leads", input, { client })).toEqual(wanted);
  const { run } = actions.delete_leads;
  expect(await run(input, { client }), "run does not use this").toEqual(wanted);
});

test("a key in the context creates a new client", async () => {
  const { fetch, requests } = stub(() => Response.json({ count: 1 }));
  await runAction("delete_leads", { campaign_id: "c" }, { apiKey: "a-key", fetch, baseUrl: "https://example.com" });
  expect(requests()).toBe(1);
});
