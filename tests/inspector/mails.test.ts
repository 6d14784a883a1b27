import type { MailDetail, MailPage, MailQuery } from "@modulex-instantly/sandbox";
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { OpenInspector } from "./open-inspector.ts";
import { openInspector } from "./open-inspector.ts";
import { callControl } from "./sandbox-api.ts";

const get = <Body>({ sandbox }: OpenInspector, path: string): Promise<Body> => callControl(sandbox, `GET ${path}`);

const mailsOf = (inspector: OpenInspector, query: MailQuery = {}): Promise<MailPage> =>
  get(
    inspector,
    `/mails?${new URLSearchParams(Object.entries({ limit: 500, ...query }).map(([k, v]) => [k, `${v}`]))}`,
  );

const rows = ({ page }: OpenInspector): Locator => page.getByRole("list", { name: "Mails" }).getByRole("link");

/** The ids of the rows in the document, from top to bottom. */
const idsIn = (inspector: OpenInspector): Promise<(string | null)[]> =>
  rows(inspector).evaluateAll((all) => all.map((row) => row.getAttribute("data-mail")));

const address = ({ page }: OpenInspector): Record<string, string> =>
  Object.fromEntries(new URL(page.url()).searchParams);

describe("the list of mails", () => {
  it("has every mail with its recipient, subject, preview, time, step, campaign, interest and warnings", async () => {
    const inspector = await openInspector({ scenario: "replies" });
    await inspector.show("/");
    const { mails } = await mailsOf(inspector);
    await expect.poll(() => idsIn(inspector)).toEqual(mails.map(({ id }) => id));
    const shown = await rows(inspector).allInnerTexts();
    for (const [index, mail] of mails.entries()) {
      const text = (shown[index] ?? "").replaceAll(/\s+/g, " ");
      const person = mail.by === "recipient" ? mail.from : mail.to[0];
      const [, step] = /^0_(\d)_/.exec(mail.step ?? "") ?? [];
      for (const part of [mail.leadName, person, mail.subject, mail.preview, mail.campaignName])
        expect(text).toContain(part);
      if (step !== undefined)
        expect(text).toContain(`Step ${Number(step) + 1} ${mail.step?.endsWith("_0") ? "A" : "B"}`);
      expect(text.includes("Interested")).toBe(mail.interest?.value === 1);
      expect(text.includes("1 warning: no unsubscribe header")).toBe(mail.warnings.length === 1);
      expect(text).toContain(mail.by === "campaign" ? "Sent" : mail.isAutomatic ? "Automatic" : "Received");
    }
    await expect.poll(() => inspector.page.getByText("16 mails").isVisible()).toBe(true);
    const zoned = rows(inspector).last().locator("time");
    expect(await zoned.textContent()).toBe("Mon 7 Sep, 08:01");
    expect(mails.at(-1)).toMatchObject({
      at: expect.stringContaining("2026-09-07T08:01"),
      timezone: "Europe/Belgrade",
    });
    await inspector.page.getByLabel("Times in").selectOption("campaign");
    await expect.poll(() => zoned.textContent()).toBe("Mon 7 Sep, 10:01");
  });

  it("is filtered by the sandbox, and the filters are in the address", async () => {
    const inspector = await openInspector({ scenario: "replies" });
    const { page } = inspector;
    await inspector.show("/?view=mails");
    const shows = async (query: MailQuery): Promise<void> => {
      const { mails, total } = await mailsOf(inspector, query);
      await expect.poll(() => idsIn(inspector), { message: JSON.stringify(query) }).toEqual(mails.map(({ id }) => id));
      await expect.poll(() => page.getByText(`${mails.length} of ${total} mails`, { exact: true }).count()).toBe(1);
    };
    const history = (): Promise<number> => page.evaluate("history.length");
    await page.getByLabel("Direction").selectOption("Received");
    await shows({ direction: "received" });
    const entries = await history();
    await page.getByLabel("Search mails").pressSequentially("lena");
    await shows({ direction: "received", search: "lena" });
    expect(address(inspector)).toEqual({ view: "mails", direction: "received", search: "lena" });
    expect(await history()).toBe(entries);
    await page.getByLabel("Direction").selectOption("Sent by a campaign");
    await shows({ by: "campaign", search: "lena" });
    await page.goBack();
    await shows({ direction: "received", search: "lena" });
    await page.getByRole("link", { name: "Clear filters" }).click();
    await expect.poll(() => idsIn(inspector)).toHaveLength(16);
    expect(await page.getByLabel("Search mails").inputValue()).toBe("");
    await page.getByLabel("Warning", { exact: true }).selectOption("no unsubscribe header");
    await shows({ warning: "no_unsubscribe_header" });
    await page.getByLabel("Warning", { exact: true }).selectOption("Any warning");
    await shows({ warning: "any" });
    const [mail] = (await mailsOf(inspector)).mails;
    await page.getByLabel("Campaign", { exact: true }).selectOption(mail?.campaignName ?? "");
    expect(address(inspector)).toMatchObject({ warning: "any", campaign: mail?.campaign });
    await page.getByLabel("Warning", { exact: true }).selectOption("second reply");
    await page.getByText("No mail matches these filters.").waitFor();
    await page.getByRole("link", { name: "Clear filters" }).last().click();
    await expect.poll(() => idsIn(inspector)).toHaveLength(16);

    const lena = (await mailsOf(inspector, { search: "lena" })).mails[0];
    await inspector.show(`/?view=mails&lead=${lena?.lead}&thread=${lena?.thread}&step=0_0`);
    await shows({ lead: lena?.lead ?? "", thread: lena?.thread ?? "", step: "0_0" });
    await page.getByText("Lead: Lena").waitFor();
    await page.getByText(`Thread: ${lena?.subject.replace("Re: ", "")}`).waitFor();
    await page.getByRole("button", { name: "Remove the filter step" }).click();
    await page.getByRole("button", { name: "Remove the filter thread" }).click();
    await shows({ lead: lena?.lead ?? "" });
    await page.getByRole("button", { name: "Remove the filter lead" }).click();
    await expect.poll(() => idsIn(inspector)).toHaveLength(16);
    expect(address(inspector)).toEqual({ view: "mails" });
  });

  it("says what to do without mails, and what is wrong with an address", async () => {
    const inspector = await openInspector({ scenario: "outreach" });
    const { page } = inspector;
    await inspector.show("/");
    await page.getByText("Nothing was sent yet.").waitFor();
    expect(await page.getByRole("main").getByRole("link", { name: "campaign" }).getAttribute("href")).toBe(
      "/?view=campaigns",
    );
    await inspector.show("/?view=mails&warning=weekends");
    await page
      .getByRole("alert")
      .getByText(/warning: expected one of .*; did you mean "weekend"\?/)
      .waitFor();
    await page.getByRole("alert").getByRole("link", { name: "Clear filters" }).click();
    await page.getByText("Nothing was sent yet.").waitFor();
    await inspector.show("/?view=mails&mail=nothing");
    await page.getByText("There is no mail with this id.").waitFor();
    inspector.expectTroubles(400, 404);
  });
});

