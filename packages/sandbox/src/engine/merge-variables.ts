import type { StoredLead } from "../state/stored-lead.ts";

/** What the merge tags of a mail to this lead stand for; the names are case sensitive. */
export function mergeVariables(lead: StoredLead): Readonly<Record<string, unknown>> {
  return {
    email: lead.email,
    firstName: lead.first_name,
    lastName: lead.last_name,
    companyName: lead.company_name,
    jobTitle: lead.job_title,
    website: lead.website,
    phone: lead.phone,
    personalization: lead.personalization,
    ...lead.custom,
  };
}
