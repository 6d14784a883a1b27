import { describe, expect, test } from "vitest";
import { createSandbox } from "../create-sandbox.ts";
import { startSandbox } from "../start-sandbox.ts";

describe("an invalid option is an error that names the option, what was expected and the nearest valid value", () => {
  test.each<[object, string | RegExp]>([
    [
      { mode: "documents" },
      'Sandbox option mode: expected one of "live", "document", found "documents"; did you mean "document"?',
    ],
    [{ clock: "fast" }, /clock: expected one of "manual", "running", found "fast"/],
    [{ limits: false }, /limits: expected one of "real", "virtual", "off", found false/],
    [{ seed: {} }, "Sandbox option seed: expected a number or a string, found {}"],
    [{ start: "soon" }, /start: expected an ISO 8601 time such as .*, found "soon"/],
    [{ start: "1960-01-01" }, /start: expected an ISO 8601 time such as .*, not before 1970, found "1960-01-01"/],
    [{ bodyLimit: 0 }, "Sandbox option bodyLimit: expected a whole number from 1, found 0"],
    [{ accounts: "mara@outreach.example.com" }, /accounts: expected an array of email addresses/],
    [{ snapshotFile: "" }, 'Sandbox option snapshotFile: expected the path of a file, found ""'],
    [{ snapshot: "x" }, 'Sandbox option snapshot is unknown; did you mean "snapshotFile"?'],
    [
      { assumptions: { interestDelayMs: -1 } },
      /assumptions\.interestDelayMs: expected a whole number from 0, found -1/,
    ],
  ])("%j", (options, message) => {
    expect(() => createSandbox(options)).toThrow(TypeError);
    expect(() => createSandbox(options)).toThrow(message);
  });

  test.each<[object, RegExp]>([
    [{ port: 65_536 }, /port: expected a whole number from 0 to 65535, found 65536/],
    [{ port: "80" }, /port: expected a whole number from 0, found "80"/],
    [{ host: "0.0.0.0" }, /host: expected a loopback address \(127\.0\.0\.1, ::1, localhost\), found "0\.0\.0\.0"/],
  ])("startSandbox(%j)", async (options, message) => {
    await expect(startSandbox(options)).rejects.toThrow(message);
  });
});

test("invalid durations, times and scenarios are errors in the object as over HTTP", () => {
  const sandbox = createSandbox();
  expect(() => sandbox.advance("soon")).toThrow('advance: expected a duration such as "3d"');
  expect(() => sandbox.setClock("2020-01-01T00:00:00Z")).toThrow("set: the clock only moves forward");
  expect(() => sandbox.load("nothing")).toThrow("scenario: expected one of empty, outreach, replies, pages");
  expect(() => sandbox.plan({ fault: { kind: "explode" } as never })).toThrow("fault.kind: expected one of");
  expect(() => sandbox.restore("{")).toThrow();
});

test("the clock starts at the given time", () => {
  expect(createSandbox({ start: "2030-01-01T00:00:00Z" }).now()).toBe("2030-01-01T00:00:00.000Z");
});
