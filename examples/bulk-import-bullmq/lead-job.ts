import { createHash } from "node:crypto";

/** The queue that the producer and the workers share. */
export const QUEUE: string = process.env["QUEUE"] ?? "lead-imports";

/** A row of the file, as `leads.create` takes it. */
export interface LeadRow {
  readonly email: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly company_name: string | null;
  readonly list_id: string;
}

/** The data of a job. */
export interface LeadJob {
  readonly row: LeadRow;
  /** Since when a create may have been sent, in milliseconds since 1970. Stored before it is sent, and then read first. */
  readonly mayBeSentAt?: number;
  /** How often the job was delayed in a row. */
  readonly delays?: number;
}

/** The result of a job. The list holds the lead once if it is `imported`, and not if it is `rejected`. */
export interface RowResult {
  readonly status: "imported" | "rejected" | "unknown";
  readonly lead?: string;
  readonly reason?: string;
}

/** The form in which addresses are compared. */
export function normalAddress(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}

/** The id of the job of a lead: the same address in the same list is the same job, in every run of every producer. */
export function jobIdOf({ email, list_id }: Pick<LeadRow, "email" | "list_id">): string {
  return `lead-${createHash("sha256")
    .update(`${list_id} ${normalAddress(email)}`)
    .digest("hex")}`;
}
