import type { CampaignList, LeadDetail, LeadFilterValues, LeadPage } from "@modulex-instantly/sandbox";
import { describe, expect, it } from "vitest";
import { accessibilityViolations, openInspector } from "./open-inspector.ts";
import { activate, callApi, callControl, createCampaign } from "./sandbox-api.ts";

describe("the table of leads", () => {
  it("shows what the sandbox knows about each lead, and is filtered as the API filters", async () => {
    const { page, sandbox, show } = await openInspector({ scenario: "replies" });
    await show("/?view=leads");
    const table = page.getByRole("table", { name: "Leads" });
    const total = page.locator("search").getByRole("status");
    await expect.poll(() => total.textContent()).toBe("8 leads");
    expect(await table.getAttribute("aria-rowcount")).toBe("9");
    expect(await table.getByRole("columnheader").allTextContents()).toEqual([
      ...["Email and name", "Company", "Status", "Interest", "Verification", "Opens", "Clicks", "Replies"],
      ...["Last step", "Next due"],
    ]);
    const { leads } = await callControl<LeadPage>(sandbox, "GET /leads");
    for (const [index, lead] of leads.entries()) {
      const row = table.locator(`[aria-rowindex="${index + 2}"]`);
      const cells = await row.getByRole("cell").allTextContents();
      expect(cells[0]).toContain(lead.email);
      expect(cells[0]).toContain(lead.name);
      expect(cells.slice(1, 8)).toEqual([
        lead.company,
        lead.status.label,
        lead.interest?.label ?? "",
        lead.verification?.label ?? "",
        ...[lead.opens, lead.clicks, lead.replies].map(String),
      ]);
      expect(await row.locator("time").evaluateAll((all) => all.map((time) => time.getAttribute("datetime")))).toEqual(
        [lead.lastContact, lead.nextDue].filter((at) => at !== null),
      );
    }

    const { statuses, filters, lists } = await callControl<LeadFilterValues>(sandbox, "GET /lead-filters");
    const countOf = async (query: string): Promise<string> => {
      const { total: count } = await callControl<LeadPage>(sandbox, `GET /leads?count=true&${query}`);
      return `${count} ${count === 1 ? "lead" : "leads"}`;
    };
    const choose = async (label: string, option: string, query: string): Promise<void> => {
      await page.getByLabel(label, { exact: true }).selectOption({ label: option });
      await expect.poll(() => total.textContent(), { message: option }).toBe(await countOf(query));
    };
    for (const { value, label } of statuses) await choose("Status", label, `status=${value}`);
    await page.getByRole("link", { name: "Clear" }).click();
    for (const { value, label } of filters) await choose("Filter", label, `filter=${value}`);
    expect(new URL(page.url()).searchParams.get("filter")).toBe(filters.at(-1)?.value);
    await page.getByText("No lead matches these filters.").waitFor();
    await page.getByRole("link", { name: "Clear" }).click();
    const [campaign] = (await callControl<CampaignList>(sandbox, "GET /campaigns")).campaigns;
    await choose("Campaign", campaign?.name ?? "", `campaign=${campaign?.id}`);
    await choose("Lead list", lists[0]?.name ?? "", `campaign=${campaign?.id}&list=${lists[0]?.id}`);
    await page.getByRole("link", { name: "Clear" }).click();
    await page.keyboard.press("/");
    await page.keyboard.type("lena");
    await expect.poll(() => total.textContent()).toBe(await countOf("search=lena"));
    expect(new URL(page.url()).searchParams.get("search")).toBe("lena");
  });

  it("keeps what an address says, and explains a filter that does not exist", async () => {
    const { page, show, expectTroubles } = await openInspector({ scenario: "pages" });
    await show("/?view=leads&search=ada&status=1");
    expect(await page.getByRole("searchbox").inputValue()).toBe("ada");
    expect(await page.getByLabel("Status", { exact: true }).inputValue()).toBe("1");
    await show("/?view=leads&filter=FILTER_VAL_NOTHING");
    await page.getByRole("alert").getByText("filter: expected one of").waitFor();
    await show("/?view=leads&lead=nothing");
    await page.getByRole("alert").getByText("There is no lead nothing").waitFor();
    expectTroubles(400, 404);
  });

  it("shows the leads of another workspace on request", async () => {
    const { page, sandbox, show } = await openInspector({ limits: "off" });
    await show("/?view=leads");
    await page.getByText("No lead exists yet.").waitFor();
    const { sub } = sandbox.workspaces;
    await callApi(sandbox, "POST /leads", { email: "sub@kestrel.example.com" }, { "x-as-workspace": sub });
    await page.getByLabel("Workspace", { exact: true }).selectOption(sub);
    await page.getByRole("link", { name: "sub@kestrel.example.com" }).click();
    await page.getByText("The lead is in no campaign.").waitFor();
    expect(new URL(page.url()).searchParams.get("workspace")).toBe(sub);
  });

  it("is used by keys, also beside an open lead", async () => {
    const { page, sandbox, show } = await openInspector({ scenario: "pages" });
    await show("/?view=leads");
    const { leads } = await callControl<LeadPage>(sandbox, "GET /leads");
    await page.getByRole("link", { name: leads[0]?.email ?? "" }).waitFor();
    const open = () => new URL(page.url()).searchParams.get("lead");
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    for (let step = 0; step < 30; step += 1) await page.keyboard.press("j");
    await page.keyboard.press("k");
    await expect.poll(focused).toBe(leads[28]?.email);
    await page.keyboard.press("Enter");
    await expect.poll(open).toBe(leads[28]?.id);
    await page.getByRole("heading", { name: leads[28]?.email ?? "", exact: true }).waitFor();
    await page.keyboard.press("j");
    await expect.poll(open).toBe(leads[29]?.id);
    await page.keyboard.press("Escape");
    await expect.poll(open).toBeNull();
    await expect.poll(focused).toBe(leads[29]?.email);
  });
});

