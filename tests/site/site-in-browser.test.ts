import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openChromium } from "../support/open-chromium.ts";
import { questions } from "./questions.ts";
import type { ServedSite } from "./site-server.ts";
import { serveSite } from "./site-server.ts";

const folder = path.resolve(import.meta.dirname, "../../docs-dist");
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** A page of each kind. */
const KINDS = [
  "/",
  "/guides/quick-start",
  "/guides/errors",
  "/packages/client",
  "/operations/",
  "/operations/createCampaign",
  "/schemas/Lead",
  "/actions/reply_to_email",
  "/api/client/index/interfaces/InstantlyClientOptions",
  "/maintainers/contributing",
];

let served: ServedSite;
let browser: Browser;
let page: Page;
let troubles: string[] = [];

beforeAll(async () => {
  if (!existsSync(folder)) throw new Error("docs-dist does not exist: run pnpm docs:build");
  served = await serveSite(folder);
  browser = await openChromium();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});
afterEach(async () => {
  await page?.context().close();
  expect(troubles).toEqual([]);
});

/** Opens a page of the site. Errors, failed requests and requests to other hosts fail the test. */
async function open(address: string, options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  page = await context.newPage();
  troubles = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`thrown: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(served.url))
      troubles.push(`request: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(served.url + address);
  if (options.javaScriptEnabled !== false) await page.waitForFunction(() => "__VP_SITE_DATA__" in window);
}

/** Types into the search, and returns the pages of the hits, best first. */
async function search(text: string): Promise<string[]> {
  if ((await page.$(".VPLocalSearchBox")) === null) await page.click(".VPNavBarSearch button");
  const input = page.locator(".VPLocalSearchBox .search-input");
  // The results follow the text after a moment. Those of the last text are gone before this one is typed.
  await input.fill("");
  await page.waitForFunction(() => document.querySelector(".VPLocalSearchBox a.result") === null);
  await input.fill(text);
  await page.waitForSelector(".VPLocalSearchBox a.result, .VPLocalSearchBox .no-results");
  return page.$$eval(".VPLocalSearchBox a.result", (links) =>
    links.map((link) => new URL((link as HTMLAnchorElement).href).pathname.replace(/\.html$/, "")),
  );
}

async function violations(): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const { violations: found } = await page.evaluate(() => {
    const { axe: checker } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    return checker.run();
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ""}`),
  );
}

describe("the built site", () => {
  it.each(KINDS)("opens %s without an error or a request to another host", async (address) => {
    await open(address);
    expect(await page.locator("h1").count()).toBe(1);
  });

  it("says what is missing on an unknown page", async () => {
    await open("/");
    await page.goto(`${served.url}/nowhere`);
    expect(await page.textContent(".NotFound")).toContain("404");
    troubles = troubles.filter((trouble) => !trouble.includes("404"));
  });
});

describe("the search", () => {
  it("finds the page for each question of a newcomer within three hits", async () => {
    expect(questions.length).toBeGreaterThanOrEqual(40);
    await open("/guides/quick-start");
    const lost: string[] = [];
    for (const [question, wanted] of questions) {
      const hits = await search(question);
      const pages = hits.filter((hit, index) => hits.indexOf(hit) === index);
      if (!pages.slice(0, 3).includes(wanted)) lost.push(`${question}: ${pages.slice(0, 4).join(" ")}, not ${wanted}`);
    }
    expect(lost).toEqual([]);
  });

  it("is used with the keyboard alone, and leads to the section", async () => {
    await open("/");
    await page.keyboard.press("/");
    await page.waitForSelector(".search-input:focus");
    await page.keyboard.type("rate_limited");
    await page.waitForSelector(".VPLocalSearchBox a.result.selected");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/guides/errors#rate_limited");
    expect(await page.textContent("#rate_limited")).toContain("rate_limited");
  });

  it("says that nothing was found", async () => {
    await open("/");
    expect(await search("qqqqzzzz")).toEqual([]);
    expect(await page.textContent(".VPLocalSearchBox .no-results")).toContain("qqqqzzzz");
  });
});

describe("a page", () => {
  it("unfolds the field that a link leads to", async () => {
    await open("/operations/createLead#body-custom_variables");
    await page.waitForSelector("details[open] #body-custom_variables");
    expect(await page.isVisible("#body-custom_variables")).toBe(true);
  });

  it("leads from an action to its operation, and from an error response to its error code", async () => {
    await open("/actions/get_lead");
    await page.click("table a:has-text('getLead')");
    await page.waitForURL("**/operations/getLead");
    await page.click("tr:has-text('404') a");
    await page.waitForURL("**/guides/errors#not_found");
  });

  it("switches between client, action, CLI and curl", async () => {
    await open("/operations/getLead");
    const tabs = page.locator(".vp-code-group").first();
    expect(await tabs.locator(".tabs label").allTextContents()).toEqual(["Client", "Action", "CLI", "curl"]);
    await tabs.locator("label:has-text('curl')").click();
    expect(await tabs.locator("code:visible").textContent()).toContain("curl -sS");
  });

  it("copies itself as Markdown, and copies its code", async () => {
    await open("/guides/lists", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.click(".page-tools button");
    await page.waitForSelector(".page-tools button:has-text('Copied')");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/# Lists\n/);
    await page.locator("div[class*=language-] button.copy").first().click();
    await page.waitForSelector("button.copied");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^import /);
  });

  it("links to its source, its Markdown and the repository, and marks the active item", async () => {
    await open("/guides/lists");
    expect(await page.getAttribute(".edit-link-button", "href")).toMatch(/\/edit\/main\/docs\/lists\.md$/);
    expect(await page.getAttribute(".page-tools a", "href")).toBe("/guides/lists.md");
    expect(await page.getAttribute(".VPSocialLink", "href")).toContain("github.com/modulex-instantly");
    expect(await page.textContent(".VPSidebarItem.is-active a")).toBe("Lists");
    await open("/schemas/Lead");
    await page.waitForFunction(() => {
      const [active] = [...document.querySelectorAll(".VPSidebarItem.is-active > .item")].slice(-1);
      return active !== undefined && active.getBoundingClientRect().bottom <= innerHeight;
    });
  });

  it("reads without JavaScript, with every tab", async () => {
    await open("/operations/createLead", { javaScriptEnabled: false });
    expect(await page.textContent("h1")).toContain("Create a lead");
    expect(await page.locator(".vp-code-group").first().locator("pre:visible").count()).toBe(4);
  });

  it("fits on a phone, and no code in a table breaks", async () => {
    for (const address of KINDS) {
      await open(address, { viewport: { width: 360, height: 740 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(360);
      const broken = await page.$$eval(
        "td code",
        (codes) => codes.filter((code) => code.getClientRects().length > 1).length,
      );
      expect(broken, address).toBe(0);
      await page.context().close();
    }
    await open("/", { viewport: { width: 360, height: 740 } });
    expect((await search("get_lead")).length).toBeGreaterThan(0);
  });
});

describe("accessibility, by axe", () => {
  const looks: readonly (readonly [string, BrowserContextOptions])[] = [
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["phone", { viewport: { width: 360, height: 740 } }],
  ];
  it.each(looks)("has no violation: %s", async (_, options) => {
    for (const address of KINDS) {
      await open(address, { reducedMotion: "reduce", ...options });
      expect(await violations(), address).toEqual([]);
      await page.context().close();
    }
  });
});
