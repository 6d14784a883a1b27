import { expect, test } from "vitest";
import { isInstantlyError } from "../errors/instantly-error.ts";
import { assertSafeBaseUrl } from "./base-url.ts";

test.each([
  ["https://api.instantly.ai", "https://api.instantly.ai"],
  ["https://api.instantly.ai/", "https://api.instantly.ai"],
  ["HTTPS://API.Instantly.AI", "https://api.instantly.ai"],
  ["https://proxy.example:8443", "https://proxy.example:8443"],
  ["http://localhost:4010", "http://localhost:4010"],
  ["http://127.0.0.1:4010/", "http://127.0.0.1:4010"],
  ["http://127.9.8.7", "http://127.9.8.7"],
  ["http://[::1]:4010", "http://[::1]:4010"],
])("%s is the origin %s", (given, origin) => {
  expect(assertSafeBaseUrl(given)).toBe(origin);
});

test.each<unknown>([
  "http://api.instantly.ai",
  "http://127.0.0.1.evil.test",
  "http://localhost.evil.test",
  "http://evil.test#@localhost",
  "http://192.168.0.1",
  "http://0.0.0.0:80",
  "ftp://localhost",
  "data:text/plain,x",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "https://api.instantly.ai/api/v2",
  "https://api.instantly.ai//x",
  "https://api.instantly.ai?a=1",
  "https://api.instantly.ai#a",
  "https://user@api.instantly.ai",
  "api.instantly.ai",
  "",
  undefined,
  null,
  7,
  {},
])("rejects %j with an error that names the option and shows an example", (given) => {
  const refused = () => assertSafeBaseUrl(given as string);
  expect(refused).toThrow(/baseUrl.*https:\/\/api\.instantly\.ai/);
  expect(refused).toThrow(expect.toSatisfy((error) => isInstantlyError(error, "invalid_config")));
});

test("never repeats a password", () => {
  expect(() => assertSafeBaseUrl("https://user:hunter2hunter2@api.instantly.ai")).toThrow(
    expect.toSatisfy((error: Error) => !`${error.message}${error.stack}`.includes("hunter2")),
  );
});
