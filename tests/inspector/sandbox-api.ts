import type { RunningSandbox } from "@modulex-instantly/sandbox";

/** Sends a request to the API of a sandbox, as another program would. */
export async function callApi<Entity>(
  sandbox: RunningSandbox,
  route: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Entity> {
  const [method = "", path = ""] = route.split(" ");
  const response = await fetch(`${sandbox.url}/api/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${sandbox.keys.full}`, "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${route}: ${response.status} ${text}`);
  return JSON.parse(text) as Entity;
}

/** Calls a control route such as `GET /leads?count=true`. */
export async function callControl<Body>(sandbox: RunningSandbox, route: string, body?: unknown): Promise<Body> {
  const [method = "", path = ""] = route.split(" ");
  const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${route}: ${response.status} ${text}`);
  return JSON.parse(text) as Body;
}

const everyDay = Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [day, true]));

/** A window of a schedule on every day. */
export function window(name: string, from: string, to: string, timezone = "Africa/Abidjan", days: object = everyDay) {
  return { name, timing: { from, to }, days, timezone };
}

/** Creates a campaign with leads, by default one that may send at any time, and returns its id. */
export async function createCampaign(
  sandbox: RunningSandbox,
  fields: Readonly<Record<string, unknown>>,
  leads: readonly (string | Readonly<Record<string, unknown>>)[] = [],
): Promise<string> {
  const { id } = await callApi<{ id: string }>(sandbox, "POST /campaigns", {
    name: "Outreach",
    email_list: ["mara@outreach.example.com"],
    campaign_schedule: { schedules: [window("Always", "00:00", "23:59")] },
    sequences: [
      {
        steps: [
          { type: "email", delay: 1, variants: [{ subject: "One", body: "Hello" }] },
          { type: "email", delay: 0, variants: [{ subject: "", body: "Again" }] },
        ],
      },
    ],
    ...fields,
  });
  for (const lead of leads) {
    await callApi(sandbox, "POST /leads", { campaign: id, ...(typeof lead === "string" ? { email: lead } : lead) });
  }
  return id;
}

export async function activate(sandbox: RunningSandbox, id: string): Promise<void> {
  await callApi(sandbox, `POST /campaigns/${id}/activate`, {});
}
