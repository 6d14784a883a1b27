import type { LoggedRequest, RequestLogPage, RunningSandbox } from "@modulex-instantly/sandbox";
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { accessibilityViolations, openInspector } from "./open-inspector.ts";

/** A request to the API with the full key, unless another one is given. A lost connection is no error. */
async function call(sandbox: RunningSandbox, route: string, body?: unknown, key = sandbox.keys.full): Promise<void> {
  const [method = "GET", path = ""] = route.split(" ");
  const headers = {
    ...(key !== "" && { authorization: `Bearer ${key}` }),
    ...(body !== undefined && { "content-type": "application/json" }),
  };
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  await fetch(`${sandbox.url}/api/v2${path}`, init).catch(() => {});
}

async function log(sandbox: RunningSandbox, query = ""): Promise<readonly LoggedRequest[]> {
  const response = await fetch(`${sandbox.url}/_sandbox/log?limit=1000${query}`);
  return ((await response.json()) as RequestLogPage).requests;
}

const rowsOf = (page: Page) => page.getByRole("table", { name: "Requests" }).getByRole("row");

/** The text of an element as it is shown, with single spaces. */
async function textOf(of: Locator): Promise<string> {
  const texts = await of.allInnerTexts();
  return texts.join(" ").replaceAll(/\s+/g, " ");
}

/** The numbers of the rows in the document. */
async function numbers(page: Page): Promise<number[]> {
  const texts = await page.locator(".log-rows .log-number").allTextContents();
  return texts.map(Number);
}

