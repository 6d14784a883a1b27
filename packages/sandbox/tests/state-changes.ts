import { readSnapshot } from "../src/snapshot/read-snapshot.ts";
import { snapshotLines } from "../src/snapshot/snapshot-lines.ts";
import type { TestSandbox } from "./test-sandbox.ts";
import { step } from "./test-sandbox.ts";

/** Everything that changes the state of a sandbox; a number chooses among what there is. */
export const stateChanges = {
  list: (api, choice) => api.createLeadList(`Größe 東京 ${choice}`),
  campaign: (api, choice) =>
    api.createCampaign({
      email_list: [`mara@${choice % 3}.example.com`],
      daily_limit: choice,
      open_tracking: true,
      stop_for_company: true,
      sequences: [{ steps: [step(1, "One"), step(0)] }],
    }),
  lead: async (api, choice) => {
    const campaign = await campaignId(api);
    const words = ["reply+interested", "bounce", "open", "out-of-office", "unsubscribe", "invalid"];
    return api.createLead({
      ...(campaign !== undefined && choice % 4 > 0 ? { campaign } : {}),
      email: `${words[choice % words.length]}+${choice}@${choice % 2}.example.com`,
      custom_variables: { [`field ${choice % 5}`]: choice },
      verify_leads_on_import: choice % 3 === 0,
    });
  },
  activation: async (api) => {
    const { items } = await api.listCampaigns();
    for (const { id, status } of items) if (status !== 1) return api.activateCampaign(id);
    return undefined;
  },
  patch: async (api, choice) => {
    const id = await campaignId(api);
    return id && api.request(`PATCH /campaigns/${id}`, { name: `Renamed ${choice}`, email_gap: choice });
  },
  deletion: async (api, choice) => {
    const campaign_id = await campaignId(api);
    return campaign_id && api.request("DELETE /leads", { campaign_id, limit: 1 + (choice % 3) });
  },
  interest: async (api, choice) => {
    const { items } = await api.listLeads({ limit: 100 });
    const lead_email = items[choice % Math.max(items.length, 1)]?.email;
    const interest_value = choice % 2 === 0 ? 1 : null;
    return lead_email && api.request("POST /leads/update-interest-status", { lead_email, interest_value });
  },
  reply: async (api, choice) => {
    const [mail] = (await api.listEmails("?limit=1")).items;
    if (mail === undefined) return undefined;
    const fields = { reply_to_uuid: mail.id, eaccount: mail.eaccount, subject: `${choice}`, body: { text: "Hi" } };
    return api.request("POST /emails/reply", fields);
  },
  minutes: ({ sandbox }, choice) => sandbox.advance(`${1 + choice}m`),
  hours: ({ sandbox }, choice) => sandbox.advance(`${1 + choice}h`),
  idle: ({ sandbox }) => sandbox.runUntilIdle(),
  made: ({ sandbox }, choice) => sandbox.generateLeads({ count: 1 + choice * 20 }),
  key: ({ sandbox }) => sandbox.keys.withScopes("leads:read", "campaigns:read"),
  reset: ({ sandbox }, choice) => choice % 8 === 0 && sandbox.reset(),
  scenario: ({ sandbox }, choice) => choice % 8 === 0 && sandbox.load("replies"),
  restore: ({ sandbox }, choice) => choice % 8 === 0 && sandbox.restore(sandbox.snapshot()),
} satisfies Readonly<Record<string, (api: TestSandbox, choice: number) => unknown>>;

/** The text of a file with changes as the snapshot of the state that it holds. */
export function stateIn(text: string): string {
  const { database, minted } = readSnapshot(text.split("\n"), "live");
  return `${[...snapshotLines(database, minted)].join("\n")}\n`;
}

async function campaignId(api: TestSandbox): Promise<string | undefined> {
  const { items } = await api.listCampaigns();
  return items[0]?.id;
}
