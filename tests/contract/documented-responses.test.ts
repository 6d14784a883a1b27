import { runAction } from "@modulex-instantly/actions";
import type { InstantlyClient, OperationId } from "@modulex-instantly/client";
import { isInstantlyError } from "@modulex-instantly/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SpecOperation } from "../../scripts/spec/operation-examples.ts";
import { resultProblems } from "../actions/result-problems.ts";
import type { MethodInput } from "../client/call-method.ts";
import { callMethod } from "../client/call-method.ts";
import { operationRows } from "../operations.ts";
import { actionCases } from "./action-cases.ts";
import { callInputs } from "./call-inputs.ts";
import { lostFields } from "./lost-fields.ts";
import { preferring, violations } from "./preferring.ts";
import type { PrismMock } from "./prism-mock.ts";
import { startPrismMock } from "./prism-mock.ts";
import { operations } from "./spec-operations.ts";
import { testClient } from "./test-client.ts";

let prism: PrismMock;
beforeAll(async () => {
  prism = await startPrismMock();
});
afterAll(() => prism.close());

/** The tested combinations of operation, status and caller, such as `getLead 404 action`. */
const met = new Set<string>();
const ways = ["client", "action"] as const;

const codes: Readonly<Record<string, string>> = {
  "400": "bad_request",
  "401": "unauthorized",
  "402": "payment_required",
  "403": "forbidden",
  "404": "not_found",
  "429": "rate_limited",
};

function caseOf({ id }: SpecOperation) {
  const action = actionCases[id];
  if (!(id in operationRows)) throw new Error(`${id} has no row in tests/operations.ts`);
  if (!action) throw new Error(`${id} has no action case in tests/contract/action-cases.ts`);
  const call = (client: InstantlyClient, input: MethodInput) => callMethod(client, id as OperationId, input);
  return { call, action };
}

describe.each(operations)("$id", (operation) => {
  const { id, responses } = operation;
  const successes = Object.entries(responses).filter(([status]) => status.startsWith("2"));
  const errors = Object.entries(responses).filter(([status]) => !status.startsWith("2"));

  test("has a client call, an action and documented responses", () => {
    expect(() => caseOf(operation)).not.toThrow();
    expect(successes.length, `${id} documents a success`).toBeGreaterThan(0);
    expect(
      errors.map(([status]) => status),
      id,
    ).toEqual(expect.arrayContaining(["401", "402", "403", "404", "429"]));
  });

  test.each(Object.entries(callInputs(operation)))("client: %s conforms to the spec", async (_, input) => {
    const prism200 = preferring("code=200");
    await caseOf(operation).call(testClient({ baseUrl: prism.url, fetch: prism200.fetch }), input);
    expect(prism200.responses).toHaveLength(1);
    expect(violations(prism200)).toEqual([]);
  });

  test("action: all of its parameters conform to the spec", async () => {
    const { action, input } = caseOf(operation).action;
    const prism200 = preferring("code=200");
    const client = testClient({ baseUrl: prism.url, fetch: prism200.fetch });
    expect(await runAction(action, input, { client })).toMatchObject({ success: true, error: null });
    expect(violations(prism200)).toEqual([]);
  });

  const named = successes.flatMap(([status, { examples }]) =>
    Object.entries(examples).map(([name, value]) => ({ status, name, value: value as Record<string, unknown> })),
  );
  describe.each(named)("responds with $status, $name", ({ status, name, value }) => {
    const prefer = `code=${status}, example=${name}`;

    test("client", async () => {
      const preferred = preferring(prefer);
      const [input = {}] = Object.values(callInputs(operation));
      const data = await caseOf(operation).call(testClient({ baseUrl: prism.url, fetch: preferred.fetch }), input);
      const page = { items: value["items"], nextStartingAfter: value["next_starting_after"] };
      expect(data).toEqual(operation.isList ? page : value);
      expect(violations(preferred)).toEqual([]);
      met.add(`${id} ${status} client`);
    });

    test("action", async () => {
      const preferred = preferring(prefer);
      const { action, input } = caseOf(operation).action;
      const client = testClient({ baseUrl: prism.url, fetch: preferred.fetch });
      const result = await runAction(action, input, { client });
      expect(result).toMatchObject({ success: true, error: null });
      expect(resultProblems(action, result)).toEqual([]);
      expect(lostFields(action, result, value)).toEqual([]);
      expect(violations(preferred)).toEqual([]);
      met.add(`${id} ${status} action`);
    });
  });

  const documentedErrors = errors.flatMap(([status, { examples }]) =>
    Object.entries(examples).map(([name, value]) => ({ status, name, value: value as Record<string, unknown> })),
  );
  describe.each(documentedErrors)("responds with $status, $name", ({ status, name, value }) => {
    const prefer = `code=${status}, example=${name}`;
    const words = String(value["message"] ?? value["error"]);

    test("client", async () => {
      const preferred = preferring(prefer);
      const [input = {}] = Object.values(callInputs(operation));
      const client = testClient({ baseUrl: prism.url, fetch: preferred.fetch });
      const error = await caseOf(operation)
        .call(client, input)
        .then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
      expect(isInstantlyError(error), "an InstantlyError").toBe(true);
      expect(error).toMatchObject({
        code: codes[status],
        status: Number(status),
        outcome: "rejected",
        apiMessage: words,
        operation: id,
        method: operation.method,
        pathTemplate: operation.path,
        retryable: status === "429",
        attempts: 1,
      });
      expect(violations(preferred)).toEqual([]);
      met.add(`${id} ${status} client`);
    });

    test("action", async () => {
      const preferred = preferring(prefer);
      const { action, input } = caseOf(operation).action;
      const client = testClient({ baseUrl: prism.url, fetch: preferred.fetch });
      const result = await runAction(action, input, { client });
      expect(result.success).toBe(false);
      const start = `${words} (${codes[status]}, HTTP ${status}, outcome: rejected; `;
      expect(result.error?.slice(0, start.length)).toBe(start);
      expect(resultProblems(action, result)).toEqual([]);
      expect(preferred.responses, "one request").toHaveLength(1);
      expect(violations(preferred)).toEqual([]);
      met.add(`${id} ${status} action`);
    });
  });
});

test("every documented status of every operation was tested through client and action", () => {
  const wanted = operations.flatMap(({ id, responses }) =>
    Object.keys(responses).flatMap((status) => ways.map((way) => `${id} ${status} ${way}`)),
  );
  expect([...met].sort()).toEqual(wanted.sort());
  const cells = wanted.length / ways.length;
  process.stdout.write(
    `contract: ${operations.length} operations, ${cells} documented responses, each through ${ways.join(" and ")}\n`,
  );
  expect(operations).toHaveLength(13);
  expect(cells).toBeGreaterThanOrEqual(13 * 6);
});
