import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { root, withSpecCopy } from "../../tests/spec/spec-copy.ts";
import { exitOnSpecError } from "./exit-on-spec-error.ts";

// Starts processes, which is slow on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

test("a broken spec ends a command with its error and without a stack trace", async () => {
  const edits = { "openapi.yaml": [["$ref: paths/lead.yaml", "$ref: paths/leed.yaml"]] } as const;
  await withSpecCopy(edits, async (directory) => {
    const command = path.join(root, "scripts/commands/check-examples.ts");
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", command, directory], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stderr).toMatch(/does not bundle\.[\s\S]*leed\.yaml/);
    expect(stderr).not.toMatch(/^ +at |Warning was generated|Deprecation/m);
    expect(status).toBe(1);
  });
});

test("a bug in the generator keeps its stack trace", () => {
  const bug = new TypeError("found is undefined");
  expect(() => exitOnSpecError(bug)).toThrow(bug);
});
