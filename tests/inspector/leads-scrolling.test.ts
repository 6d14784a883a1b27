import type { LeadPage } from "@modulex-instantly/sandbox";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openInspector } from "./open-inspector.ts";
import { callApi, callControl, createCampaign } from "./sandbox-api.ts";

const LEADS = 100_000;
/** The goal of a frame. A machine that is busy with something else gets further tries. */
const MOST_MS = 100;
const TRIES = 5;

/** Scrolls the rows from the top to the end in steps of one frame, and returns the longest frame in milliseconds. */
function scrollToEnd(page: Page, frames: number): Promise<number> {
  return page.evaluate(async (steps) => {
    const rows = document.querySelector("[data-list]");
    if (!rows) throw new Error("no rows");
    let worst = 0;
    let last = await new Promise<number>(requestAnimationFrame);
    for (let step = 0; step <= steps; step += 1) {
      rows.scrollTop = (step / steps) * rows.scrollHeight;
      const now = await new Promise<number>(requestAnimationFrame);
      worst = Math.max(worst, now - last);
      last = now;
    }
    return worst;
  }, frames);
}

/** Starts to measure frames; the returned function stops it and returns the longest one. */
async function measureFrames(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const state = window as unknown as { worst: number; isMeasuring: boolean };
    state.worst = 0;
    state.isMeasuring = true;
    let last: number | undefined;
    const frame = (now: number): void => {
      if (last !== undefined) state.worst = Math.max(state.worst, now - last);
      last = now;
      if (state.isMeasuring) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  return () =>
    page.evaluate(() => {
      const state = window as unknown as { worst: number; isMeasuring: boolean };
      state.isMeasuring = false;
      return state.worst;
    });
}

it("scrolls through 100,000 leads and filters them without a frame of more than 100 ms", async () => {
  const { page, sandbox, show } = await openInspector({ limits: "off" });
  const id = await createCampaign(sandbox, {});
  await callControl(sandbox, "POST /state", { leads: LEADS, campaign: id });
  const requests: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/_sandbox/leads?")) requests.push(request.url());
  });
  await show(`/?view=leads&campaign=${id}`);
  const total = page.locator("search").getByRole("status");
  await expect.poll(() => total.textContent(), { timeout: 10_000 }).toBe("100,000 leads");
  const table = page.getByRole("table", { name: "Leads" });
  const lastRow = table.locator(`[aria-rowindex="${LEADS + 1}"]`);
  const last = await callControl<LeadPage>(sandbox, `GET /leads?campaign=${id}&offset=${LEADS - 1}`);

  const worst: { scroll: number; filter: number }[] = [];
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    requests.length = 0;
    const scroll = await scrollToEnd(page, 120);
    await expect.poll(() => lastRow.textContent(), { timeout: 10_000 }).toContain(last.leads[0]?.email);
    // A fling loads where it ends, and not all 1,000 pages.
    expect(requests.length).toBeLessThan(20);
    const stop = await measureFrames(page);
    await page.getByRole("searchbox").pressSequentially("lena k");
    const { total: found } = await callControl<LeadPage>(sandbox, `GET /leads?campaign=${id}&search=lena+k&count=true`);
    expect(found).toBeGreaterThan(100);
    await expect.poll(() => total.textContent(), { timeout: 10_000 }).toBe(`${found?.toLocaleString("en")} leads`);
    const filter = await stop();
    worst.push({ scroll, filter });
    await page.getByRole("searchbox").fill("");
    await expect.poll(() => total.textContent(), { timeout: 10_000 }).toBe("100,000 leads");
    if (Math.max(scroll, filter) <= MOST_MS) break;
  }
  const text = worst.map(({ scroll, filter }) => `scroll ${scroll.toFixed(1)} ms, filter ${filter.toFixed(1)} ms`);
  console.log(`the longest frame of each try: ${text.join("; ")}`);
  expect(Math.min(...worst.map(({ scroll, filter }) => Math.max(scroll, filter)))).toBeLessThanOrEqual(MOST_MS);

  // A change by another program moves neither the rows nor the position.
  const position = await page.evaluate(() => {
    const rows = document.querySelector("[data-list]");
    if (!rows) throw new Error("no rows");
    rows.scrollTop = 44 * 50_000;
    return rows.scrollTop;
  });
  const middle = table.locator('[aria-rowindex="50005"]');
  const [expected] = (await callControl<LeadPage>(sandbox, `GET /leads?campaign=${id}&offset=50003&limit=1`)).leads;
  await expect.poll(() => middle.textContent()).toContain(expected?.email);
  await callApi(sandbox, "POST /leads", { campaign: id, email: "new@kestrel.example.com" });
  await expect.poll(() => total.textContent(), { timeout: 10_000 }).toBe("100,001 leads");
  expect(await page.evaluate(() => document.querySelector("[data-list]")?.scrollTop)).toBe(position);
  expect(await middle.textContent()).toContain(expected?.email);
});
