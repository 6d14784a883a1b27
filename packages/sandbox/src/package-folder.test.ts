import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { packageFolder } from "./package-folder.ts";

test("is the folder of the package, and leaves the settings of stack traces as they are", () => {
  const { prepareStackTrace, stackTraceLimit } = Error;
  const { name } = JSON.parse(readFileSync(path.join(packageFolder(), "package.json"), "utf8")) as { name: string };
  expect(name).toBe("@modulex-instantly/sandbox");
  expect(existsSync(path.join(packageFolder(), "scenarios"))).toBe(true);
  expect([Error.prepareStackTrace, Error.stackTraceLimit]).toEqual([prepareStackTrace, stackTraceLimit]);
});
