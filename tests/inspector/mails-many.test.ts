import type { MailPage, RecipientActionResult } from "@modulex-instantly/sandbox";
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { OpenInspector } from "./open-inspector.ts";
import { openInspector } from "./open-inspector.ts";
import { activate, callControl, createCampaign } from "./sandbox-api.ts";

const control = <Body>({ sandbox }: OpenInspector, path: string, body?: object): Promise<Body> =>
  callControl(sandbox, `${body === undefined ? "GET" : "POST"} ${path}`, body);

const rowOf = ({ page }: OpenInspector, id: string): Locator => page.locator(`[data-mail="${id}"]`);

/** A sandbox with a sent email to each of a number of leads. */
async function withMails(count: number): Promise<OpenInspector> {
  const inspector = await openInspector({ scenario: "empty" });
  const id = await createCampaign(inspector.sandbox, {
    email_gap: 0,
    daily_limit: 1_000_000,
    daily_max_leads: 1_000_000,
    sequences: [
      { steps: [{ type: "email", delay: 1, variants: [{ subject: "Hello {{firstName}}", body: "Ten minutes?" }] }] },
    ],
  });
  await control(inspector, "/state", { leads: count, campaign: id });
  await activate(inspector.sandbox, id);
  await control(inspector, "/clock", { runUntilIdle: true });
  expect((await control<MailPage>(inspector, "/mails?limit=1")).total).toBe(count);
  return inspector;
}

describe("10,000 mails", () => {
  it("are on the screen within a second, scroll to the end, and stay where they are when others arrive", async () => {
    const inspector = await withMails(10_000);
    const { page } = inspector;
    await page.addInitScript(() => {
      const observer = new MutationObserver(() => {
        if (document.querySelector("[data-mail]") === null) return;
        observer.disconnect();
        // After the next frame, the rows have been painted.
        requestAnimationFrame(() => setTimeout(() => Object.assign(window, { painted: performance.now() })));
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    const times: number[] = [];
    do {
      await inspector.show("/");
      const painted = await page.waitForFunction(() => (window as unknown as { painted?: number }).painted);
      times.push(Math.round((await painted.jsonValue()) ?? Number.NaN));
    } while (Math.min(...times) > 1000 && times.length < 3);
    console.info(`first paint of 10,000 mails: ${times.join(", ")} ms`);
    expect(Math.min(...times)).toBeLessThanOrEqual(1000);
    await page.getByText("10,000 mails", { exact: true }).waitFor();

    const list = page.getByRole("list", { name: "Mails" });
    const all: string[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const found: MailPage = await control(inspector, `/mails?limit=500${next && `&cursor=${next}`}`);
      all.push(...found.mails.map(({ id }) => id));
      next = found.next;
    }
    expect(new Set(all).size).toBe(10_000);
    await expect
      .poll(
        async () => {
          await list.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
          return rowOf(inspector, all.at(-1) ?? "").count();
        },
        { timeout: 30_000, interval: 20 },
      )
      .toBe(1);
    expect(await page.locator("[data-mail]").count()).toBeLessThan(60);

    await list.evaluate((element) => element.scrollTo({ top: element.scrollHeight / 2 }));
    const row = rowOf(inspector, all[5003] ?? "");
    await row.click();
    await page.getByRole("region", { name: "Mail" }).getByTitle("The mail as HTML").waitFor();
    const top = async (): Promise<number> => (await row.boundingBox())?.y ?? Number.NaN;
    const before = await top();
    for (const count of [1, 2]) {
      const { event } = await control<RecipientActionResult>(inspector, "/actions", {
        mail: all[9000],
        action: "reply",
      });
      await page.getByRole("button", { name: `${count} new mail` }).waitFor();
      expect(await top()).toBe(before);
      expect(await row.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await rowOf(inspector, event.mail ?? "").count()).toBe(0);
    }
    await page.keyboard.press("j");
    await expect.poll(() => new URL(page.url()).searchParams.get("mail")).toBe(all[5004]);
    await page.getByRole("button", { name: "2 new mails above" }).click();
    await expect.poll(() => list.getByRole("link").filter({ hasText: "Received" }).count()).toBe(2);
    // The focus goes with it, and never to nothing.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("Received");
    await list.evaluate((element) => element.scrollTo({ top: 100_000 }));
    await expect.poll(() => rowOf(inspector, all[1352] ?? "").count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Received");
    await page.getByLabel("Search mails").fill("hello");
    await page.getByText("10,002 of 10,002 mails").waitFor();
    // The script that measures the first paint is also tried in the frames of the mails.
    inspector.expectTroubles(/'allow-scripts'/);
  });
});
