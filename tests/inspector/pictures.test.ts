import { mkdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { openInspector } from "./open-inspector.ts";
import { activate, callControl, createCampaign, window } from "./sandbox-api.ts";

const root = path.resolve(import.meta.dirname, "../..");
/** `pnpm docs:pictures` writes the pictures of the documentation; a test run only shows that they can be made. */
const folder = path.join(root, process.env["WRITE_PICTURES"] ? "docs/pictures" : ".reports/pictures");

const weekdays = { 1: true, 2: true, 3: true, 4: true, 5: true };
const people = ["Priya", "Oskar", "Wen", "Ines", "Tomasz", "Leila", "Mateo", "Ada", "Noor", "Kofi", "Sanne", "Yuki"];
const steps = [
  {
    type: "email",
    delay: 3,
    variants: [
      {
        subject: "{{firstName}}, a question",
        body: "<p>Hi {{firstName}},</p><p>is outreach on your list at {{companyName}}?</p>",
      },
      {
        subject: "Outreach this autumn",
        body: "<p>Hi {{firstName}},</p><p>how does {{companyName}} find customers? Ten minutes on Thursday?</p>",
      },
    ],
  },
  { type: "email", delay: 4, variants: [{ subject: "", body: "<p>Just floating this to the top.</p>" }] },
  { type: "email", delay: 0, variants: [{ subject: "One last time", body: "<p>Shall I close this?</p>" }] },
];

it("the mails and a campaign of a rehearsal, for the documentation", async () => {
  const inspector = await openInspector({ scenario: "empty" });
  const { page, sandbox, show } = inspector;
  const leads = people.flatMap((name, index) =>
    ["reply+interested", "open", "", "out-of-office"].map((action, other) => ({
      email: `${[action, name.toLowerCase()].filter(Boolean).join("+")}@${["tidewater", "northgate", "harbour"][index % 3]}.example.com`,
      first_name: name,
      ...(other < 3 ? { company_name: ["Tidewater", "Northgate", "Harbour"][index % 3] } : {}),
    })),
  );
  const id = await createCampaign(
    sandbox,
    {
      name: "Autumn outreach",
      daily_limit: 12,
      email_gap: 20,
      open_tracking: true,
      insert_unsubscribe_header: true,
      campaign_schedule: { schedules: [window("Office hours", "09:00", "17:00", "America/Detroit", weekdays)] },
      sequences: [{ steps }],
    },
    leads,
  );
  await activate(sandbox, id);
  sandbox.advance("9d");
  const { mails } = await callControl<{ mails: { id: string }[] }>(sandbox, "GET /mails?warning=unresolved_tag");
  mkdirSync(folder, { recursive: true });
  await show(`/?view=mails&mail=${mails[0]?.id}`);
  await page.getByTitle("The mail as HTML").waitFor();
  await page.screenshot({ path: path.join(folder, "inspector.png") });
  await page.setViewportSize({ width: 1280, height: 1240 });
  await show(`/?view=campaigns&campaign=${id}&zone=campaign`);
  await page.locator("canvas").waitFor();
  await page.screenshot({ path: path.join(folder, "inspector-campaign.png") });
  expect(mails.length).toBeGreaterThan(0);
});
