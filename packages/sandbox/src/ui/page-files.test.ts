import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SandboxResponse } from "../server/exchange.ts";
import { startSandbox } from "../start-sandbox.ts";
import { pageFiles } from "./page-files.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "sandbox-page-"));
  mkdirSync(path.join(folder, "ui/assets"), { recursive: true });
  writeFileSync(path.join(folder, "secret.txt"), "secret");
  writeFileSync(path.join(folder, "ui/index.html"), "<!DOCTYPE html>");
  writeFileSync(path.join(folder, "ui/assets/app-1a2b.js"), "export {};");
  writeFileSync(path.join(folder, "ui/assets/a b.woff2"), Uint8Array.from([0, 255, 128]));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The response to a GET of a path; undefined if there is no such file. */
function get(url: string, files = pageFiles(path.join(folder, "ui"))): SandboxResponse | undefined {
  const response = files("GET", url)?.open({ method: "GET", url, headers: {} }, { id: undefined, query: "" });
  return response !== undefined && "status" in response ? response : undefined;
}

describe("the files of the page", () => {
  test("have a strict policy, types and caches", () => {
    const index = get("/");
    expect(index).toMatchObject({
      status: 200,
      headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" },
    });
    expect(Buffer.from(index?.bytes ?? []).toString()).toBe("<!DOCTYPE html>");
    const policy = index?.headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(get("/ui/assets/app-1a2b.js")?.headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    });
    expect(get("/ui/assets/a%20b.woff2")).toMatchObject({
      bytes: Buffer.from([0, 255, 128]),
      headers: { "content-type": "font/woff2" },
    });
  });

  test.each([
    "/ui/../secret.txt",
    "/ui/..%2fsecret.txt",
    "/ui/%2e%2e/secret.txt",
    "/ui//etc/passwd",
    "/ui/",
    "/ui/%",
    "/ui/none.js",
    "/secret.txt",
  ])("%s is none of them", (url) => expect(get(url)).toBeUndefined());

  test("are only read", () => {
    expect(pageFiles(path.join(folder, "ui"))("POST", "/")).toBeUndefined();
  });

  test("that were not built are a text that says so", () => {
    const response = get("/", pageFiles(path.join(folder, "none")));
    expect(response).toMatchObject({ status: 503, headers: { "content-type": "text/plain; charset=utf-8" } });
    expect(response?.body).toMatch(/^The page of the sandbox is not part of this copy/);
  });
});

test("a running sandbox has the page at / unless it was turned off", async () => {
  const isBuilt = existsSync(path.resolve(import.meta.dirname, "../../ui/index.html"));
  const shown = await startSandbox();
  const hidden = await startSandbox({ ui: false });
  try {
    const page = await fetch(`${shown.url}/?view=mails`);
    expect(page.status).toBe(isBuilt ? 200 : 503);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).toMatch(isBuilt ? /<!doctype html>/i : /not part of this copy/);
    expect((await fetch(hidden.url)).status).toBe(404);
    expect((await fetch(`${shown.url}/ui/..%2fpackage.json`)).status).toBe(404);
  } finally {
    await shown.close();
    await hidden.close();
  }
});
