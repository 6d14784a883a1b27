import { expect, test } from "vitest";
import { readArguments, USAGE } from "./read-arguments.ts";
import { ScaffoldError } from "./scaffold-error.ts";

const path = "/api/v2/campaigns/{id}";

test("the method may be in lower case, and an action is written unless refused", () => {
  const defaults = { method: "GET", path, withAction: true, root: undefined };
  expect(readArguments(["get", path])).toEqual({ ...defaults, document: expect.stringMatching(/^https:/) });
  expect(readArguments(["GET", path, "--document", "a.json", "--no-action"])).toEqual({
    ...defaults,
    document: "a.json",
    withAction: false,
  });
  expect(readArguments(["GET", path, "--action"]).withAction).toBe(true);
});

test.each<[string[], string]>([
  [[], `expected a METHOD and a PATH, found neither\n${USAGE}`],
  [["GET"], "expected a METHOD and a PATH, found GET"],
  [["GET", path, "x"], "expected one METHOD and one PATH, found also x"],
  [["GTE", path], "METHOD: expected one of GET, POST, PATCH, DELETE, found GTE; did you mean GET?"],
  [["PATCHH", path], "METHOD: expected one of GET, POST, PATCH, DELETE, found PATCHH; did you mean PATCH?"],
  [[path, "GET"], `METHOD: expected one of GET, POST, PATCH, DELETE, found ${path}; the METHOD comes before the PATH`],
  [["GET", "campaigns"], "PATH: expected a path such as /api/v2/campaigns/{id}, found campaigns"],
  [["GET", "https://api.instantly.ai/api/v2/campaigns"], "PATH: expected a path such as"],
  [["GET", "/api/v2/campaigns?limit=1"], "PATH: expected a path such as"],
  [["GET", path, "--document", ""], "--document: expected a file or a URL, found nothing"],
  [["GET", path, "--document"], "--document"],
  [["GET", path, "--documnet", "x"], "--documnet"],
  [["GET", path, "--action=yes"], "--action"],
])("%j is refused", (given, message) => {
  expect(() => readArguments(given)).toThrow(ScaffoldError);
  expect(() => readArguments(given)).toThrow(message);
});
