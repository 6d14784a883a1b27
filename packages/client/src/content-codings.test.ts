import { channel } from "node:diagnostics_channel";
import { describe, expect, test, vi } from "vitest";
import { refuseManyCodings } from "./content-codings.ts";

const headers = channel("undici:request:headers");
const ours = ["authorization", "Bearer key", "user-agent", "modulex-instantly-client/1.2.3"];

/** Publishes what undici does when the head of a response has arrived, and says whether the request was ended. */
function isEnded(requestHeaders: unknown, ...lines: string[]): boolean {
  const abort = vi.fn();
  headers.publish({
    request: { headers: requestHeaders, abort },
    response: { statusCode: 200, headers: lines.map((line) => Buffer.from(line)) },
  });
  return abort.mock.calls.length > 0;
}

describe("refuseManyCodings", () => {
  refuseManyCodings();
  refuseManyCodings();
  const six = Array(6).fill("gzip").join(", ");

  test.each([
    ["six in a line", ["content-type", "application/json", "Content-Encoding", six]],
    ["six in two lines", ["content-encoding", "gzip, br", "x-id", "1", "content-encoding", "gzip,gzip,gzip,br"]],
    ["six lines", Array(6).fill(["content-encoding", "gzip"]).flat()],
    ["six that are empty", ["content-encoding", ",,,,,"]],
  ])("ends a request of ours whose response has %s", (_, lines) => {
    expect(isEnded(ours, ...lines)).toBe(true);
    expect(isEnded(ours.join("\r\n"), ...lines)).toBe(true);
  });

  test.each([
    ["five", ["content-encoding", "gzip, br, deflate, gzip, br"]],
    ["none", ["content-type", "a, b, c, d, e, f, g"]],
    ["six in another field", ["content-language", six, "x-content-encodin", six]],
    ["no fields", []],
  ])("leaves one whose response has %s", (_, lines) => {
    expect(isEnded(ours, ...lines)).toBe(false);
  });

  test("leaves the requests of others, and what cannot be ended", () => {
    expect(isEnded(["user-agent", "node"], "content-encoding", six)).toBe(false);
    expect(isEnded(undefined, "content-encoding", six)).toBe(false);
    const response = { headers: ["content-encoding", six] };
    expect(() => headers.publish({ request: { headers: ours }, response })).not.toThrow();
  });
});
