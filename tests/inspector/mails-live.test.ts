import { readFileSync } from "node:fs";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { MailPage, RecipientActionResult } from "@modulex-instantly/sandbox";
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { OpenInspector } from "./open-inspector.ts";
import { openInspector } from "./open-inspector.ts";

const clientOf = ({ sandbox }: OpenInspector) =>
  createInstantlyClient({ apiKey: sandbox.keys.full, baseUrl: sandbox.url });

async function control<Body>({ sandbox }: OpenInspector, path: string, body?: object): Promise<Body> {
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`${sandbox.url}/_sandbox${path}`, body === undefined ? {} : init);
  expect(response.status, path).toBe(200);
  return (await response.json()) as Body;
}

const rowOf = ({ page }: OpenInspector, id: string): Locator => page.locator(`[data-mail="${id}"]`);

const everyDay = { 0: true, 1: true, 2: true, 3: true, 4: true, 5: true, 6: true };

/** A sandbox with a sent email to each of a number of leads. */
async function withMails(count: number): Promise<OpenInspector> {
  const inspector = await openInspector({ scenario: "empty" });
  const client = clientOf(inspector);
  const { id } = await client.campaigns.create({
    name: "Large",
    email_list: ["mara@outreach.example.com"],
    email_gap: 0,
    daily_limit: 1_000_000,
    daily_max_leads: 1_000_000,
    campaign_schedule: {
      schedules: [{ name: "x", timezone: "Africa/Abidjan", timing: { from: "00:00", to: "23:59" }, days: everyDay }],
    },
    sequences: [
      { steps: [{ type: "email", delay: 1, variants: [{ subject: "Hello {{firstName}}", body: "Ten minutes?" }] }] },
    ],
  });
  await control(inspector, "/state", { leads: count, campaign: id });
  await client.campaigns.activate(id);
  await control(inspector, "/clock", { runUntilIdle: true });
  expect((await control<MailPage>(inspector, "/mails?limit=1")).total).toBe(count);
  return inspector;
}

