import type { CheckpointList, Overview, RunningSandbox } from "@modulex-instantly/sandbox";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { accessibilityViolations, openInspector } from "./open-inspector.ts";

async function get<Body>({ url }: RunningSandbox, path: string): Promise<Body> {
  return (await (await fetch(`${url}/_sandbox${path}`)).json()) as Body;
}

function post({ url }: RunningSandbox, path: string, body: object): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(`${url}/_sandbox${path}`, { method: "POST", headers, body: JSON.stringify(body) });
}

/** The virtual time on the page, to the minute: each new item takes a millisecond. */
async function nowOf(page: Page): Promise<string | undefined> {
  return minute(await page.getByTestId("now").getAttribute("datetime"));
}

function minute(time: string | number | null | undefined): string | undefined {
  return time == null ? undefined : new Date(time).toISOString().slice(0, 16);
}
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Starts the campaign of the scenario `outreach`. */
async function activate({ url, keys }: RunningSandbox): Promise<void> {
  const headers = { authorization: `Bearer ${keys.full}` };
  const { items } = (await (await fetch(`${url}/api/v2/campaigns`, { headers })).json()) as { items: { id: string }[] };
  await fetch(`${url}/api/v2/campaigns/${items[0]?.id}/activate`, { method: "POST", headers });
}

it("moves to the next event, by an hour, a day, to the next email, to a date, by a duration, and until idle", async () => {
  const { page, sandbox, show, expectTroubles } = await openInspector({ scenario: "outreach" });
  await show("/?view=sandbox");
  await page.getByText("No campaign email is planned.").waitFor();
  expect(await button(page, "To next send").getAttribute("title")).toBe("No campaign email is planned");
  expect(await button(page, "Next event").getAttribute("aria-disabled")).toBe("true");
  expect(await button(page, "Until idle").getAttribute("title")).toBe("Nothing is scheduled");
  await activate(sandbox);

  const overview = () => get<Overview>(sandbox, "/overview");
  const { clock } = await overview();
  await expect.poll(() => button(page, "Next event").getAttribute("aria-disabled")).toBe(null);
  await button(page, "Next event").click();
  await expect.poll(() => nowOf(page)).toBe(minute(clock.nextEvent?.at));

  const before = Date.parse(sandbox.now());
  await button(page, "+1 h").click();
  await expect.poll(() => nowOf(page)).toBe(minute(before + 3_600_000));
  await button(page, "+1 d").click();
  await expect.poll(() => nowOf(page)).toBe(minute(before + 25 * 3_600_000));
  await page.getByText(/^It is Tue 8 Sep, \d\d:\d\d\. \d+ events\.$/).waitFor();
  expect(minute(sandbox.now())).toBe(await nowOf(page));

  const { nextSend } = (await overview()).clock;
  await page
    .locator(".clock-next")
    .getByRole("link", { name: nextSend?.to ?? "?" })
    .waitFor();
  const sent = sandbox.outbox().length;
  await button(page, "To next send").click();
  await expect.poll(() => nowOf(page)).toBe(minute(nextSend?.at));
  expect(sandbox.outbox()).toHaveLength(sent + 1);
  await page.getByRole("link", { name: "Show it" }).click();
  expect(new URL(page.url()).searchParams.get("mail")).toBe(sandbox.outbox().at(-1)?.id);

  await button(page, "Until idle").click();
  await expect.poll(async () => (await overview()).clock.pending).toBe(0);
  await expect.poll(() => nowOf(page)).toBe(minute(sandbox.now()));
  await expect.poll(() => button(page, "Until idle").getAttribute("aria-disabled")).toBe("true");

  await button(page, "Set…").click();
  await page.getByLabel("Date and time in UTC").fill("2026-10-01T10:30");
  await button(page, "Set").click();
  await expect.poll(() => nowOf(page)).toBe("2026-10-01T10:30");
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  await button(page, "Set…").click();
  await page.getByLabel("Date and time in UTC").fill("2026-09-01T10:30");
  await button(page, "Set").click();
  await page.getByRole("alert").getByText("set: the clock only moves forward").waitFor();
  await page.getByLabel("By a duration").fill("soon");
  await button(page, "Advance").click();
  await page.getByRole("alert").getByText('advance: expected a duration such as "3d"').waitFor();
  await page.getByLabel("By a duration").fill("2d");
  await button(page, "Advance").click();
  await expect.poll(() => nowOf(page)).toBe("2026-10-03T10:30");
  expectTroubles(400);
});

