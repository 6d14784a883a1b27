import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { startSandbox } from "../start-sandbox.ts";
import { openBrowser } from "./open-browser.ts";

describe.skipIf(process.platform === "win32")("opening the browser", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "sandbox-browser-"));
  const before = process.env["PATH"];
  afterAll(() => {
    process.env["PATH"] = before;
    rmSync(folder, { recursive: true });
  });

  test("passes the URL to the command of the system without a shell", async () => {
    const opened = path.join(folder, "opened.txt");
    const command = path.join(folder, process.platform === "darwin" ? "open" : "xdg-open");
    writeFileSync(command, `#!/bin/sh\nprintf '%s' "$1" > '${opened}'\n`);
    chmodSync(command, 0o755);
    process.env["PATH"] = `${folder}${path.delimiter}${before}`;
    const url = "http://127.0.0.1:1/?a=1&b=$(touch%20x);'";
    expect(await openBrowser(url)).toBe(true);
    await expect.poll(() => (existsSync(opened) ? readFileSync(opened, "utf8") : "")).toBe(new URL(url).href);
  });

  test("is what openPage of a running sandbox does, unless it has no page", async () => {
    const opened = path.join(folder, "opened.txt");
    rmSync(opened, { force: true });
    const shown = await startSandbox();
    const hidden = await startSandbox({ ui: false });
    try {
      expect(await hidden.openPage()).toBe(false);
      expect(await shown.openPage()).toBe(true);
      await expect.poll(() => (existsSync(opened) ? readFileSync(opened, "utf8") : "")).toBe(`${shown.url}/`);
    } finally {
      await shown.close();
      await hidden.close();
    }
  });

  test("says so if there is none", async () => {
    process.env["PATH"] = path.join(folder, "none");
    expect(await openBrowser("http://127.0.0.1:1/")).toBe(false);
  });
});
