import type { Email } from "@modulex-instantly/client";
import { emailKindLabels } from "@modulex-instantly/client";
import { csvLine } from "../output/csv-cell.ts";
import type { ItemWriter } from "./export-items.ts";

const FIELDS = [
  "id",
  "timestamp_email",
  "timestamp_created",
  "from_address_email",
  "to_address_email_list",
  "cc_address_email_list",
  "bcc_address_email_list",
  "subject",
  "eaccount",
  "lead",
  "lead_id",
  "campaign_id",
  "thread_id",
  "message_id",
  "step",
  "is_unread",
  "is_auto_reply",
] as const;

/** Writes emails as CSV, with both forms of the body. */
export function emailCsv(): ItemWriter<Email> {
  return {
    start: () => csvLine([...FIELDS, "kind", "text", "html"]),
    item(email) {
      const { ue_type: kind, body } = email;
      const label = kind == null ? kind : (emailKindLabels[kind as number] ?? kind);
      return csvLine([...FIELDS.map((name) => email[name]), label, body?.text, body?.html]);
    },
  };
}
