import type { ActionName } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import { describe, expect, test } from "vitest";
import { everyAction } from "./every-action.ts";
import { isPromised } from "./seed-contract/broken-promises.ts";
import { sentFor } from "./sent-for.ts";

const withOptional = everyAction.flatMap(({ name, input }) =>
  optionalOf(name).map((field) => ({ name, field, input })),
);

test.each(withOptional)("$name: null for $field is treated as absent", async ({ name, field, input }) => {
  const { [field]: _, ...without } = input;
  const wanted = await sentFor(name, without);
  expect(await sentFor(name, { ...input, [field]: null })).toEqual(wanted);
  // An undefined selector of a deletion is a mistake that would delete more: `{ list_id, ids: undefined }`.
  const rejected = `${name}: ${field} must not be undefined: leave it out or give it a value (`;
  expect(await sentFor(name, { ...input, [field]: undefined })).toEqual(
    actions[name].effect === "delete" ? expect.stringContaining(rejected) : wanted,
  );
});

test("104 parameters of the contract minus the required ones were tested", () => {
  expect(withOptional.filter(({ name }) => isPromised(name))).toHaveLength(104 - 10);
});

function optionalOf(name: ActionName): string[] {
  const { properties, required = [] } = actions[name].inputSchema;
  return Object.keys(properties).filter((field) => !required.includes(field));
}

describe.each(everyAction)("$name", ({ name, input }) => {
  const optional = optionalOf(name);
  const { required = [] } = actions[name].inputSchema;

  test("null for every optional field sends only required ones, or names the violated rule", async () => {
    const least = Object.fromEntries(Object.entries(input).filter(([field]) => required.includes(field)));
    const nulls = Object.fromEntries(optional.map((field) => [field, null]));
    expect(await sentFor(name, { ...least, ...nulls })).toEqual(await sentFor(name, least));
  });

  test("the given input is not changed", async () => {
    const given = {
      ...structuredClone(input),
      ...Object.fromEntries(optional.slice(0, 1).map((field) => [field, null])),
    };
    const copy = structuredClone(given);
    const sent = await sentFor(name, given);
    expect(given).toEqual(copy);
    expect(await sentFor(name, deepFrozen(given)), "a frozen input is accepted").toEqual(sent);
  });
});

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) deepFrozen(inner);
    Object.freeze(value);
  }
  return value;
}

test("interest_value: absent and null both send null, which resets to a plain lead; 0 is sent as 0", async () => {
  const url = "https://api.instantly.ai/api/v2/leads/update-interest-status";
  const sent = (interest_value: number | null) => [
    { method: "POST", url, body: { lead_email: "a@b.example", interest_value } },
  ];
  const input = { lead_email: "a@b.example" };
  expect(await sentFor("update_lead_interest_status", input)).toEqual(sent(null));
  expect(await sentFor("update_lead_interest_status", { ...input, interest_value: null })).toEqual(sent(null));
  expect(await sentFor("update_lead_interest_status", { ...input, interest_value: 0 })).toEqual(sent(0));
});

test("a null custom variable is kept as a value", async () => {
  const sent = await sentFor("create_lead", { email: "a@b.example", custom_variables: { region: null } });
  expect(sent).toEqual([
    expect.objectContaining({ body: { email: "a@b.example", custom_variables: { region: null } } }),
  ]);
});