describe("a rehearsal", () => {
  it("clock, mail, reply, received mail; what was typed outlives a failure and a live update", async () => {
    const inspector = await openInspector({ scenario: "outreach" });
    const { page, sandbox } = inspector;
    await inspector.show("/");
    await page.getByText("Nothing was sent yet.").waitFor();
    const client = clientOf(inspector);
    const [campaign] = (await client.campaigns.list()).items;
    await client.campaigns.activate(campaign?.id ?? "");
    await page.getByRole("button", { name: "To next send" }).click();
    await page.getByRole("link", { name: "Show it" }).click();
    const panel = page.getByRole("region", { name: "Mail" });
    const [sent] = sandbox.outbox();
    await panel.getByRole("heading", { level: 2, name: sent?.subject ?? "" }).waitFor();

    const act = panel.getByRole("region", { name: "Act as the recipient" });
    await act.getByRole("button", { name: "Reply…" }).click();
    await act.getByLabel("Language").fill("ja");
    await act.getByLabel("Interest").selectOption("meeting booked");
    await act.getByRole("button", { name: "Reply now" }).click();
    await act.getByRole("alert").getByText('language: "ja" needs a text').waitFor();
    await act.getByLabel("Text").fill("Thursday at ten?\nAda");
    await act.getByLabel("Subject").fill("Thursday");
    expect((await page.request.post(`${sandbox.url}/_sandbox/clock`, { data: { advance: "2h" } })).status()).toBe(200);
    await expect.poll(() => page.getByTestId("now").getAttribute("datetime")).toBe(sandbox.now());
    expect(await act.getByLabel("Text").inputValue()).toBe("Thursday at ten?\nAda");
    await page.keyboard.press("Escape");
    await rowOf(inspector, sent?.id ?? "").click();
    expect(await act.getByLabel("Text").inputValue()).toBe("Thursday at ten?\nAda");
    await act.getByLabel("Text").press("Control+Enter");

    await panel.getByRole("heading", { level: 2, name: "Thursday" }).waitFor();
    const [received] = (await client.emails.list({ email_type: "received", lead: sent?.to[0] ?? "" })).items;
    expect(received).toMatchObject({ subject: "Thursday", i_status: 2, body: { text: "Thursday at ten?\nAda" } });
    expect(new URL(page.url()).searchParams.get("mail")).toBe(received?.id);
    await panel.getByText("Meeting booked").waitFor();
    await panel.getByRole("tab", { name: "Text" }).click();
    expect(await panel.getByRole("tabpanel").locator("pre").textContent()).toBe("Thursday at ten?\nAda");
    await rowOf(inspector, received?.id ?? "").waitFor();
    expect(inspector.troubles.splice(0).every((trouble) => trouble.includes("400"))).toBe(true);
  });

  it("every other action says what happened, at once or later", async () => {
    const inspector = await openInspector({ scenario: "replies" });
    const { page, sandbox } = inspector;
    const mail = sandbox.outbox().find(({ to }) => to[0] === "ada@quiet.example.com");
    await inspector.show(`/?view=mails&mail=${mail?.id}`);
    const act = page.getByRole("region", { name: "Act as the recipient" });
    const notices = page.locator(".notices");
    await act.getByRole("button", { name: "Reply…" }).click();
    const readme = readFileSync("packages/sandbox/README.md", "utf8");
    const [, names = ""] = /expresses an interest: (.*?) *\|/.exec(readme) ?? [];
    expect(
      await act
        .getByLabel("Interest")
        .locator("option")
        .evaluateAll((all) => all.map((each) => each.getAttribute("value"))),
    ).toEqual(["", ...names.split(", ").map((name) => name.replaceAll("`", ""))]);
    await act.getByRole("button", { name: "Reply…" }).click();
    expect(await act.getByLabel("Interest").count()).toBe(0);
    const lead = (await control<{ lead: string }>(inspector, `/mails/${mail?.id}`)).lead;
    await act.getByLabel("After").fill("2h");
    await act.getByRole("button", { name: "Unsubscribe" }).click();
    await notices.getByText("Planned: unsubscribe.").waitFor();
    expect(await notices.getByRole("link").getAttribute("href")).toBe(`/?view=leads&lead=${lead}`);
    await act.getByLabel("After").fill("soon");
    await act.getByRole("button", { name: "Open" }).click();
    await act
      .getByRole("alert")
      .getByText(/after: expected a duration/)
      .waitFor();
    await act.getByLabel("After").fill("");
    const timeline = async (): Promise<(string | undefined)[]> =>
      (
        await control<{ timeline: { kind: string; isPlanned: boolean }[] }>(inspector, `/leads/${lead}`)
      ).timeline.flatMap(({ kind, isPlanned }) => (isPlanned ? [] : [kind]));
    for (const [name, kind] of [
      ["Open", "opened"],
      ["Click", "clicked"],
      ["Out of office", "auto_replied"],
      ["Bounce", "bounced"],
    ] as const) {
      await act.getByRole("button", { name, exact: true }).click();
      await expect.poll(timeline, { message: name }).toContain(kind);
    }
    expect(await timeline()).not.toContain("unsubscribed");
    await page.getByRole("button", { name: "+1 d" }).click();
    await expect.poll(timeline).toContain("unsubscribed");
    await page.getByRole("region", { name: "Thread" }).getByText("Automatic").waitFor();
    expect(inspector.troubles.splice(0).every((trouble) => trouble.includes("400"))).toBe(true);
  });
});

describe("a live change", () => {
  it("is on the screen 200 ms after the call of another program", async () => {
    const inspector = await openInspector({ scenario: "replies" });
    const { page, sandbox } = inspector;
    await inspector.show("/");
    await page.getByText("16 mails").waitFor();
    await page.evaluate(() => {
      const seen: Record<string, number> = {};
      Object.assign(window, { seen });
      new MutationObserver(() => {
        for (const row of document.querySelectorAll<HTMLElement>("[data-mail]")) {
          seen[row.dataset["mail"] ?? ""] ??= Date.now();
        }
      }).observe(document.body, { childList: true, subtree: true });
    });
    const mail = sandbox.outbox()[0]?.id;
    const round = async (): Promise<number> => {
      const times: number[] = [];
      for (let index = 0; index < 7; index += 1) {
        const start = Date.now();
        const { event } = await control<RecipientActionResult>(inspector, "/actions", { mail, action: "reply" });
        await rowOf(inspector, event.mail ?? "").waitFor();
        const seen = await page.evaluate(
          (id) => (window as unknown as { seen: Record<string, number> }).seen[id],
          event.mail ?? "",
        );
        times.push((seen ?? Number.NaN) - start);
      }
      console.info(`from the control call to the screen: ${times.join(", ")} ms`);
      expect(Math.max(...times)).toBeLessThan(3000);
      return times.sort((one, other) => one - other)[3] ?? Number.NaN;
    };
    // The machine of a test has other things to do: one of three rounds counts.
    const medians: number[] = [];
    do medians.push(await round());
    while (Math.min(...medians) > 200 && medians.length < 3);
    expect(Math.min(...medians)).toBeLessThanOrEqual(200);
    const first = page.getByRole("list", { name: "Mails" }).getByRole("link").first();
    expect(await first.textContent()).toContain("Received");
  });
});

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
    expect(inspector.troubles.splice(0).every((trouble) => trouble.includes("'allow-scripts'"))).toBe(true);
  });
});
