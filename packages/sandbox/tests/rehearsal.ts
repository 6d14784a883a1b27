import type { Campaign, CreateCampaignRequest, Email, Lead, LeadList } from "@modulex-instantly/types";
import { createSandbox } from "../src/create-sandbox.ts";
import type { Sandbox } from "../src/sandbox.ts";
import type { SandboxOptions } from "../src/sandbox-options.ts";

/** What the sandbox answered. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next_starting_after?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** A sandbox and short ways of calling it; those that return an entity throw unless the answer was a success. */
export interface Rehearsal {
  readonly sandbox: Sandbox;
  /** Calls `POST /leads` and the like; the path stands below /api/v2 unless it begins with /_sandbox. */
  readonly ask: (route: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Reply>;
  readonly lead: (fields: Fields) => Promise<Lead>;
  readonly leadNow: (id: string) => Promise<Lead>;
  readonly leads: (filter?: Fields) => Promise<Page<Lead>>;
  /** A campaign that may send at any time from one sender, unless the fields say otherwise. */
  readonly campaign: (fields?: Partial<CreateCampaignRequest>) => Promise<Campaign>;
  readonly campaigns: (query?: string) => Promise<Page<Campaign>>;
  readonly campaignNow: (id: string) => Promise<Campaign>;
  readonly activate: (id: string) => Promise<Campaign>;
  readonly emails: (query?: string) => Promise<Page<Email>>;
  readonly list: (name: string) => Promise<LeadList>;
  readonly lists: (query?: string) => Promise<Page<LeadList>>;
}

/** A window that is open on every day in a zone that is always at UTC. */
export function openFrom(from: string, to: string, timezone = "Africa/Abidjan", days = "0123456"): ScheduleWindow {
  return {
    name: "Open",
    timing: { from, to },
    days: Object.fromEntries([...days].map((day) => [day, true])),
    timezone: timezone as ScheduleWindow["timezone"],
  };
}

type ScheduleWindow = CreateCampaignRequest["campaign_schedule"]["schedules"][number];
type Step = NonNullable<CreateCampaignRequest["sequences"]>[number]["steps"][number];

/** A step with one wording; an empty subject continues the thread. */
export function step(delay: number, subject = "", body = "Hello"): Step {
  return { type: "email", delay, variants: [{ subject, body }] };
}

/** Begins a rehearsal on a sandbox without limits. */
export function rehearse(options: SandboxOptions = {}): Rehearsal {
  const sandbox = createSandbox({ limits: "off", ...options });
  const ask: Rehearsal["ask"] = async (route, body, headers = {}) => {
    const [method = "", path = ""] = route.split(" ");
    const answer = await sandbox.fetch(`http://sandbox${path.startsWith("/_sandbox") ? "" : "/api/v2"}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${sandbox.keys.full}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) };
  };
  const get = async <Entity>(route: string, body?: unknown): Promise<Entity> => {
    const answer = await ask(route, body);
    if (answer.status !== 200) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as Entity;
  };
  return {
    sandbox,
    ask,
    lead: (fields) => get("POST /leads", fields),
    leadNow: (id) => get(`GET /leads/${id}`),
    leads: (filter = {}) => get("POST /leads/list", filter),
    campaign: (fields = {}) =>
      get("POST /campaigns", {
        name: "Rehearsal",
        campaign_schedule: { schedules: [openFrom("00:00", "23:59")] },
        email_list: ["mara@outreach.example.com"],
        sequences: [{ steps: [step(0, "Hello {{firstName}}")] }],
        ...fields,
      }),
    campaigns: (query = "") => get(`GET /campaigns${query}`),
    campaignNow: async (id) => {
      const { items } = await get<Page<Campaign>>("GET /campaigns?limit=100");
      const found = items.find((campaign) => campaign.id === id);
      if (found === undefined) throw new Error(`there is no campaign ${id}`);
      return found;
    },
    activate: (id) => get(`POST /campaigns/${id}/activate`),
    emails: (query = "") => get(`GET /emails${query}`),
    list: (name) => get("POST /lead-lists", { name }),
    lists: (query = "") => get(`GET /lead-lists${query}`),
  };
}
