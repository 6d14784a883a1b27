import type { LeadListQuery } from "../contract/lead-views.ts";
import type { MailQuery } from "../contract/mail-views.ts";
import { campaignDetail, listCampaigns } from "../inspect/campaign-views.ts";
import { leadFilterValues } from "../inspect/lead-filter-values.ts";
import { leadDetail, listLeads } from "../inspect/lead-views.ts";
import { listMails, mailDetail, threadView } from "../inspect/mail-views.ts";
import { outbox } from "../serialize/outbox.ts";
import { actOnMail } from "./act-on-mail.ts";
import type { Controls } from "./control.ts";
import type { ControlContext } from "./control-context.ts";
import { readQuery } from "./control-query.ts";
import { waitForEmail } from "./wait-for-email.ts";

type Names =
  | "GET /mails"
  | "GET /mails/{id}"
  | "GET /threads/{id}"
  | "GET /outbox"
  | "POST /wait-for-email"
  | "GET /campaigns"
  | "GET /campaigns/{id}"
  | "GET /leads"
  | "GET /leads/{id}"
  | "GET /lead-filters"
  | "POST /actions";

const text = { is: "text" } as const;
const choice = (...of: string[]) => ({ is: "choice", of }) as const;
const integer = (least: number, most: number) => ({ is: "integer", least, most }) as const;

const WARNINGS = [
  "any",
  "unresolved_tag",
  "unrendered_template",
  "empty_subject",
  "empty_body",
  "no_unsubscribe_header",
  "outside_schedule",
  "weekend",
  "double_reply",
  "duplicate",
];

/** The routes of mails, campaigns and leads. */
export function mailRoutes({ state, inspector, mover, closing }: ControlContext): Controls<Names> {
  return {
    "GET /mails": {
      act: ({ query }) =>
        listMails(
          inspector,
          readQuery<MailQuery>(query, {
            search: text,
            direction: choice("sent", "received"),
            by: choice("campaign", "reply", "recipient"),
            workspace: text,
            campaign: text,
            lead: text,
            thread: text,
            step: text,
            warning: choice(...WARNINGS),
            since: { is: "time" },
            until: { is: "time" },
            order: choice("asc", "desc"),
            limit: integer(1, 500),
            cursor: text,
            count: { is: "boolean" },
          }),
        ),
    },
    "GET /mails/{id}": { act: ({ id }) => mailDetail(inspector, id) },
    "GET /threads/{id}": { act: ({ id }) => threadView(inspector, id) },
    "GET /outbox": { act: () => ({ mails: outbox(state.database) }) },
    "POST /wait-for-email": {
      act: async ({ body }) => ({ mail: await waitForEmail(inspector, mover, body, closing) }),
      saves: true,
    },
    "GET /campaigns": { act: () => listCampaigns(inspector) },
    "GET /campaigns/{id}": { act: ({ id }) => campaignDetail(inspector, id) },
    "GET /leads": {
      act: ({ query }) =>
        listLeads(
          inspector,
          readQuery<LeadListQuery>(query, {
            workspace: text,
            search: text,
            campaign: text,
            list: text,
            filter: text,
            status: integer(-3, 3),
            step: text,
            event: choice("sent", "opened", "clicked", "replied", "auto_replied", "bounced", "unsubscribed", "waiting"),
            limit: integer(1, 1000),
            cursor: text,
            offset: integer(0, 10_000_000),
            count: { is: "boolean" },
          }),
        ),
    },
    "GET /leads/{id}": { act: ({ id }) => leadDetail(inspector, id) },
    "GET /lead-filters": { act: () => leadFilterValues(inspector) },
    "POST /actions": { act: ({ body }) => actOnMail(inspector, body), changes: true },
  };
}