describe("the keys", () => {
  it("j and k move, Enter opens, Esc closes, / searches", async () => {
    const inspector = await openInspector({ scenario: "replies" });
    const { page } = inspector;
    await inspector.show("/");
    const { mails } = await mailsOf(inspector);
    await expect.poll(() => idsIn(inspector)).toHaveLength(16);
    const focused = (): Promise<string | null> =>
      page.evaluate(() => document.activeElement?.getAttribute("data-mail") ?? null);
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press("j");
    await expect.poll(focused).toBe(mails[0]?.id);
    await press("j", "j", "k", "ArrowDown");
    await expect.poll(focused).toBe(mails[2]?.id);
    expect(address(inspector)["mail"]).toBeUndefined();
    await press("Enter");
    await expect.poll(() => address(inspector)["mail"]).toBe(mails[2]?.id);
    await press("j");
    await expect.poll(() => address(inspector)["mail"]).toBe(mails[3]?.id);
    await page.getByRole("region", { name: "Mail" }).getByRole("heading", { level: 2 }).waitFor();
    expect(await rows(inspector).and(page.locator("[aria-current]")).getAttribute("data-mail")).toBe(mails[3]?.id);
    for (let index = 3; index < 15; index += 1) await press("j");
    await expect.poll(focused).toBe(mails[15]?.id);
    expect(await rows(inspector).last().isVisible()).toBe(true);
    await press("j", "Escape");
    await expect.poll(() => address(inspector)["mail"]).toBeUndefined();
    await expect.poll(focused).toBe(mails[15]?.id);
    await press("/", "z");
    expect(await page.getByLabel("Search mails").inputValue()).toBe("z");
    await press("Escape", "k");
    await page.getByText("0 of 16 mails").waitFor();
  });
});

