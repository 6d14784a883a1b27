// campaigns.jest.ts
import { createInstantlyClient } from "@modulex-instantly/client";
import { startSandbox } from "@modulex-instantly/sandbox";

test("a new campaign is a draft", async () => {
  const sandbox = await startSandbox();
  try {
    const instantly = createInstantlyClient({ apiKey: sandbox.keys.full, baseUrl: sandbox.url });
    const window = { name: "Mornings", timing: { from: "09:00", to: "12:00" }, days: { "1": true } };
    const schedules = [{ ...window, timezone: "America/Detroit" as const }];
    const campaign = await instantly.campaigns.create({ name: "Autumn", campaign_schedule: { schedules } });
    expect(campaign.status).toBe(0);
  } finally {
    await sandbox.close();
  }
});
