import { describe, expect, test } from "vitest";
import { actionList } from "../action-list.ts";
import type { ToolOptions } from "./tool-options.ts";
import { isValidInput, selectActions } from "./tool-options.ts";

describe("selectActions", () => {
  test("selects all actions by default, and the named ones in their usual order", () => {
    expect(selectActions({})).toEqual(actionList);
    const only = ["list_emails", "get_lead", "get_lead"] as const;
    expect(selectActions({ only }).map(({ name }) => name)).toEqual(["get_lead", "list_emails"]);
    expect(selectActions({ only: [] })).toEqual([]);
  });

  test.each<[object, string, RegExp]>([
    [{ only: ["get_led"] }, "invalid_request", /no action "get_led" \(did you mean "get_lead"\?\)/],
    [{ only: ["__proto__"] }, "invalid_request", /no action "__proto__"/],
    [{ only: [5] }, "invalid_request", /must be a string/],
    [{ only: "get_lead" }, "invalid_config", /only must be an array of names of actions/],
    [{ only: null }, "invalid_config", /only must be an array/],
    [{ aprove: () => true }, "invalid_config", /"aprove" is not a known option \(did you mean "approve"\?\)/],
    [{ approvalFor: "never" }, "invalid_config", /approvalFor must be required or recommended/],
    [{ approvalFor: null }, "invalid_config", /approvalFor/],
  ])("rejects %j", (options, code, message) => {
    const select = () => selectActions(options as ToolOptions);
    expect(select).toThrow(message);
    expect(select).toThrow(expect.objectContaining({ code, outcome: "not_sent" }));
  });

  test("rejects `approve` for a host that asks a person itself", () => {
    expect(() => selectActions({ approve: () => true } as ToolOptions, [])).toThrow(/"approve" is not a known option/);
  });
});

test("isValidInput applies the rules across fields, too", () => {
  const [remove] = selectActions({ only: ["delete_leads"] });
  if (!remove) throw new Error("delete_leads");
  expect(isValidInput(remove, { list_id: "x" })).toBe(true);
  expect(isValidInput(remove, {})).toBe(false);
  expect(isValidInput(remove, null)).toBe(false);
});
