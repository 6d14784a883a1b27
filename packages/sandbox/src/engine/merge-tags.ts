import type { StoredLead } from "../state/stored-lead.ts";

/** A text with its merge tags filled in, and the tags that nothing was found for. */
export interface MergedText {
  readonly text: string;
  readonly unresolved: readonly string[];
}

type Variables = Readonly<Record<string, unknown>>;

/** What the merge tags of a mail to this lead stand for; the names are case sensitive. */
export function mergeVariables(lead: StoredLead): Variables {
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

/** Replaces every `{{name}}`; a tag without a value leaves nothing behind and is reported. */
export function mergeTags(template: string, variables: Variables): MergedText {
  const unresolved: string[] = [];
  const text = template.replaceAll(/\{\{\s*([^{}]+?)\s*\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined || value === null || value === "") unresolved.push(name);
    return value === undefined || value === null ? "" : String(value);
  });
  return { text, unresolved };
}
