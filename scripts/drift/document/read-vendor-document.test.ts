import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { ComparisonError } from "./comparison-error.ts";
import { readVendorDocument } from "./read-vendor-document.ts";

const DOCUMENT = JSON.stringify({ openapi: "3.1.0", paths: {} });
const limits = { maxBytes: 1000, timeoutMs: 2000 };
let server: Server | undefined;
const directory = mkdtempSync(path.join(tmpdir(), "modulex-instantly-vendor-"));

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
});

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/api_v2.json`;
}

async function errorFor(source: string, options: typeof limits = limits): Promise<string> {
  const error = await readVendorDocument(source, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ComparisonError);
  const { message } = error as ComparisonError;
  expect(message).not.toContain("\n");
  expect(message.startsWith(source)).toBe(true);
  return message;
}

describe("readVendorDocument", () => {
  it("reads a document from an address, without credentials", async () => {
    const seen: (string | undefined)[] = [];
    const address = await serve((request, response) => {
      seen.push(request.headers.authorization, request.headers.cookie, request.headers["user-agent"]);
      response.end(DOCUMENT);
    });
    expect((await readVendorDocument(address, limits)).value).toEqual(JSON.parse(DOCUMENT));
    expect(seen).toEqual([undefined, undefined, "modulex-instantly-spec-drift"]);
  });

  it.each([
    ["HTML", "\n <!DOCTYPE html><p>Not here", "is HTML"],
    ["truncated JSON", DOCUMENT.slice(0, -5), "is not valid JSON"],
    ["an empty response", "", "is not valid JSON"],
    ["JSON that is something else", '{"message":"ok"}', "is JSON but not an OpenAPI document"],
    ["a list", "[]", "is JSON but not an OpenAPI document"],
    ["another version", '{"openapi":"2.0","paths":{}}', 'is OpenAPI "2.0"; expected version 3'],
    ["a document without paths", '{"openapi":"3.1.0"}', "expected an object named paths"],
    ["a document that is nested too deeply", '{"a":'.repeat(200_000), "is not valid JSON"],
  ])("rejects %s", async (_name, body, message) => {
    const address = await serve((_request, response) => response.end(body));
    expect(await errorFor(address, { ...limits, maxBytes: 2_000_000 })).toContain(message);
  });

  it.each([
    ["announced", { "content-length": "1001" }],
    ["not announced", {}],
  ])("rejects a document that is too large, its size %s", async (_name, headers) => {
    const address = await serve((_request, response) => {
      response.writeHead(200, headers);
      response.write(" ".repeat(600));
      response.end(" ".repeat(401));
    });
    expect(await errorFor(address)).toContain("is larger than 1000 bytes");
  });

  it("rejects an error, and a response that does not end in time", async () => {
    expect(await errorFor(await serve((_request, response) => response.writeHead(503).end()))).toContain(
      "responded with status 503",
    );
    server?.close();
    const address = await serve((_request, response) => void response.write("{"));
    expect(await errorFor(address, { ...limits, timeoutMs: 150 })).toContain("no complete response within 150 ms");
  });

  it("follows a redirect on the same host and no other", async () => {
    const same = await serve((request, response) => {
      if (request.url === "/new") response.end(DOCUMENT);
      else response.writeHead(302, { location: "/new" }).end();
    });
    expect((await readVendorDocument(same, limits)).value).toEqual(JSON.parse(DOCUMENT));
    server?.close();
    const other = await serve((_request, response) =>
      response.writeHead(302, { location: "https://example.com/" }).end(),
    );
    expect(await errorFor(other)).toContain("redirects to another host, example.com");
    server?.close();
    const loop = await serve((_request, response) => response.writeHead(302, { location: "/again" }).end());
    expect(await errorFor(loop)).toContain("redirects more than 3 times");
  });

  it.each(["http://example.com/a.json", "ftp://example.com/a.json", "file:///etc/hosts"])(
    "rejects %s",
    async (source) => {
      expect(await errorFor(source)).toContain("expected an https:// URL");
    },
  );

  it("rejects a server that cannot be reached", async () => {
    expect(await errorFor("http://127.0.0.1:1/a.json")).toContain("cannot be reached");
  });

  it("reads a file, and rejects one that is missing, a folder, or too large", async () => {
    const file = path.join(directory, "document.json");
    writeFileSync(file, DOCUMENT);
    expect((await readVendorDocument(file, limits)).value).toEqual(JSON.parse(DOCUMENT));
    expect(await errorFor(path.join(directory, "missing.json"))).toContain("cannot be opened (ENOENT)");
    expect(await errorFor(directory)).toContain("is not a file");
    writeFileSync(file, " ".repeat(1001));
    expect(await errorFor(file)).toContain("is larger than 1000 bytes");
    rmSync(directory, { recursive: true });
  });
});
