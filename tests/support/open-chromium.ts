import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";
import { executableOnPath } from "../executable-on-path.ts";

const executablePath = executableOnPath("chromium");

/** Without a browser, its tests are skipped by name; CI must have one. */
export const isWithoutChromium: boolean = executablePath === undefined && !process.env["CI"];

/**
 * Opens the chromium on PATH in headless mode, with further command-line arguments.
 *
 * @throws Error that explains how to install it.
 */
export async function openChromium(moreArguments: readonly string[] = []): Promise<Browser> {
  if (!executablePath) throw new Error("there is no chromium on PATH: apt-get install -y chromium");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...moreArguments,
    ],
  });
}
