import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

test("Turborepo says nothing about telemetry, also for a person who runs it for the first time", async () => {
  const home = mkdtempSync(path.join(tmpdir(), "turbo-home-"));
  const { TURBO_TELEMETRY_DISABLED: _, DO_NOT_TRACK: __, ...env } = process.env;
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ["scripts/commands/turbo.mjs", "run", "build", "--dry=json", "--filter=@modulex-instantly/types"],
      { cwd: root, env: { ...env, HOME: home, XDG_CONFIG_HOME: home } },
    );
    expect(JSON.parse(stdout)).toMatchObject({ tasks: expect.any(Array) });
    expect(stderr).not.toMatch(/telemetry/i);
  } finally {
    rmSync(home, { recursive: true });
  }
});

test("every script of the repository runs it this way", () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(path.join(root, "package.json"), "utf8"),
  );
  expect(Object.values(scripts).filter((script) => /(?<!commands\/)\bturbo /.test(script))).toEqual([]);
});
