import type { CodeWords } from "./columns.ts";

/** The words for codes of the API, by group and field. The constants are those of the client. */
export async function codeWords(group: string): Promise<CodeWords> {
  const { campaignStatusLabels, emailKindLabels, interestStatusLabels, leadStatusLabels } = await import(
    "@modulex-instantly/client"
  );
  const groups: Readonly<Record<string, CodeWords>> = {
    leads: { status: leadStatusLabels, lt_interest_status: interestStatusLabels },
    campaigns: { status: campaignStatusLabels },
    emails: { ue_type: emailKindLabels, i_status: interestStatusLabels },
  };
  return groups[group] ?? {};
}
