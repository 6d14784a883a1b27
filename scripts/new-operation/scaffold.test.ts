import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openTodos } from "./open-todos.ts";
import { operationProblems } from "./operation-problems.ts";
import { scaffold } from "./scaffold.ts";
import { POSTCARD, TWIN, VENDOR_WORDS, vendorNode } from "./testing/imaginary-document.ts";
import { repository, sourcesCopy, textsIn } from "./testing/sources-copy.ts";
import { TODO } from "./todo.ts";

// Each test copies the sources and bundles the spec.
vi.setConfig({ testTimeout: 60_000 });

let root: string;
beforeEach(() => {
  root = sourcesCopy();
});
afterEach(() => rmSync(root, { recursive: true }));

const read = (file: string) => readFileSync(path.join(root, file), "utf8");

describe("a read without an action", () => {
  test("is written to the spec, the client, the sandbox, the test table and a changeset", async () => {
    const { files, open } = await scaffold(root, await vendorNode(repository), { ...TWIN, withAction: false });
    expect(files).toEqual([
      ".changeset/new-operation-get-imaginary-twin.md",
      "README.md",
      "packages/client/src/resources/lead-lists.ts",
      "packages/inspector/src/log/client-methods.ts",
      "packages/sandbox/src/operations/get-imaginary-twin.ts",
      "spec/examples/get-imaginary-twin/first.yaml",
      "spec/examples/get-imaginary-twin/second.yaml",
      "spec/openapi.yaml",
      "spec/parameters/get-imaginary-twin.yaml",
      "spec/paths/lead-list-imaginary-twin.yaml",
      "tests/operations/lead-lists.ts",
    ]);
    // Nothing is left to a person in the README and for copied code: they name the method.
    const byHand = files.filter((file) => !/^(spec|packages\/inspector)\/|^README/.test(file));
    expect(byHand.length, "files besides the spec").toBeLessThanOrEqual(4);
    expect([...open.keys()]).not.toContain("tests/operations/lead-lists.ts");
    expect(read("spec/openapi.yaml")).toContain(
      "  /api/v2/lead-lists/{id}/imaginary-twin:\n    $ref: paths/lead-list-imaginary-twin.yaml\n",
    );
    expect(read("spec/paths/lead-list-imaginary-twin.yaml")).toContain("x-effect: read\n");
    expect(read("spec/paths/lead-list-imaginary-twin.yaml")).not.toContain("x-reconcile");
    expect(read("spec/paths/lead-list-imaginary-twin.yaml")).toContain(
      "x-scopes: [lead_lists:read, lead_lists:all, all:read, all:all]\n",
    );
    expect(read("packages/client/src/resources/lead-lists.ts")).toContain(
      "    imaginaryTwin: (id, options) => request(operations.getImaginaryTwin, { id }, options),\n",
    );
    expect(read("packages/sandbox/src/operations/get-imaginary-twin.ts")).toContain(
      'throw new ApiError(501, "getImaginaryTwin is not simulated yet");',
    );
    expect(read("tests/operations/lead-lists.ts")).toContain("    action: null,\n");
    expect(read("packages/inspector/src/log/client-methods.ts")).toContain(
      '  getImaginaryTwin: ["leadLists.imaginaryTwin", "id"],\n};',
    );
    expect(read("README.md")).toMatch(/`leadLists\.create`, `leadLists\.imaginaryTwin` \|$/m);
  });
});

describe("a POST with an action", () => {
  test("leaves its effect and how to find it to a person, and writes the action", async () => {
    const { files, open } = await scaffold(root, await vendorNode(repository), { ...POSTCARD, withAction: true });
    const byHand = files.filter((file) => !/^(spec\/(?!actions)|packages\/(client\/src\/index|inspector))/.test(file));
    expect(byHand).toEqual([
      ".changeset/new-operation-send-imaginary-postcard.md",
      "README.md",
      "packages/actions/src/actions/send-imaginary-postcard.ts",
      "packages/client/src/resources/emails.ts",
      "packages/sandbox/src/operations/send-imaginary-postcard.ts",
      "spec/actions/order.yaml",
      "spec/actions/send-imaginary-postcard.yaml",
      "tests/operations/emails.ts",
    ]);
    const spec = read("spec/paths/emails-imaginary-postcard.yaml");
    expect(spec).toContain(`x-effect: "${TODO}`);
    expect(spec).toContain(`x-reconcile: "${TODO}`);
    expect(spec).toContain(
      "x-scopes: [emails:create, all:all]\n  x-rate-limit:\n    requests: 30\n    windowMs: 60000\n",
    );
    expect(open.get("tests/operations/emails.ts")).toBeGreaterThan(3);
    expect(read("spec/actions/send-imaginary-postcard.yaml")).toContain("required: [greeting]");
    expect(read("spec/actions/order.yaml")).toMatch(/^- \w+_emails?\n- send_imaginary_postcard\n/m);
    const action = read("packages/actions/src/actions/send-imaginary-postcard.ts");
    expect(read("packages/inspector/src/log/client-methods.ts")).toContain(
      '  sendImaginaryPostcard: ["emails.imaginaryPostcard", "input"],\n};',
    );
    expect(action).toContain("client.emails.imaginaryPostcard(input, options)");
    expect(action, "the most careful hints").toContain('approval: "required"');
    expect(read("packages/client/src/index.ts")).toContain("  SendImaginaryPostcardInput,\n");
  });
});

test("none of the vendor's words are copied", async () => {
  await scaffold(root, await vendorNode(repository), { ...TWIN, withAction: true });
  await scaffold(root, await vendorNode(repository), { ...POSTCARD, withAction: true });
  for (const [file, text] of textsIn(root)) expect(text, file).not.toContain(VENDOR_WORDS);
});

test("the check names every TODO by file and line, and an effect that nobody has chosen", async () => {
  const before = openTodos(root);
  const { open } = await scaffold(root, await vendorNode(repository), { ...POSTCARD, withAction: true });
  const todos = openTodos(root);
  expect(todos.filter((each) => !before.includes(each))).toHaveLength(
    [...open.values()].reduce((sum, count) => sum + count, 0),
  );
  expect(todos).toContainEqual(
    expect.stringMatching(/^packages\/sandbox\/src\/operations\/send-imaginary-postcard\.ts:\d+: TODO/),
  );
  const problems = await operationProblems(root);
  expect(problems.slice(0, todos.length)).toEqual(todos);
  expect(problems).toContainEqual(expect.stringMatching(/^sendImaginaryPostcard has no effect \(found TODO/));
  expect(problems).toContainEqual(
    expect.stringMatching(/^sendImaginaryPostcard has no decision how reconcile finds it/),
  );
});
