import { describe, expect, it } from "vitest";
import { hostileHtml, hostileLinks } from "./hostile-mail.ts";
import {
  hostileServer,
  isInPlace,
  NAME,
  networkLog,
  openHostile,
  pwned,
  received,
  replyWith,
  showMail,
} from "./hostile-page.ts";

describe("a hostile mail", () => {
  it("runs nothing, loads nothing and opens nothing: in the page, in its frame, and at its own address", async () => {
    const opened = await openHostile();
    const { page, sandbox, client, reached } = opened;
    const host = hostileServer();
    const html = hostileHtml(host, NAME);
    const replied = await replyWith(opened, `<img src=x onerror=alert(1)>${html.slice(0, 100)}`, { html });

    const days = { 0: true, 1: true, 2: true, 3: true, 4: true, 5: true, 6: true };
    const { id: campaign } = await client.campaigns.create({
      name: "<script>alert('name')</script>",
      email_list: ["mara@outreach.example.com"],
      campaign_schedule: {
        schedules: [{ name: "x", timezone: "Africa/Abidjan", timing: { from: "00:00", to: "23:59" }, days }],
      },
      sequences: [{ steps: [{ type: "email", delay: 1, variants: [{ subject: "Hi {{firstName}}", body: html }] }] }],
    });
    await client.leads.create({ campaign, email: "ada@kestrel.example.com", first_name: "<svg onload=alert(2)>" });
    await client.campaigns.activate(campaign);
    const sent = await sandbox.waitForEmail({ to: "ada@kestrel.example.com" });
    const act = { mail: sent.id, action: "reply", text: html.slice(0, 90_000), subject: "<b>\u202EDon't</b>" };
    const action = await fetch(`${sandbox.url}/_sandbox/actions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(act),
    });
    const answered = ((await action.json()) as { event: { mail: string } }).event.mail;

    for (const id of [replied, sent.id, answered]) {
      await showMail(opened, id);
      for (const tab of ["Text", "Headers", "Source", "HTML"]) {
        await page.getByRole("tab", { name: tab }).click();
        expect(await isInPlace(page)).toBe(true);
      }
      const frame = page.getByTitle("The mail as HTML");
      await frame.contentFrame().getByText("plain link").first().waitFor();
      expect(await pwned(page)).toBe("Mails - Instantly sandbox");
      await page.goto(`${sandbox.url}/_sandbox/mails/${id}/html`);
      await page.getByText("plain link").first().waitFor();
      expect(page.url()).toBe(`${sandbox.url}/_sandbox/mails/${id}/html`);
    }

    await showMail(opened, replied);
    const address = page.url();
    for (const name of hostileLinks) {
      // A link may replace the document of the frame by an error of the browser: the mail is opened again.
      await page.getByRole("tab", { name: "Text" }).click();
      await page.getByRole("tab", { name: "HTML" }).click();
      const link = page.getByTitle("The mail as HTML").contentFrame().getByText(name, { exact: true }).first();
      await link.click({ timeout: 5000, noWaitAfter: true, force: true });
      expect(page.url(), name).toBe(address);
    }
    const form = page.getByTitle("The mail as HTML").contentFrame();
    await page.getByRole("tab", { name: "Text" }).click();
    await page.getByRole("tab", { name: "HTML" }).click();
    await form.getByText("Send form").click({ timeout: 3000, noWaitAfter: true, force: true });
    expect(page.url()).toBe(address);
    expect(await pwned(page)).toBe("Mails - Instantly sandbox");
    expect(page.context().pages()).toHaveLength(1);
    expect(reached).toEqual([]);
    expect(received).toEqual([]);
  });

  it("cannot hide or break what is around it: direction, control characters, long words, 5,000 recipients, headers", async () => {
    const opened = await openHostile();
    const { page, reached } = opened;
    const many = Array.from({ length: 5000 }, (_, index) => `person${index}@many.example.com`);
    const cases: [subject: string, text: string, more: object, shown: RegExp][] = [
      ["Invoice \u202Egnp.exe", "\u202E\u2066abc\0def\x1B[2J", {}, /^Invoice U\+202Egnp\.exe$/],
      ["W".repeat(5000), "W".repeat(50_000), {}, /^W{5000}$/],
      [
        "Hello\r\nBcc: victim@example.com\r\n\r\n<b>x",
        "--boundary\r\nContent-Type: text/html\r\n\r\n\uD800",
        {},
        /^HelloU\+000D U\+000ABcc: /,
      ],
      ["Many", "Hello", { cc_address_email_list: many.join(","), additional_recipients: many }, /^Many$/],
      ["a\u0301".repeat(400), `${"\u0301".repeat(2000)}${"{{".repeat(2000)}`, {}, /^(?:a\u0301)+$/],
      [" \u200B ", `${"\u202E".repeat(60_000)}x`, {}, /./],
    ];
    for (const [subject, text, more, shown] of cases) {
      const id = await replyWith(opened, subject, { text }, more);
      await showMail(opened, id);
      for (const tab of ["Text", "Headers", "Source", "HTML"]) {
        await page.getByRole("tab", { name: tab }).click();
        expect(await isInPlace(page), `${subject.slice(0, 20)} ${tab}`).toBe(true);
      }
      const heading = page.getByRole("region", { name: "Mail" }).getByRole("heading", { level: 2 });
      expect(await heading.textContent()).toMatch(shown);
      const row = page.locator(`[data-mail="${id}"]`);
      expect(await row.evaluate((element) => element.clientHeight)).toBeLessThanOrEqual(74);
    }
    const braces = await replyWith(opened, "Braces", { text: "{Hi|Hello} {{name | there}}" });
    await showMail(opened, braces);
    const left = page.getByRole("region", { name: "Template" }).getByRole("row");
    expect(await left.nth(1).textContent()).toBe("{Hi|Hello}BodyNot a tag: sent as it was written.");
    await page.getByLabel("Search mails").fill("person4999@");
    await page.getByText("1 of 23 mails").waitFor();
    await page.getByRole("list", { name: "Mails" }).getByRole("link").click();
    expect(await page.getByRole("list", { name: "Mails" }).getByRole("link").textContent()).toContain("+5,000");
    await page.getByRole("button", { name: "and 4,990 more" }).click();
    expect(await page.locator(".mails-addresses").last().textContent()).toContain("person4999@many.example.com");
    expect(await isInPlace(page)).toBe(true);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await isInPlace(page)).toBe(true);
    const source = await page.request.get(`${opened.sandbox.url}/_sandbox/mails?search=victim`);
    const { mails } = (await source.json()) as { mails: { id: string }[] };
    await showMail(opened, mails[0]?.id ?? "", "headers");
    expect(await page.getByRole("rowheader", { name: "Bcc" }).count()).toBe(0);
    expect(reached).toEqual([]);
  });

  it("of 10 MB leaves the page usable, in every tab", async () => {
    const opened = await openHostile({ bodyLimit: 40_000_000 });
    const { page, reached } = opened;
    const line = `<p style="color:red">Ten megabytes, <b>line</b> by line &amp; more</p>\n`;
    const html = line.repeat(Math.ceil(10_000_000 / line.length));
    const id = await replyWith(opened, "Large", { html });
    await page.addInitScript(() => {
      const state = { longest: 0 };
      Object.assign(window, { state });
      let last = performance.now();
      setInterval(() => {
        const now = performance.now();
        state.longest = Math.max(state.longest, now - last);
        last = now;
      }, 10);
    });
    const longest = async (): Promise<number> =>
      page.evaluate(() => {
        const { state } = window as unknown as { state: { longest: number } };
        const { longest: found } = state;
        state.longest = 0;
        return Math.round(found);
      });
    const pauses: Record<string, number> = {};
    await showMail(opened, id, "html");
    await page.getByText(/The HTML of this mail is large: 10.0 million characters/).waitFor();
    pauses["opening"] = await longest();
    await page.getByRole("tab", { name: "Text" }).click();
    await page.getByText(/The first 100 thousand characters of \d\.\d million characters are shown/).waitFor();
    pauses["text"] = await longest();
    await page.getByRole("tab", { name: "Source" }).click();
    const pre = page.getByRole("tabpanel").locator("pre");
    expect(((await pre.textContent()) ?? "").length).toBe(100_000);
    pauses["source"] = await longest();
    await page.getByRole("button", { name: "Show all" }).click();
    await expect
      .poll(async () => pre.evaluate((element) => (element.textContent ?? "").length))
      .toBeGreaterThan(10_000_000);
    pauses["whole source"] = await longest();
    // A live change does not load the bodies again.
    const loads: string[] = [];
    page.on("request", (request) => loads.push(new URL(request.url()).pathname));
    await replyWith(opened, "Small", { text: "Hello" });
    await page.getByRole("list", { name: "Mails" }).getByText("Small").waitFor();
    expect(loads).toContain("/_sandbox/mails");
    expect(loads).not.toContain(`/_sandbox/mails/${id}`);
    pauses["live change"] = await longest();
    await page.getByRole("tab", { name: "HTML" }).click();
    await page.getByRole("button", { name: "Show the HTML" }).click();
    await page
      .getByTitle("The mail as HTML")
      .contentFrame()
      .getByText("Ten megabytes")
      .first()
      .waitFor({ timeout: 30_000 });
    pauses["whole html"] = await longest();
    console.info("the longest pause of the page in ms:", JSON.stringify(pauses));
    const { "whole html": _asked, ...others } = pauses;
    expect(Math.max(...Object.values(others))).toBeLessThan(4000);
    await page.keyboard.press("Escape");
    await page.getByText("Select a mail to read it.").waitFor();
    expect(reached).toEqual([]);
  });
});

it("no name was looked up", async () => {
  const log = await networkLog();
  expect(log).toContain("/_sandbox/mails");
  const others = log.split("\n").filter((line) => line.includes(NAME));
  expect(others.map((line) => line.slice(0, 400))).toEqual([]);
});
