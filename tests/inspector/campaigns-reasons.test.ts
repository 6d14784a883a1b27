import type { CampaignDetail, LeadDetail, LeadPage, RunningSandbox } from "@modulex-instantly/sandbox";
import { expect, it } from "vitest";
import { openInspector } from "./open-inspector.ts";
import { activate, callControl, createCampaign, window } from "./sandbox-api.ts";

const people = ["ada@kestrel.example.com", "bo@dune.example.com", "cleo@fjord.example.com"];
const TIME = /[A-Z][a-z]{2} \d+ [A-Z][a-z]{2} \d{4}, \d\d:\d\d \([^)]+\)/;

/** `Tue 8 Sep, 09:00` */
function shown(at: string, timeZone: string): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-GB", {
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone,
    })
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  return `${parts["weekday"]} ${parts["day"]} ${parts["month"]?.slice(0, 3)}, ${parts["hour"]}:${parts["minute"]}`;
}

const detailOf = (sandbox: RunningSandbox, id: string) => callControl<CampaignDetail>(sandbox, `GET /campaigns/${id}`);

it("says why a campaign sends nothing and until when, in the time zone of the page, after each move of the clock", async () => {
  const { page, sandbox, show } = await openInspector({ limits: "off" });
  const belgrade = [window("Office hours", "09:00", "17:00", "Europe/Belgrade")];
  const campaigns = {
    draft: await createCampaign(sandbox, { name: "Draft" }, people),
    outside_schedule: await createCampaign(
      sandbox,
      { name: "Late", campaign_schedule: { schedules: belgrade } },
      people,
    ),
    daily_limit: await createCampaign(sandbox, { name: "Few", daily_limit: 1 }, people),
    email_gap: await createCampaign(sandbox, { name: "Slow", email_gap: 900 }, people),
    no_leads: await createCampaign(sandbox, { name: "Nobody" }),
  };
  for (const [code, id] of Object.entries(campaigns)) if (code !== "draft") await activate(sandbox, id);
  await show("/?view=campaigns");
  await page.getByRole("button", { name: "+1 h" }).click();
  sandbox.advance("11h");
  const list = page.getByRole("list", { name: "Campaigns" });
  await expect.poll(() => list.textContent()).toContain("It opens at");
  const codes: string[] = [];
  for (const [code, id] of Object.entries(campaigns)) {
    const { name: title, sending, timezone } = await detailOf(sandbox, id);
    codes.push(sending.code);
    await list.getByRole("link", { name: title }).click();
    for (const [zone, name] of [
      ["utc", "UTC"],
      ["campaign", timezone],
      ["local", "Europe/Berlin"],
    ] as const) {
      await page.getByLabel("Times in").selectOption(zone);
      const panel = page.getByRole("region", { name: "Why is nothing being sent?" });
      const reason = sending.until === null ? sending.text : sending.text.replace(TIME, shown(sending.until, name));
      await panel.getByText(reason).waitFor();
      expect(new URL(page.url()).searchParams.get("campaign")).toBe(id);
      expect(await list.textContent(), code).toContain(reason);
      if (sending.next) {
        const text = await panel.textContent();
        expect(text).toContain(shown(sending.next.at, name));
        expect(text).toContain(sending.next.to);
      } else {
        await panel.getByText("No email is planned, however long the clock runs.").waitFor();
      }
      if (sending.until === null) break;
    }
  }
  expect(codes.map((code) => (code === "campaign_completed" ? "no_leads" : code))).toEqual(Object.keys(campaigns));

  // The clock moves to the next email: the reason changes without a reload.
  await show(`/?view=campaigns&campaign=${campaigns.outside_schedule}`);
  const before = await detailOf(sandbox, campaigns.outside_schedule);
  const panel = page.getByRole("region", { name: "Why is nothing being sent?" });
  await panel.getByText("The schedule allows no email now.").waitFor();
  sandbox.setClock(before.sending.next?.at ?? "");
  const after = await detailOf(sandbox, campaigns.outside_schedule);
  expect(after.sending.code).not.toBe("outside_schedule");
  await expect.poll(() => panel.textContent()).not.toContain("The schedule allows no email now.");
});

it("says why a lead gets nothing", async () => {
  const { page, sandbox, show } = await openInspector({ limits: "off" });
  const verified = { verify_leads_on_import: true };
  const id = await createCampaign(sandbox, { stop_for_company: true, email_gap: 0 }, [
    "bounce@b.example.com",
    "unsubscribe@u.example.com",
    "reply+interested@r.example.com",
    "colleague@r.example.com",
    { email: "risky@k.example.com", ...verified },
    { email: "invalid@i.example.com", ...verified },
    "ada@a.example.com",
  ]);
  sandbox.advance("30m");
  await activate(sandbox, id);
  sandbox.advance("5h");
  const reasons: Record<string, string> = {
    bounce: "An email to the lead bounced.",
    unsubscribe: "The lead has unsubscribed.",
    reply: "The lead has replied.",
    colleague: "Somebody at the same company has replied.",
    risky: "The address was verified as risky",
    invalid: "The address was verified as invalid.",
    ada: "The delay before step 2 lasts until",
  };
  const { leads } = await callControl<LeadPage>(sandbox, `GET /leads?campaign=${id}`);
  expect(leads).toHaveLength(7);
  for (const { id: lead, email } of leads) {
    await show(`/?view=leads&lead=${lead}`);
    const panel = page.getByRole("region", { name: "Why is nothing being sent?" });
    await panel.getByText(reasons[email.split(/[+@]/)[0] ?? ""] ?? "?").waitFor();
  }
  const ada = leads.find(({ email }) => email.startsWith("ada"));
  const { sending } = await callControl<LeadDetail>(sandbox, `GET /leads/${ada?.id}`);
  await show(`/?view=leads&lead=${ada?.id}`);
  const panel = page.getByRole("region", { name: "Why is nothing being sent?" });
  await panel
    .getByText(shown(sending.next?.at ?? "", "UTC"))
    .first()
    .waitFor();
  sandbox.advance("10d");
  await panel.getByText("All steps were sent.").waitFor();

  // The last of many leads is behind the limit of the forecast.
  const many = await createCampaign(sandbox, { email_gap: 10 });
  await callControl(sandbox, "POST /state", { leads: 30_000, campaign: many });
  await activate(sandbox, many);
  const last = await callControl<LeadPage>(sandbox, `GET /leads?campaign=${many}&offset=29999`);
  await show(`/?view=leads&lead=${last.leads[0]?.id}`);
  await panel.getByText("The forecast stopped at its limit before it found an email.").waitFor();
});
