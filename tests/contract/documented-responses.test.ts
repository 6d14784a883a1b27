import { runAction } from "@modulex-instantly/actions";
import type { InstantlyClient, OperationId } from "@modulex-instantly/client";
import { isInstantlyError } from "@modulex-instantly/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SpecOperation } from "../../scripts/spec/operation-examples.ts";
import { resultProblems } from "../actions/result-problems.ts";
import type { MethodInput } from "../client/call-method.ts";
import { callMethod } from "../client/call-method.ts";
import { casesOf } from "./action-cases.ts";
import { callInputs } from "./call-inputs.ts";
import { lostFields } from "./lost-fields.ts";
import { preferring, violations } from "./preferring.ts";
import type { PrismMock } from "./prism-mock.ts";
import { startPrismMock } from "./prism-mock.ts";
import { operations, successOf } from "./spec-operations.ts";
import { testClient } from "./test-client.ts";

let prism: PrismMock;
beforeAll(async () => {
  prism = await startPrismMock();
});
afterAll(() => prism.close());

/** The tested combinations of operation, status and caller, such as `getLead 404 action`. */
const met = new Set<string>();
const waysOf = (id: string): readonly string[] => ["client", ...casesOf(id).map(() => "action")];

const codes: Readonly<Record<string, string>> = {
  "400": "bad_request",
  "401": "unauthorized",
  "402": "payment_required",
  "403": "forbidden",
  "404": "not_found",
  "429": "rate_limited",
};
function codeOf(status: string): string {
  const code = codes[status];
  if (code === undefined) throw new Error(`\`codes\` has no error code for ${status}: add that of parse-response.ts`);
  return code;
}

const call = ({ id }: SpecOperation, client: InstantlyClient, input: MethodInput) =>
  callMethod(client, id as OperationId, input);

describe.each(operations)("$id", (operation) => {
  const { id, responses } = operation;
  const successes = Object.entries(responses).filter(([status]) => status.startsWith("2"));
  const errors = Object.entries(responses).filter(([status]) => !status.startsWith("2"));

  test("has documented responses", () => {
    expect(successes.length, `${id} documents a success`).toBeGreaterThan(0);
    expect(
      errors.map(([status]) => status),
      id,
    ).toEqual(expect.arrayContaining(["401", "402", "403", "404", "429"]));
  });

  test.each(Object.entries(callInputs(operation)))("client: %s conforms to the spec", async (_, input) => {
    const preferred = preferring(`code=${successOf(operation).status}`);
    await call(operation, testClient({ baseUrl: prism.url, fetch: preferred.fetch }), input);
    expect(preferred.responses).toHaveLength(1);
    expect(violations(preferred)).toEqual([]);
  });

  test.each(casesOf(id))("$name: all of its parameters conform to the spec", async ({ name: action, input }) => {
    const preferred = preferring(`code=${successOf(operation).status}`);
    const client = testClient({ baseUrl: prism.url, fetch: preferred.fetch });
    expect(await runAction(action, input, { client })).toMatchObject({ success: true, error: null });
    expect(violations(preferred)).toEqual([]);
  });

  const named = successes.flatMap(([status, { examples }]) =>
    Object.entries(examples).map(([name, value]) => ({ status, name, value: value as Record<string, unknown> })),
  );
  describe.each(named)("responds with $status, $name", ({ status, name, value }) => {
    const prefer = `code=${status}, example=${name}`;

    test("client", async () => {
      const preferred = preferring(prefer);
      const [input = {}] = Object.values(callInputs(operation));
      const data = await call(operation, testClient({ baseUrl: prism.url, fetch: preferred.fetch }), input);
      const page = { items: value["items"], nextStartingAfter: value["next_starting_after"] };
      expect(data).toEqual(operation.isList ? page : value);
      expect(violations(preferred)).toEqual([]);
      met.add(`${id} ${status} client`);
    });

    test.each(casesOf(id))("$name", async ({ name: action, input }) => {
      const preferred = preferring(prefer);
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
      const error = await call(operation, client, input).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(isInstantlyError(error), "an InstantlyError").toBe(true);
      expect(error).toMatchObject({
        code: codeOf(status),
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

    test.each(casesOf(id))("$name", async ({ name: action, input }) => {
      const preferred = preferring(prefer);
      const client = testClient({ baseUrl: prism.url, fetch: preferred.fetch });
      const result = await runAction(action, input, { client });
      expect(result.success).toBe(false);
      const start = `${words} (${codeOf(status)}, HTTP ${status}, outcome: rejected; `;
      expect(result.error?.slice(0, start.length)).toBe(start);
      expect(resultProblems(action, result)).toEqual([]);
      expect(preferred.responses, "one request").toHaveLength(1);
      expect(violations(preferred)).toEqual([]);
      met.add(`${id} ${status} action`);
    });
  });
});

test("every documented status of every operation was tested through the client, and through its action", () => {
  const wanted = operations.flatMap(({ id, responses }) =>
    Object.keys(responses).flatMap((status) => waysOf(id).map((way) => `${id} ${status} ${way}`)),
  );
  expect([...met].sort()).toEqual(wanted.sort());
  process.stdout.write(`contract: ${operations.length} operations, ${wanted.length} tested responses\n`);
  expect(operations.length).toBeGreaterThan(0);
  // A success and five errors.
  expect(wanted.length).toBeGreaterThanOrEqual(operations.flatMap(({ id }) => waysOf(id)).length * 6);
});
