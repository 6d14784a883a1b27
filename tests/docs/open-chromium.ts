import { existsSync } from "node:fs";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";

const EXECUTABLE = "/usr/bin/chromium";

/** Where there is no browser its tests are skipped by name; CI has to have one. */
export const isWithoutChromium: boolean = !existsSync(EXECUTABLE) && !process.env["CI"];

/**
 * Opens Debian's chromium without a window.
 *
 * @throws Error saying how to install it.
 */
export async function openChromium(): Promise<Browser> {
  if (!existsSync(EXECUTABLE)) throw new Error(`${EXECUTABLE} is missing: apt-get install -y chromium`);
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
