/** Somebody's code, which creates its own client. campaign-report.test.ts tests it without changing it. */
import { campaignStatusLabels, createInstantlyClient, isInstantlyError } from "@modulex-instantly/client";

/** The campaigns with their status in words, or the reason why they are not known. */
export async function campaignReport(): Promise<string[]> {
  const instantly = createInstantlyClient({ retry: { maxRetries: 0 } });
  try {
    const campaigns = await instantly.campaigns.iterate().collect({ max: 500 });
    return campaigns.map(({ name, status }) => `${name}: ${campaignStatusLabels[status]}`);
  } catch (error) {
    if (!isInstantlyError(error)) throw error;
    return [`not available: ${error.code}`];
  }
}
