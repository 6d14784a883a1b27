import { once } from "node:events";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isWithoutChromium, openChromium } from "../support/open-chromium.ts";

let sandbox: RunningSandbox;
let browser: Browser;
let evil: Server;
let hits: string[] = [];
let connections = 0;

const evilUrl = (): string => `http://127.0.0.1:${(evil.address() as AddressInfo).port}`;

/** Sends an email with HTML and returns the path of its document. */
async function frameOf(html: string): Promise<string> {
  const headers = { authorization: `Bearer ${sandbox.keys.full}`, "content-type": "application/json" };
  const post = async (path: string, body: object): Promise<{ id: string }> => {
    const response = await fetch(`${sandbox.url}/api/v2${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return (await response.json()) as { id: string };
  };
  const days = Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [day, true]));
  const window = { name: "Always", timing: { from: "00:00", to: "23:59" }, days, timezone: "Africa/Abidjan" };
  const { id: campaign } = await post("/campaigns", {
    name: "Hostile",
    email_list: ["mara@outreach.example.com"],
    campaign_schedule: { schedules: [window] },
    sequences: [{ steps: [{ type: "email", delay: 0, variants: [{ subject: "Hello", body: html }] }] }],
  });
  await post("/leads", { campaign, email: "ada@kestrel.example.com" });
  await post(`/campaigns/${campaign}/activate`, {});
  const { id } = await sandbox.waitForEmail({ campaign });
  return `${sandbox.url}/_sandbox/mails/${id}/html`;
}

describe.skipIf(isWithoutChromium)("in a real browser", () => {
  beforeAll(async () => {
    sandbox = await startSandbox({ limits: "off" });
    browser = await openChromium();
    evil = createServer((request, response) => {
      hits.push(request.url ?? "");
      response.setHeader("content-type", "text/html").end("<h1>Another page</h1>");
    });
    evil.on("connection", () => {
      connections += 1;
    });
    evil.listen(0, "127.0.0.1");
    await once(evil, "listening");
  });
  afterAll(async () => {
    await browser.close();
    evil.close();
    await sandbox.close();
  });

  test("a hostile email runs nothing and connects to nothing, and keeps its style", async () => {
    const to = evilUrl();
    const ran = "document.title='ran'";
    const html = [
      `<style>@import url(${to}/import);body{background:url(${to}/css)}</style><b id=styled style="color:rgb(1,2,3)">Hello</b>`,
      `<script>${ran}</script><script src=${to}/js></script><img src=x onerror="${ran}"><svg onload="${ran}"><image href=${to}/svg /></svg>`,
      `<img src=${to}/pixel srcset="${to}/set 2x"><table background=${to}/table><input type=image src=${to}/input>`,
      `<meta http-equiv=refresh content="0;url=${to}/refresh"><base href=${to}><link rel=stylesheet href=${to}/link>`,
      `<link rel=preconnect href=${to}><link rel=dns-prefetch href=${to}><iframe src=${to}/frame></iframe>`,
      `<object data=${to}/object></object><embed src=${to}/embed><video poster=${to}/poster src=${to}/video></video>`,
      `<form action=${to}/form><button id=send>Send</button></form><body onload="${ran}">`,
    ].join("");
    const path = await frameOf(html);
    const before = connections;
    const page = await browser.newPage();
    await page.goto(path);
    await page.locator("#send").click();
    await page.waitForLoadState("networkidle");
    expect(await page.title()).toBe("");
    expect(page.url()).toBe(path);
    expect(await page.locator("#styled").evaluate((element) => getComputedStyle(element).color)).toBe("rgb(1, 2, 3)");
    expect([hits, connections]).toEqual([[], before]);
    await page.close();
  });

  test("another web page in the browser cannot read the sandbox or move its clock", async () => {
    const page = await browser.newPage();
    await page.goto(evilUrl());
    hits = [];
    const before = sandbox.snapshot();
    const types = await page.evaluate(async (url) => {
      const body = '{"advance":"1d"}';
      const attempts: RequestInit[] = [
        {},
        { mode: "no-cors" },
        { method: "POST", body },
        { method: "POST", mode: "no-cors", body, headers: { "content-type": "text/plain" } },
      ];
      const results = attempts.map((init) =>
        fetch(`${url}/_sandbox/clock`, init).then(
          ({ type, status }) => `${type} ${status}`,
          () => "failed",
        ),
      );
      return Promise.all(results);
    }, sandbox.url);
    // Its policy for other origins lets a browser show an opaque response of nothing, or none at all.
    for (const type of types) expect(["failed", "opaque 0"]).toContain(type);
    expect(sandbox.snapshot()).toBe(before);
    await page.close();
  });
});