describe("a mail", () => {
  it("shows its facts, warnings, text, headers, source, leftovers and thread, and each tab has an address", async () => {
    const inspector = await openInspector(
      { scenario: "replies" },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
    const { page } = inspector;
    const [summary] = (await mailsOf(inspector, { search: "lena", direction: "sent" })).mails;
    const mail = await get<MailDetail>(inspector, `/mails/${summary?.id}`);
    await inspector.show("/");
    await rows(inspector)
      .and(page.locator(`[data-mail="${mail.id}"]`))
      .click();
    const panel = page.getByRole("region", { name: "Mail" });
    await panel.getByRole("heading", { level: 2, name: mail.subject }).waitFor();
    const facts = await panel
      .locator("dl.facts > div")
      .evaluateAll((all) => all.map((fact) => Array.from(fact.children, ({ textContent }) => textContent)));
    expect(facts).toEqual([
      ["From", mail.from],
      ["To", mail.to.join(", ")],
      ["Lead", "Lena"],
      ["Time", "Monday, 7 September 2026 at 08:01:00 UTC Sent"],
      ["Campaign", `${mail.campaignName}, Step 1 ${mail.step === "0_0_0" ? "A" : "B"}`],
    ]);
    expect(await panel.getByRole("list", { name: "Warnings" }).textContent()).toContain(mail.warnings[0]?.text);
    const href = (name: string | RegExp): Promise<string | null> =>
      panel.getByRole("link", { name }).first().getAttribute("href");
    expect(await href("Lena")).toBe(`/?view=leads&lead=${mail.lead}`);
    expect(await href(mail.campaignName ?? "")).toBe(`/?view=campaigns&campaign=${mail.campaign}`);
    expect(await href(/^Step 1/)).toContain(`campaign=${mail.campaign}&step=${mail.step}`);
    const frame = panel.getByTitle("The mail as HTML");
    expect(await frame.getAttribute("sandbox")).toBe("");
    expect(await frame.contentFrame().locator("body").innerHTML()).toBe(mail.html?.replaceAll("<br/>", "<br>"));
    expect(await frame.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe("rgb(255, 255, 255)");

    await panel.getByRole("tab", { name: "Text" }).click();
    expect(await panel.getByRole("tabpanel").locator("pre").textContent()).toBe(mail.text);
    await panel.getByRole("tab", { name: "Headers" }).click();
    const headers = await panel.getByRole("tabpanel").getByRole("row").allInnerTexts();
    expect(headers.slice(1)).toEqual(mail.headers.map(({ name, value }) => `${name}\t${value}`));
    await panel.getByRole("tab", { name: "Source" }).click();
    await panel.getByRole("button", { name: "Copy the source" }).click();
    await panel.getByText("Copied").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(mail.source);
    expect(await panel.getByRole("tabpanel").locator("pre").textContent()).toBe(mail.source);
    expect(address(inspector)).toEqual({ mail: mail.id, tab: "source" });
    await page.reload();
    await panel.getByRole("tab", { name: "Source", selected: true }).waitFor();

    const thread = panel.getByRole("region", { name: "Thread" });
    const others = (await mailsOf(inspector, { thread: mail.thread, order: "asc" })).mails;
    await expect.poll(() => thread.getByRole("listitem").count()).toBe(others.length);
    const reply = others.find(({ by }) => by === "recipient");
    const closed = thread.getByRole("listitem").filter({ hasText: "Received" });
    await closed.locator("summary").click();
    await closed.getByText("That sounds useful.").waitFor();
    await closed.getByRole("link", { name: "Open this mail" }).click();
    await panel.getByRole("heading", { level: 2, name: reply?.subject ?? "" }).waitFor();
    expect(await panel.getByText("Interested", { exact: true }).isVisible()).toBe(true);
    expect(await panel.getByRole("region", { name: "Act as the recipient" }).count()).toBe(0);
    await thread.getByRole("link", { name: "Only these in the list" }).click();
    await expect.poll(() => idsIn(inspector)).toEqual(others.map(({ id }) => id).reverse());
    await panel.getByRole("link", { name: "Older" }).click();
    await expect.poll(() => address(inspector)["mail"]).toBe(others.at(-2)?.id);
    await panel.getByRole("link", { name: "Close" }).click();
    expect(await panel.count()).toBe(0);
  });
});