describe("a lead", () => {
  it("has its timeline, mails, variables and JSON, and shows what another program does to it", async () => {
    const inspector = await openInspector({ limits: "off" });
    const { page, sandbox, show } = inspector;
    const id = await createCampaign(sandbox, { open_tracking: true }, [
      { email: "open@kestrel.example.com", first_name: "Freya", custom_variables: { city: "Porto", seats: 12 } },
    ]);
    await activate(sandbox, id);
    sandbox.advance("4h");
    const [row] = (await callControl<LeadPage>(sandbox, `GET /leads?campaign=${id}`)).leads;
    const lead = await callControl<LeadDetail>(sandbox, `GET /leads/${row?.id}`);
    await show(`/?view=leads&lead=${row?.id}`);
    const pane = page.getByRole("region", { name: "Lead" });
    const timeline = pane.getByRole("region", { name: "Timeline" }).getByRole("listitem");
    await timeline.first().waitFor();
    const items = await timeline.evaluateAll((all) =>
      all.map((item) => ({
        at: item.querySelector("time")?.dateTime,
        isPlanned: item.textContent?.includes("Planned") === true,
        mail: new URLSearchParams(item.querySelector("a")?.search ?? "").get("mail"),
        text: item.textContent ?? "",
      })),
    );
    const past = lead.timeline.filter(({ isPlanned }) => !isPlanned).length;
    expect(items[past]?.text).toContain("Virtual now");
    items.splice(past, 1);
    expect(items.map(({ at, isPlanned, mail }) => ({ at, isPlanned, mail }))).toEqual(
      lead.timeline.map(({ at, isPlanned, mail }) => ({ at, isPlanned, mail })),
    );
    expect(items.map(({ text }) => text).join("\n")).toMatch(/Step 1 was sent: One[\s\S]*Step 2 will be sent: Re: One/);
    expect(lead.mails).toHaveLength(1);
    await pane.getByRole("region", { name: "Mails" }).getByRole("link", { name: "One" }).waitFor();
    expect(await pane.getByRole("region", { name: "Variables" }).textContent()).toMatch(/city\s*Porto\s*seats\s*12/);
    await pane.getByText("As the API returns it").click();
    expect(JSON.parse((await pane.locator("pre").textContent()) ?? "")).toEqual(
      await callApi(sandbox, `GET /leads/${row?.id}`),
    );
    await page.getByLabel("Times in").selectOption("local");
    const at = items[1]?.at ?? "";
    const berlin = new Date(at).toLocaleTimeString("en-GB", { timeZone: "Europe/Berlin" }).slice(0, 5);
    await expect.poll(() => timeline.nth(1).textContent()).toContain(berlin);
    expect(await accessibilityViolations(inspector)).toEqual([]);

    await callControl(sandbox, "POST /actions", { lead: row?.id, action: "reply", text: "Yes, please" });
    await timeline.filter({ hasText: "The lead replied" }).waitFor();
    await pane.getByText("The lead has replied.", { exact: true }).waitFor();
    await pane.getByRole("region", { name: "Mails" }).getByText("Yes, please").waitFor();
  });

  it("with hostile values is text, and breaks no layout", async () => {
    const inspector = await openInspector({ limits: "off" });
    const { page, sandbox, show } = inspector;
    const hostile = {
      first_name: "<img src=x onerror=alert(1)>",
      last_name: "\u202eevil \u05e9\u05dc\u05d5\u05dd",
      company_name: "W".repeat(10_000),
      custom_variables: { [`<b>${"k".repeat(300)}`]: "v".repeat(5000), html: "<script>alert(1)</script>" },
    };
    const id = await createCampaign(sandbox, {}, [
      { email: "ada@kestrel.example.com", ...hostile },
      { email: "bo@kestrel.example.com", first_name: "Bo" },
    ]);
    const [row] = (await callControl<LeadPage>(sandbox, `GET /leads?campaign=${id}`)).leads;
    for (const [width, address] of [
      [1280, "/?view=leads"],
      [1280, `/?view=leads&lead=${row?.id}`],
      [390, `/?view=leads&lead=${row?.id}`],
      [390, "/?view=leads"],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await show(address);
      await page.getByText("<img src=x onerror=alert(1)>").first().waitFor();
      expect(await page.locator("img[onerror], main script").count()).toBe(0);
      const tooWide = await page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll("main, .split > *, .panel")]
          .filter((element) => element.scrollWidth > element.clientWidth + 1)
          .map((element) => `${element.className} ${element.scrollWidth} > ${element.clientWidth}`),
      );
      expect(tooWide, `${width} ${address}`).toEqual([]);
      if (width === 390) expect(await accessibilityViolations(inspector)).toEqual([]);
    }
  });
});