it("shows what each request did, in a table and in detail, and keeps no key", async () => {
  const { page, sandbox, show } = await openInspector({ scenario: "outreach" });
  const { keys } = sandbox;
  const personalization = `${keys.full} ${"long ".repeat(100)}`;
  await call(sandbox, "POST /leads", { email: "ada@kestrel.example.com", personalization, emial: 1 });
  await call(sandbox, "POST /leads", { email: "bob@kestrel.example.com" }, keys.readOnly);
  await call(sandbox, "GET /campaigns?limit=3", undefined, "");
  await call(sandbox, "GET /campaigns", undefined, "real-secret-key");
  sandbox.plan({ operation: "createLead", fault: { kind: "drop_after_commit" } });
  await call(sandbox, "POST /leads", { email: "eve@kestrel.example.com" });
  await show("/?view=log");
  await expect.poll(() => numbers(page)).toEqual([5, 4, 3, 2, 1]);
  const known = await log(sandbox);
  for (const [index, entry] of known.entries()) {
    const text = await textOf(rowsOf(page).nth(index + 1));
    const { number, operation, method, path, status, key, reason, realTime, durationMs } = entry;
    expect(text).toContain(`${number} ${realTime.slice(11, 19)} Mon 7 Sep, 08:00 ${operation} ${method} ${path}`);
    expect(text).toContain(status === null ? "no response" : String(status));
    expect(text).toContain(`${durationMs < 10 ? durationMs.toFixed(1) : Math.round(durationMs)} ms ${key}`);
    if (reason !== null) expect(text).toContain(reason);
  }
  expect(await textOf(rowsOf(page).nth(1))).toMatch(/1 created.*fault drop_after_commit/);
  expect(await textOf(rowsOf(page).nth(5))).toMatch(/1 created.*1 ignored field/);

  // The detail of the first one.
  await page.locator('[data-request="1"]').click();
  expect(new URL(page.url()).searchParams.get("request")).toBe("1");
  const detail = page.getByRole("region", { name: "Request" });
  await detail.getByRole("heading", { name: "Request 1 · createLead" }).waitFor();
  for (const summary of ["Request headers", "Response headers", "As curl", "As client code"]) {
    await detail.getByText(summary, { exact: summary.startsWith("As") }).click();
  }
  const text = await textOf(detail);
  expect(text).toContain(`"personalization": "[key] ${"long ".repeat(100)}"`.trimEnd());
  expect(text).toContain('"email": "ada@kestrel.example.com"');
  expect(text).toContain("Bearer [redacted]");
  expect(text).toContain("content-type application/json");
  expect(text).toContain("Ignored fields emial");
  expect(text).toContain(sandbox.workspaces.main);

  // Why it was refused, from the row above it, by the keys.
  await page.keyboard.press("k");
  await detail.getByText("Why it was refused").waitFor();
  expect(await textOf(detail)).toContain(known.find(({ number }) => number === 2)?.reason);
  await page.keyboard.press("Escape");
  expect(new URL(page.url()).searchParams.has("request")).toBe(false);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await detail.getByRole("heading", { name: "Request 1 ·" }).waitFor();
  await detail.getByRole("button", { name: "All requests" }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-request"))).toBe("1");

  for (const number of known.map((each) => each.number)) {
    await show(`/?view=log&request=${number}`);
    await detail.getByTestId("curl").waitFor({ state: "attached" });
    const everything = await page.content();
    for (const key of Object.values(keys).filter((each) => typeof each === "string")) {
      expect(everything).not.toContain(key);
    }
    expect(everything).not.toContain("real-secret-key");
  }
  await page.getByRole("link", { name: "Plan a fault for it" }).click();
  expect(page.url()).toContain("view=faults&operation=");
});

it("is filtered, follows new requests, has older pages, and is cleared", async () => {
  const { page, sandbox, show } = await openInspector({ limits: "off" });
  for (let index = 0; index < 230; index += 1) await call(sandbox, "GET /campaigns?limit=1");
  await call(sandbox, "GET /leads/nothing");
  await call(sandbox, "GET /nothing");
  await show("/?view=log");
  await page.getByLabel("Operation").selectOption("getLead");
  await expect.poll(() => numbers(page)).toEqual([231]);
  expect(new URL(page.url()).searchParams.get("operation")).toBe("getLead");
  await page.getByLabel("Operation").selectOption("Unknown routes");
  await expect.poll(() => numbers(page)).toEqual([232]);
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByLabel("Result").selectOption("Refused or failed");
  await expect.poll(() => numbers(page)).toEqual([232, 231]);
  await page.getByLabel("Status", { exact: true }).fill("400");
  await expect.poll(() => numbers(page)).toEqual([231]);
  await page.getByLabel("Result").selectOption("No response");
  await page.getByText("No request in the log matches these filters.").waitFor();
  await page.getByLabel("Result").selectOption("Successful");
  await expect.poll(async () => (await numbers(page))[0]).toBe(230);

  // The last page.
  await page.getByRole("button", { name: "Show all" }).click();
  await expect.poll(async () => (await numbers(page))[0]).toBe(232);
  const scroller = page.locator(".log-rows");
  await expect
    .poll(async () => {
      await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      return (await numbers(page)).at(-1);
    })
    .toBe(1);
  expect(await page.getByRole("table").getAttribute("aria-rowcount")).toBe("233");

  // New requests do not take the older ones away.
  await call(sandbox, "GET /campaigns");
  await expect.poll(() => page.getByRole("table").getAttribute("aria-rowcount")).toBe("234");
  await scroller.evaluate((element) => element.scrollTo(0, 0));
  await expect.poll(async () => (await numbers(page))[0]).toBe(233);

  // Another program clears the log; then the page does.
  await fetch(`${sandbox.url}/_sandbox/journal`, { method: "DELETE" });
  await page.getByText("No request to the API yet.").waitFor();
  await call(sandbox, "GET /campaigns");
  await expect.poll(() => numbers(page)).toEqual([234]);
  await page.getByRole("button", { name: "Clear the log" }).click();
  await page.getByText("No request to the API yet.").waitFor();
  expect(await log(sandbox)).toEqual([]);
  expect(sandbox.journal().entries).toEqual([]);
});

it("shows hostile requests as text, and says which number is unknown", async () => {
  const { page, sandbox, show, expectTroubles } = await openInspector();
  const html = `"><img src=x onerror="window.ran=1"><script>window.ran=1</script>`;
  await call(sandbox, `GET /${encodeURIComponent(html)}/${"x".repeat(200)}`);
  await call(sandbox, "POST /leads", { email: "ada@kestrel.example.com", first_name: html, [html]: html });
  await call(sandbox, "POST /lead-lists", { name: `${html}\u202e\u0000` });
  await call(sandbox, `GET /leads/${encodeURIComponent(html)}`);
  for (const number of [1, 2, 3, 4]) {
    await show(`/?view=log&request=${number}`);
    await page.getByRole("heading", { name: `Request ${number} ·` }).waitFor();
    expect(await page.locator("main img, main script").count()).toBe(0);
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
  }
  await show("/?view=log&request=2");
  await expect.poll(() => textOf(page.getByRole("region", { name: "Request" }))).toContain(JSON.stringify(html));
  await show("/?view=log&request=99");
  await page.getByRole("alert").getByText("The log has no request 99; the last one was 4").waitFor();
  await show("/?view=log&operation=nothing");
  await page.getByRole("alert").getByText("operation:").waitFor();
  expectTroubles(400, 404);
});

it.each([
  ["light", {}],
  ["dark", { colorScheme: "dark" as const }],
  ["phone", { viewport: { width: 390, height: 800 } }],
])("has no accessibility violation: %s", async (_, context) => {
  const inspector = await openInspector({ scenario: "outreach" }, context);
  const { page, sandbox, show } = inspector;
  await call(sandbox, "POST /leads", { email: "ada@kestrel.example.com", emial: 1 });
  await call(sandbox, "POST /leads", { email: "ada@kestrel.example.com" }, sandbox.keys.readOnly);
  await call(sandbox, "GET /nothing");
  await show("/?view=log");
  await page.locator('[data-request="1"]').waitFor();
  expect(await accessibilityViolations(inspector)).toEqual([]);
  await page.locator('[data-request="2"]').click();
  await page.getByText("Why it was refused").waitFor();
  expect(await accessibilityViolations(inspector)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.getByRole("button", { name: "All requests" }).click();
  await page.locator('[data-request="2"]').waitFor();
});
