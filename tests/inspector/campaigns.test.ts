import type { CampaignDetail, CampaignList, LeadPage } from "@modulex-instantly/sandbox";
import { describe, expect, it } from "vitest";
import { accessibilityViolations, openInspector } from "./open-inspector.ts";
import { activate, callApi, callControl, createCampaign, window } from "./sandbox-api.ts";

const weekdays = { 1: true, 2: true, 3: true, 4: true, 5: true };

describe("a campaign", () => {
  it("has numbers, each of which leads to its leads", async () => {
    const inspector = await openInspector({ scenario: "replies" });
    const { page, sandbox, show } = inspector;
    await show("/?view=campaigns");
    const [row] = (await callControl<CampaignList>(sandbox, "GET /campaigns")).campaigns;
    const item = page.getByRole("list", { name: "Campaigns" }).getByRole("listitem");
    await expect.poll(() => item.textContent()).toContain("8 leads · 12 sent");
    expect(await item.textContent()).toContain("Completed");
    expect(await item.textContent()).toContain(row?.sending.text);
    await item.getByRole("link").click();
    await expect.poll(() => new URL(page.url()).searchParams.get("campaign")).toBe(row?.id);

    const pane = page.getByRole("region", { name: "Campaign" });
    await pane.getByRole("heading", { name: "Steps" }).waitFor();
    const campaign = await callControl<CampaignDetail>(sandbox, `GET /campaigns/${row?.id}`);
    const links = await pane
      .locator("table a, [class*=statuses] a")
      .evaluateAll((all) =>
        all.map((link) => [link.textContent?.match(/\d+/)?.[0], link.getAttribute("href")] as const),
      );
    const variants = campaign.steps.flatMap((step) => step.variants);
    expect(links).toHaveLength(variants.length * 7 + campaign.steps.length + campaign.leadsByStatus.length);
    let sum = 0;
    for (const [text, href] of links) {
      const { view, zone: _, ...query } = Object.fromEntries(new URLSearchParams(href?.slice(2)));
      expect(view).toBe("leads");
      const { total } = await callControl<LeadPage>(sandbox, `GET /leads?count=true&${new URLSearchParams(query)}`);
      expect(total, `${href}`).toBe(Number(text));
      sum += Number(text);
    }
    expect(sum).toBeGreaterThan(20);
    expect(await accessibilityViolations(inspector)).toEqual([]);

    await pane.getByRole("link", { name: "2 opened, Step 2 A" }).click();
    const total = page.locator("search").getByRole("status");
    await expect.poll(() => total.textContent()).toBe("2 leads");
    await expect.poll(() => page.getByRole("row").count()).toBe(3);
    await page.getByRole("button", { name: "Remove the filter: Step 2 A was opened" }).click();
    await expect.poll(() => total.textContent()).toBe("8 leads");
  });

  it("has its schedule as a week, and its mails per day as a plot and a table", async () => {
    const inspector = await openInspector({ limits: "off" });
    const { page, sandbox, show } = inspector;
    const id = await createCampaign(
      sandbox,
      {
        daily_limit: 12,
        campaign_schedule: {
          start_date: "2026-09-01",
          end_date: "2026-12-18",
          schedules: [
            window("Mornings", "08:00", "11:30", "Europe/Belgrade", weekdays),
            window("Two afternoons", "13:00", "17:00", "Europe/Belgrade", { 2: true, 4: true }),
            window("Detroit", "09:00", "17:00", "America/Detroit", { 0: true }),
            window("Never", "17:00", "09:00", "America/Detroit", { 6: true }),
          ],
        },
      },
      ["ada@kestrel.example.com", "reply+interested@bo.example.com", "cleo@dune.example.com"],
    );
    await callControl(sandbox, "POST /state", { leads: 700, campaign: id });
    await activate(sandbox, id);
    sandbox.advance("26h");
    await show(`/?view=campaigns&campaign=${id}`);
    const pane = page.getByRole("region", { name: "Campaign" });
    await pane.getByText("Mornings: Monday to Friday, 08:00 to 11:30").waitFor();
    const text = await pane.textContent();
    expect(text).toContain("From Tue, 1 Sep 2026 to Fri, 18 Dec 2026.");
    expect(text).toContain("Two afternoons: Tuesday and Thursday, 13:00 to 17:00");
    expect(text).toContain("Detroit: Sunday, 09:00 to 17:00");
    expect(text).toContain("It never opens, because its end is not after its start");
    // 2026-09-08T10:00Z is a Tuesday.
    expect(sandbox.now()).toMatch(/^2026-09-08T10:00/);
    expect(text).toContain("Virtual now: Tuesday, 12:00 (Europe/Belgrade), sending is not allowed");
    expect(text).toContain("Virtual now: Tuesday, 06:00 (America/Detroit), sending is not allowed");
    const weeks = pane.getByTestId("week");
    await expect.poll(() => weeks.count()).toBe(2);
    await expect.poll(() => weeks.nth(0).locator("[class*=block]").count()).toBe(7);
    await expect.poll(() => weeks.nth(1).locator("[class*=block]").count()).toBe(1);

    const { days, plannedUntil } = await callControl<CampaignDetail>(sandbox, `GET /campaigns/${id}`);
    expect(days.some(({ plannedSent }) => plannedSent > 0) && days.some(({ sent }) => sent > 0)).toBe(true);
    // At 12 a day, the plan ends after the 60 days that are looked up.
    const cut = pane.getByText("What is planned is known until").locator("time");
    expect(await cut.getAttribute("datetime")).toBe(plannedUntil);
    await pane.getByText("The numbers as a table").click();
    const rows = pane.getByRole("table").last().getByRole("row");
    await expect.poll(() => rows.count()).toBe(days.length + 1);
    const cells = await rows.evaluateAll((all) =>
      all.slice(1).map((row) => [...row.querySelectorAll("td")].map((cell) => Number(cell.textContent))),
    );
    expect(cells).toEqual(days.map((day) => [day.sent, day.plannedSent, day.received, day.plannedReceived]));

    const plot = pane.getByRole("img", { name: /^Mails per day: \d+ mails sent and \d+ planned/ });
    await expect.poll(() => plot.getAttribute("data-drawn")).toBe("true");
    const picture = () => plot.locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    const light = await picture();
    await page.getByRole("button", { name: "Switch to dark colours" }).click();
    await expect.poll(picture).not.toBe(light);
    const width = () => plot.locator("canvas").evaluate((canvas) => canvas.clientWidth);
    const before = await width();
    await page.setViewportSize({ width: 1100, height: 800 });
    await expect.poll(width).toBeLessThan(before);
    expect(await accessibilityViolations(inspector)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    await expect.poll(width).toBeLessThan(390);
    expect(await accessibilityViolations(inspector)).toEqual([]);
    expect(await page.evaluate(() => document.querySelector("main")?.scrollWidth)).toBe(390);
  });

  it("marks a disabled variant and says what is cut, and stays open while another program changes it", async () => {
    const { page, sandbox, show, expectTroubles } = await openInspector({ limits: "off" });
    const steps = [
      {
        type: "email",
        delay: 2,
        variants: [
          { subject: "<b>Hello</b> {{firstName}}", body: "x" },
          { subject: "Off", body: "x", v_disabled: true },
        ],
      },
    ];
    const name = `<img src=x onerror=alert(1)> ${"long ".repeat(200)}`;
    const id = await createCampaign(sandbox, { name, sequences: [{ steps }] }, ["ada@kestrel.example.com"]);
    await show(`/?view=campaigns&campaign=${id}`);
    const pane = page.getByRole("region", { name: "Campaign" });
    await pane.getByText("The campaign was never activated.").waitFor();
    await expect.poll(() => pane.getByRole("row", { name: "B Off Disabled" }).count()).toBe(1);
    await expect.poll(() => pane.getByRole("row", { name: "A <b>Hello</b> {{firstName}}" }).count()).toBe(1);
    expect(await page.locator("img[onerror]").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);

    await callApi(sandbox, "POST /leads", { campaign: id, email: "bo@kestrel.example.com" });
    await pane.getByRole("link", { name: "2 leads", exact: true }).waitFor();
    await activate(sandbox, id);
    await pane.getByText("The campaign runs at").waitFor();
    const next = pane.getByRole("definition").filter({ hasText: "ada@kestrel" }).getByRole("link");
    await next.click();
    await page.getByRole("heading", { name: "ada@kestrel.example.com" }).waitFor();
    await page.goBack();
    await callControl(sandbox, "POST /state", { reset: true });
    await pane.getByRole("alert").getByText(`There is no campaign ${id}`).waitFor();
    await page.getByRole("button", { name: "All campaigns" }).click();
    await page.getByText("No campaign exists yet.").waitFor();
    expectTroubles(404);
  }, 30_000);
});

it("opens campaigns by keys, and says that an id is unknown", async () => {
  const { page, sandbox, show, expectTroubles } = await openInspector({ limits: "off" });
  const first = await createCampaign(sandbox, { name: "First" });
  const second = await createCampaign(sandbox, { name: "Second" });
  await show("/?view=campaigns");
  await page.getByRole("link", { name: "Second" }).waitFor();
  const open = () => new URL(page.url()).searchParams.get("campaign");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect.poll(open).toBe(second);
  await page.getByRole("heading", { name: "Second" }).waitFor();
  await page.keyboard.press("k");
  await expect.poll(open).toBe(first);
  await page.keyboard.press("Escape");
  await expect.poll(open).toBeNull();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("First");

  await show(`/?view=campaigns&campaign=${first}`);
  await page.getByRole("heading", { name: "First" }).waitFor();
  await page.keyboard.press("j");
  await expect.poll(open).toBe(second);

  await show("/?view=campaigns&campaign=nothing");
  await page.getByRole("alert").getByText("There is no campaign nothing").waitFor();
  await page.getByRole("link", { name: "First" }).click();
  await page.getByRole("heading", { name: "First" }).waitFor();
  expectTroubles(404);
});