it("rewinds to the state before a move, with everything, and keeps a moment on demand", async () => {
  const { page, sandbox, show, expectTroubles } = await openInspector({ scenario: "outreach" });
  await activate(sandbox);
  await show("/?view=sandbox");
  const before = sandbox.snapshot();
  await button(page, "+1 d").click();
  await expect.poll(() => sandbox.outbox().length).toBeGreaterThan(3);
  await page.getByText(/^It is /).waitFor();
  await button(page, "Rewind…").click();
  const dialog = page.getByRole("dialog", { name: "Rewind" });
  await dialog.getByText("At most 20 moments and 64 million characters").waitFor();
  await dialog.getByLabel("Label").fill("after <b>a day</b>");
  await dialog.getByRole("button", { name: "Keep this moment" }).click();
  const moments = dialog.getByRole("list", { name: "Kept moments" }).getByRole("listitem");
  await expect.poll(() => moments.count()).toBe(2);
  expect(await moments.nth(0).textContent()).toContain("after <b>a day</b>, ");
  expect(await moments.nth(1).textContent()).toContain("Mon 7 Sep, 08:00before one day, ");
  await moments.nth(1).getByRole("button", { name: "Go back" }).click();
  await expect.poll(() => nowOf(page)).toBe("2026-09-07T08:00");
  expect(sandbox.snapshot()).toBe(before);
  expect(sandbox.outbox()).toEqual([]);
  await page.getByText("Back at Mon 7 Sep, 08:00, with everything as it was.").waitFor();

  // What cannot be kept can still be moved, and a refused move keeps nothing twice.
  await page.route("**/_sandbox/checkpoints", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({ status: 413, json: { message: "The state is too large" } })
      : route.continue(),
  );
  await button(page, "+1 h").click();
  await expect.poll(() => nowOf(page)).toBe("2026-09-07T09:00");
  await page.getByText("The state before was not kept, so you cannot rewind to it: The state is too large").waitFor();
  await page.unroute("**/_sandbox/checkpoints");
  await button(page, "Set…").click();
  await page.getByLabel("By a duration").fill("soon");
  for (let times = 0; times < 3; times += 1) {
    await button(page, "Advance").click();
    await page.getByRole("alert").getByText("advance:").waitFor();
    await expect.poll(() => button(page, "Advance").getAttribute("aria-disabled")).toBe(null);
  }
  const { checkpoints } = await get<CheckpointList>(sandbox, "/checkpoints");
  expect(checkpoints.map(({ label }) => label)).toEqual([
    "before one day",
    "after <b>a day</b>",
    "before a move by soon",
  ]);
  expectTroubles(400, 413);
});

it("shows a move of another program while it happens, and tells the times apart", async () => {
  const { page, sandbox, show } = await openInspector();
  await show("/?view=sandbox&zone=local");
  const real = page.getByTestId("real-time");
  const first = await real.textContent();
  expect(first).toMatch(/^\d\d:\d\d:\d\d$/);
  await expect.poll(() => real.textContent()).not.toBe(first);
  const now = page.getByTestId("now");
  expect(await now.textContent()).toBe("10:00:00 Mon, 7 Sep 2026 Europe/Berlin");
  expect(await now.getAttribute("title")).toContain("Virtual time: Monday, 7 September 2026 at 10:00:00");
  await page.getByLabel("Times in").selectOption("Zone of each campaign");
  await page.getByText("what belongs to a campaign is in the zone of the campaign").waitFor();
  expect(await now.textContent()).toBe("08:00:00 Mon, 7 Sep 2026 UTC");

  // A campaign with many leads makes a long move.
  await page.getByLabel("Times in").selectOption("UTC");
  await post(sandbox, "/scenarios", { text: longScenario });
  await activate(sandbox);
  const move = post(sandbox, "/clock", { advance: "60d" });
  await page.getByText(/^Advancing from Mon 7 Sep, 08:00 to Fri 6 Nov, 08:00/).waitFor();
  expect(await button(page, "+1 h").getAttribute("title")).toBe("The clock is moving");
  const progress = page.getByRole("progressbar", { name: "Progress of the clock" });
  await expect.poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0);
  await move;
  await expect.poll(() => progress.count()).toBe(0);
  expect(await nowOf(page)).toBe(minute(sandbox.now()));
  await expect.poll(() => button(page, "+1 h").getAttribute("aria-disabled")).toBe(null);
});

/** A campaign that sends at any time, as fast as it can. */
const longScenario = `
title: A long move
campaigns:
  - name: Long
    campaign_schedule:
      schedules:
        - name: Always
          timing: { from: "00:00", to: "23:59" }
          days: { 0: true, 1: true, 2: true, 3: true, 4: true, 5: true, 6: true }
          timezone: Etc/GMT+12
    email_list: [mara@outreach.example.com]
    daily_limit: 100000
    email_gap: 0
    sequences: [{ steps: [{ type: email, delay: 1, variants: [{ subject: s, body: b }] }] }]
    leads:
${Array.from({ length: 6000 }, (_, index) => `      - { email: "reply+no${index}@example.com" }`).join("\n")}
`;

it("has dialogs for the keyboard and for the theme, and gives the focus back", async () => {
  const { page, show } = await openInspector();
  await show("/?view=sandbox");
  await button(page, "Keyboard shortcuts").click();
  await page.getByRole("dialog", { name: "Keyboard" }).getByText("the next row").waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe("Keyboard shortcuts");
  await button(page, "+1 h").focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => nowOf(page)).toBe("2026-09-07T09:00");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("+1 h");
  await button(page, "Switch to dark colours").click();
  expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
  await page.reload();
  await button(page, "Switch to light colours").click();
});

it.each([
  ["light", {}],
  ["dark", { colorScheme: "dark" as const }],
  ["phone", { viewport: { width: 390, height: 800 } }],
])("has no accessibility violation, dialogs included: %s", async (_, context) => {
  const inspector = await openInspector({ scenario: "outreach" }, context);
  const { page, sandbox, show } = inspector;
  await activate(sandbox);
  await show("/?view=faults");
  await button(page, "+1 h").click();
  await page.getByText(/^It is /).waitFor();
  expect(await accessibilityViolations(inspector)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  for (const name of ["Rewind…", "Set…", "Keyboard shortcuts"]) {
    await button(page, name).click();
    await page.getByRole("dialog").waitFor();
    expect([name, await accessibilityViolations(inspector)]).toEqual([name, []]);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  }
});
