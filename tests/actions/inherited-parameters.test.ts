import { actions, runAction } from "@modulex-instantly/actions";
import { describe, expect, test } from "vitest";
import { everyAction } from "./every-action.ts";
import { resultFaults } from "./result-faults.ts";
import { stub } from "./stub.ts";

// Inputs are copied, and a copy holds what is an input's own. A parameter that can be read but not copied would be lost:
// a deletion without its `ids` is a deletion of the whole list.

class Selection {
  list_id = "l";
  get ids() {
    return ["lead-1"];
  }
}

const lossy: readonly (readonly [string, (input: object, field: string, value: unknown) => object])[] = [
  [
    "a getter of its class",
    (input, field, value) => Object.assign(Object.create({}, { [field]: { get: () => value } }), input),
  ],
  ["inherited", (input, field, value) => Object.assign(Object.create({ [field]: value }), input)],
  ["hidden", (input, field, value) => Object.defineProperty({ ...input }, field, { value })],
  [
    "only there when it is read",
    (input, field, value) =>
      new Proxy({ ...input }, { get: (target, name) => (name === field ? value : Reflect.get(target, name)) }),
  ],
];

describe.each(everyAction)("$name", ({ name, input }) => {
  test.each(lossy)("a parameter that is %s is refused by its name", async (_, made) => {
    for (const [field, value] of Object.entries(input)) {
      const { [field]: _value, ...rest } = input;
      const { client, requests } = stub();
      const result = await runAction(name, made(rest, field, value) as object, { client });
      expect(resultFaults(name, result)).toEqual([]);
      expect(result.error, field).toMatch(new RegExp(`plain object: ${field} is inherited or hidden.*invalid_request`));
      expect(requests(), "nothing is sent").toBe(0);
    }
  });

  test("the validator says so, too", () => {
    const [field = ""] = Object.keys(actions[name].inputSchema.properties);
    const { issues } = actions[name].inputSchema["~standard"].validate(Object.create({ [field]: 1 })) as {
      readonly issues: readonly { readonly message: string }[];
    };
    expect(issues.map(({ message }) => message).join()).toContain(field);
  });
});

test("a class with a getter deletes nothing, and its own properties and methods are no fault", async () => {
  const { client, requests } = stub(() => Response.json({ items: [], count: 1 }));
  const { success, error } = await runAction("delete_leads", new Selection() as object, { client });
  expect({ success, error }).toMatchObject({ success: false, error: expect.stringContaining("ids") });
  expect(requests()).toBe(0);
  class Lookup {
    limit = 5;
    describe() {
      return "five";
    }
  }
  expect(await runAction("list_leads", new Lookup() as object, { client })).toMatchObject({ success: true });
});
