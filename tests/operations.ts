import type { InstantlyClient, OperationId } from "../packages/client/src/index.ts";
import { operations } from "../packages/client/src/index.ts";

type ResourceName = "leads" | "campaigns" | "emails" | "leadLists";

/** A method of the client, such as `leads.list`. */
export type ClientMethod = {
  [Resource in ResourceName]: `${Resource}.${Extract<keyof InstantlyClient[Resource], string>}`;
}[ResourceName];

/** How tests and the documentation call an operation: the one place that maps operations to methods of the client. */
export interface OperationRow {
  readonly method: ClientMethod;
  /** The id in the path, for operations that have one. */
  readonly id?: string;
  /** The query or the body, for operations that have one. */
  readonly input?: object;
  /** The same input with a long text in its body; only for operations with a body. */
  readonly withText?: (text: string) => object;
  /** A successful response. */
  readonly response: Readonly<Record<string, unknown>>;
}

const page = { items: [{ id: "id-1" }] };
const campaign = { id: "id-1", name: "Spring", status: 0 };
const days = { name: "Weekdays", timing: { from: "09:00", to: "17:00" }, days: { 1: true }, timezone: "Etc/GMT+12" };
const draft = { name: "Spring", campaign_schedule: { schedules: [days] } };
const interest = { lead_email: "ada@example.com", interest_value: 1 };
const reply = {
  reply_to_uuid: "mail-1",
  eaccount: "me@example.com",
  subject: "Re: hello",
  body: { text: "hello" },
};

/** One row for each operation; the type requires every one of them. */
export const operationRows: Readonly<Record<OperationId, OperationRow>> = {
  createLead: {
    method: "leads.create",
    input: { email: "ada@example.com", skip_if_in_workspace: true },
    withText: (personalization) => ({ email: "ada@example.com", personalization }),
    response: { id: "id-1", email: "ada@example.com" },
  },
  bulkDeleteLeads: {
    method: "leads.deleteMany",
    input: { campaign_id: "id-1", ids: ["lead-1"] },
    withText: (id) => ({ campaign_id: "id-1", ids: [id] }),
    response: { count: 1 },
  },
  listLeads: { method: "leads.list", input: { limit: 2 }, withText: (search) => ({ search }), response: page },
  updateLeadInterestStatus: {
    method: "leads.updateInterestStatus",
    input: interest,
    withText: (lead_email) => ({ ...interest, lead_email }),
    response: { message: "Lead interest status update background job submitted" },
  },
  getLead: { method: "leads.get", id: "id-1", response: { id: "id-1", email: "ada@example.com" } },
  listCampaign: { method: "campaigns.list", input: { limit: 2 }, response: page },
  createCampaign: {
    method: "campaigns.create",
    input: draft,
    withText: (name) => ({ ...draft, name }),
    response: campaign,
  },
  patchCampaign: {
    method: "campaigns.update",
    id: "id-1",
    input: { name: "Summer" },
    withText: (name) => ({ name }),
    response: campaign,
  },
  activateCampaign: { method: "campaigns.activate", id: "id-1", response: { ...campaign, status: 1 } },
  listEmail: { method: "emails.list", input: { limit: 2 }, response: page },
  replyToEmail: {
    method: "emails.reply",
    input: reply,
    withText: (text) => ({ ...reply, body: { text } }),
    response: { id: "mail-2", subject: "Re: hello" },
  },
  listLeadList: { method: "leadLists.list", input: { limit: 2 }, response: page },
  createLeadList: {
    method: "leadLists.create",
    input: { name: "Prospects" },
    withText: (name) => ({ name }),
    response: { id: "id-1", name: "Prospects" },
  },
};

/** The ids in the order of the spec, and separately those of writes and reads. */
export const operationIds: readonly OperationId[] = Object.keys(operations) as OperationId[];
export const readIds: readonly OperationId[] = operationIds.filter((id) => operations[id].effect === "read");
export const writeIds: readonly OperationId[] = operationIds.filter((id) => operations[id].effect !== "read");
