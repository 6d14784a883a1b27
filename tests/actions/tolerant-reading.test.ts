import { actions, runAction } from "@modulex-instantly/actions";
import { operations as table } from "@modulex-instantly/client";
import { describe, expect, test } from "vitest";
import { operations, successOf } from "../contract/spec-operations.ts";
import { everyAction } from "./every-action.ts";
import { resultProblems } from "./result-problems.ts";
import { stub } from "./stub.ts";

// Strict in what is sent, tolerant in what is read: no field of a response, known or not, may break a result.

/** The first example response of an action's operation. */
function exampleResponse(operation: string): Record<string, unknown> {
  const found = operations.find(({ id }) => id === operation);
  if (!found) throw new Error(`the spec has no operation ${operation}`);
  return structuredClone(successOf(found).body) as Record<string, unknown>;
}

describe.each(everyAction)("$name", ({ name, input }) => {
  const { operation } = actions[name].http;
  const response = exampleResponse(operation);
  const isList = Array.isArray(response["items"]);
  const { requires } = table[operation];
  const required = isList ? "id" : (requires ?? "id");

  async function resultOf(body: unknown) {
    const { client } = stub(() => Response.json(body));
    const result = await runAction(name, input, { client });
    expect(resultProblems(name, result)).toEqual([]);
    return result;
  }

  /** The entity in a response: the first item of a list, or the response itself. */
  const changed = (change: (entity: Record<string, unknown>) => void) => {
    const copy = structuredClone(response);
    change(isList ? ((copy["items"] as Record<string, unknown>[])[0] ?? {}) : copy);
    return copy;
  };

  test("unknown fields are dropped", async () => {
    const body = { ...changed((entity) => Object.assign(entity, { new_field: 1, __meta: {} })), another: [1] };
    expect(await resultOf(body)).toEqual(await resultOf(response));
  });

  const wrong = [null, "", "text", 7, 1.5, -1, true, [], ["x"], {}, { a: 1 }];
  test.each(wrong.map((value) => ({ value })))("every field replaced by $value", async ({ value }) => {
    const body = changed((entity) => {
      // The only field that a response to a read must have.
      for (const field of Object.keys(entity)) if (field !== required) entity[field] = value;
    });
    expect(await resultOf(body)).toMatchObject({ success: true, error: null });
  });

  test("an unknown number in a status is passed on", async () => {
    const body = changed((entity) => Object.assign(entity, { status: 4242, i_status: 4242, lt_interest_status: 4242 }));
    const hasStatus = /"(status|i_status)":/.test(JSON.stringify(actions[name].outputSchema));
    expect(JSON.stringify(await resultOf(body)).includes(":4242")).toBe(hasStatus);
  });

  test("a missing field is null", async () => {
    const result = await resultOf(
      changed((entity) => {
        for (const field of Object.keys(entity)) if (field !== required) delete entity[field];
      }),
    );
    expect(result.success).toBe(true);
  });
});

test("items that are not objects are dropped", async () => {
  const { client } = stub(() => Response.json({ items: [null, 5, { id: "a" }, "x", []] }));
  const result = await runAction("list_lead_lists", {}, { client });
  expect(result.lead_lists.map(({ id }) => id)).toEqual(["a"]);
  expect(result.next_starting_after).toBeNull();
});

test("a cursor that is not a string is an error: it would end the list silently", async () => {
  const { client } = stub(() => Response.json({ items: [{ id: "a" }], next_starting_after: 5 }));
  const result = await runAction("list_lead_lists", {}, { client });
  expect(result).toMatchObject({ success: false, lead_lists: [], next_starting_after: null });
  expect(result.error).toContain("the cursor is number, not a string");
});

test("a field with a wrong type is null, never converted", async () => {
  const lead = {
    id: "a",
    email: 5,
    status: "1",
    email_open_count: true,
    payload: [],
    lt_interest_status: 1.5,
    phone: "",
  };
  const { client } = stub(() => Response.json(lead));
  const result = await runAction("get_lead", { lead_id: "a" }, { client });
  expect(result.lead).toMatchObject({
    email: null,
    status: null,
    email_open_count: null,
    payload: null,
    lt_interest_status: null,
    phone: "",
  });
});

test("a deletion without a count is a success", async () => {
  const { client } = stub(() => Response.json({}));
  expect(await runAction("delete_leads", { list_id: "l" }, { client })).toEqual({
    success: true,
    error: null,
    count: null,
  });
});

test("a cursor that is not a string never looks like the last page, even from a client of one's own", async () => {
  for (const nextStartingAfter of [5, {}, [], true]) {
    const client = { leads: { list: async () => ({ items: [{ id: "a" }], nextStartingAfter }) } } as never;
    expect((await runAction("list_leads", {}, { client })).error).toMatch(/the result of the client cannot be read/);
  }
});
