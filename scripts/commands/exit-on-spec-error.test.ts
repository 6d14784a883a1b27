import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { root, withSpecCopy } from "../../tests/spec/spec-copy.ts";
import { explainFault } from "./exit-on-spec-error.ts";

// Programs are started here; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 });

test("a broken spec ends a command with its fault and without a stack trace", async () => {
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

test("a fault of the generator itself keeps its stack", () => {
  const fault = new TypeError("found is undefined");
  expect(() => explainFault(fault)).toThrow(fault);
});
