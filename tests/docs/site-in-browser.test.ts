import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { site } from "../../scripts/docs/site.ts";
import { loadSiteSource } from "../../scripts/docs/source/load-site-source.ts";
import { contrasts } from "./contrast.ts";
import { isWithoutChromium, openChromium } from "./open-chromium.ts";
import type { ServedSite } from "./site-server.ts";
import { serveSite } from "./site-server.ts";

const root = path.resolve(import.meta.dirname, "../..");
const LONG_MS = 180_000;
const files: ReadonlyMap<string, string> = isWithoutChromium ? new Map() : await site(await loadSiteSource(root));

describe.skipIf(isWithoutChromium)(`the site in chromium${isWithoutChromium ? ", which is not installed" : ""}`, () => {
  let served: ServedSite;
  let browser: Browser;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    served = await serveSite(files);
    browser = await openChromium();
  }, LONG_MS);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    troubles = [];
    page.on("console", (message) => troubles.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => troubles.push(`thrown: ${error.message}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(served.url)) troubles.push(`request: ${request.url()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
    });
  });
  afterEach(async () => {
    await page.close();
    expect(troubles).toEqual([]);
  });

  const open = (name: string): Promise<unknown> => page.goto(served.url + name);
  const pages = (): string[] => [...files.keys()].filter((name) => name.endsWith(".html"));

  it(
    "opens every page, each with a title, one h1 and no skipped heading level",
    async () => {
      expect(pages().length).toBeGreaterThan(60);
      const titles = new Map<string, string>();
      const links = new Map<string, string>();
      const places = new Set<string>();
      for (const name of pages()) {
        await open(name);
        const seen = await page.evaluate(() => ({
          title: document.title,
          levels: [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")].map(
            ({ tagName }) => +tagName.slice(1),
          ),
          links: [...document.links].map(({ href }) => href),
          ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
        }));
        expect(titles.get(seen.title), `title of ${name}`).toBeUndefined();
        titles.set(seen.title, name);
        const jumps = seen.levels.filter((level, index) => level > (seen.levels[index - 1] ?? 0) + 1);
        expect([seen.levels.filter((level) => level === 1).length, jumps], `headings of ${name}`).toEqual([1, []]);
        expect(new Set(seen.ids).size, `ids of ${name}`).toBe(seen.ids.length);
        for (const link of seen.links) links.set(link, name);
        for (const id of ["", ...seen.ids.map((each) => `#${each}`)]) places.add(served.url + name + id);
      }
      const internal = [...links].filter(([link]) => link.startsWith(served.url));
      expect(internal.length).toBeGreaterThan(500);
      expect(internal.filter(([link]) => !places.has(decodeURI(link)))).toEqual([]);
    },
    LONG_MS,
  );

  it("finds get_lead with the keyboard only", async () => {
    await open("index.html");
    await page.keyboard.press("/");
    await page.keyboard.type("get_lead");
    await page.waitForSelector("#site-found [aria-selected=true]");
    expect(await page.getAttribute("#site-search", "aria-expanded")).toBe("true");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/actions/get_lead.html");
    expect(await page.title()).toBe("get_lead · modulex-instantly");
  });

  it("finds a field, and jumps to it", async () => {
    await open("guides/errors.html");
    await page.fill("#site-search", "lt_interest_status");
    await page.click("#site-found a:has-text('field · Lead')");
    await page.waitForURL("**/schemas/Lead.html#lt_interest_status");
    expect(await page.textContent(":target .name")).toBe("lt_interest_status");
    expect(await page.isVisible(":target")).toBe(true);
  });

  it("finds a guide by its text", async () => {
    await open("index.html");
    await page.fill("#site-search", "departure evidence");
    await page.click("#site-found a:has-text('Departures')");
    await page.waitForURL("**/guides/drift.html#departures");
  });

  it("reports that nothing was found, and closes", async () => {
    await open("index.html");
    await page.fill("#site-search", "qqqqzzzz");
    await page.waitForSelector("#site-found li:has-text('Nothing found')");
    await page.keyboard.press("Escape");
    expect(await page.isVisible("#site-found")).toBe(false);
  });

  it("leads from an action to its operation, and from an error response to its error code", async () => {
    await open("actions/get_lead.html");
    await page.click(".facts a:has-text('getLead')");
    await page.waitForURL("**/operations/getLead.html");
    expect(await page.textContent("h1")).toBe("Get a lead");
    await page.click("tr:has-text('404') a");
    await page.waitForURL("**/guides/errors.html#not_found");
    expect(await page.textContent(":target")).toContain("not_found");
  });

  it("expands the target of a link", async () => {
    await open("operations/listLeads.html#response-items.email");
    expect(await page.isVisible(":target")).toBe(true);
  });

  it.each(["light", "dark"] as const)("has enough contrast in %s", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open("operations/listLeads.html");
    const texts = ["--ink", "--soft", "--accent", "--warn", "--string", "--number"];
    const pairs = texts.flatMap((text) => [[text, "--paper"] as const, [text, "--raised"] as const]);
    const measured = await contrasts(page, [...pairs, ["--ink", "--mark"], ["--accent", "--mark"]]);
    expect(Math.min(...measured)).toBeGreaterThanOrEqual(4.5);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe(colorScheme === "light" ? "rgb(253, 253, 252)" : "rgb(19, 21, 23)");
  });

  it("fits on a phone without horizontal scrolling", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const name of [
      "index.html",
      "operations/createCampaign.html",
      "actions/reply_to_email.html",
      "guides/errors.html",
    ]) {
      await open(name);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(360);
    }
  });

  it("shows the search input on a phone", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open("index.html");
    await page.fill("#site-search", "update_lead_interest_status");
    const hidden = await page.$eval("#site-search", (input) => input.scrollWidth - input.clientWidth);
    expect(hidden).toBeLessThanOrEqual(0);
  });
});

describe.skipIf(isWithoutChromium)("the site as a folder", () => {
  it(
    "can be searched without a server",
    async () => {
      const folder = await mkdtemp(path.join(tmpdir(), "modulex-instantly-site-"));
      const browser = await openChromium();
      try {
        for (const [name, text] of files) {
          await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
          await writeFile(path.join(folder, name), text);
        }
        const page = await browser.newPage();
        await page.goto(pathToFileURL(path.join(folder, "schemas/Lead.html")).href);
        await page.fill("#site-search", "activate campaign");
        await page.waitForSelector("#site-found [aria-selected=true]");
        await page.keyboard.press("Enter");
        await page.waitForURL("**/actions/activate_campaign.html");
        expect(await page.title()).toBe("activate_campaign · modulex-instantly");
      } finally {
        await browser.close();
        await rm(folder, { recursive: true, force: true });
      }
    },
    LONG_MS,
  );
});
