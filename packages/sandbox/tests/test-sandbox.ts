import type { Campaign, CreateCampaignRequest, Email, Lead, LeadList } from "@modulex-instantly/types";
import { createSandbox } from "../src/create-sandbox.ts";
import type { SandboxOptions } from "../src/options/sandbox-options.ts";
import type { Sandbox } from "../src/sandbox.ts";

/** A response of the sandbox. */
export interface TestResponse {
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

/** A sandbox and short functions to call it. Those that return an entity throw unless the status is 200. */
export interface TestSandbox {
  readonly sandbox: Sandbox;
  /** Sends a request such as `POST /leads`. The path is relative to /api/v2 unless it starts with /_sandbox. */
  readonly request: (
    route: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<TestResponse>;
  readonly createLead: (fields: Fields) => Promise<Lead>;
  readonly getLead: (id: string) => Promise<Lead>;
  readonly listLeads: (filter?: Fields) => Promise<Page<Lead>>;
  /** Creates a campaign, by default one that sends at any time from one account. */
  readonly createCampaign: (fields?: Partial<CreateCampaignRequest>) => Promise<Campaign>;
  readonly listCampaigns: (query?: string) => Promise<Page<Campaign>>;
  readonly getCampaign: (id: string) => Promise<Campaign>;
  readonly activateCampaign: (id: string) => Promise<Campaign>;
  readonly listEmails: (query?: string) => Promise<Page<Email>>;
  readonly createLeadList: (name: string) => Promise<LeadList>;
  readonly listLeadLists: (query?: string) => Promise<Page<LeadList>>;
}

/** A window of a schedule, by default on every day and in a time zone without an offset. */
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

/** A step with one variant. An empty subject continues the thread. */
export function step(delay: number, subject = "", body = "Hello"): Step {
  return { type: "email", delay, variants: [{ subject, body }] };
}

/** Creates a sandbox without rate limits, and short functions to call it. */
export function createTestSandbox(options: SandboxOptions = {}): TestSandbox {
  const sandbox = createSandbox({ limits: "off", ...options });
  const request: TestSandbox["request"] = async (route, body, headers = {}) => {
    const [method = "", path = ""] = route.split(" ");
    const response = await sandbox.fetch(`http://sandbox${path.startsWith("/_sandbox") ? "" : "/api/v2"}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${sandbox.keys.full}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
  };
  const call = async <Entity>(route: string, body?: unknown): Promise<Entity> => {
    const response = await request(route, body);
    if (response.status !== 200) throw new Error(`${route}: ${response.status} ${JSON.stringify(response.body)}`);
    return response.body as Entity;
  };
  return {
    sandbox,
    request,
    createLead: (fields) => call("POST /leads", fields),
    getLead: (id) => call(`GET /leads/${id}`),
    listLeads: (filter = {}) => call("POST /leads/list", filter),
    createCampaign: (fields = {}) =>
      call("POST /campaigns", {
        name: "Outreach",
        campaign_schedule: { schedules: [openFrom("00:00", "23:59")] },
        email_list: ["mara@outreach.example.com"],
        sequences: [{ steps: [step(0, "Hello {{firstName}}")] }],
        ...fields,
      }),
    listCampaigns: (query = "") => call(`GET /campaigns${query}`),
    getCampaign: async (id) => {
      const { items } = await call<Page<Campaign>>("GET /campaigns?limit=100");
      const found = items.find((campaign) => campaign.id === id);
      if (found === undefined) throw new Error(`there is no campaign ${id}`);
      return found;
    },
    activateCampaign: (id) => call(`POST /campaigns/${id}/activate`),
    listEmails: (query = "") => call(`GET /emails${query}`),
    createLeadList: (name) => call("POST /lead-lists", { name }),
    listLeadLists: (query = "") => call(`GET /lead-lists${query}`),
  };
}
