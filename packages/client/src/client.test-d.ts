import type {
  BulkDeleteLeadsOutput,
  Campaign,
  Email,
  Lead,
  LeadList,
  UpdateLeadInterestStatusOutput,
} from "@modulex-instantly/types";
import { describe, expectTypeOf, test } from "vitest";
import type * as exported from "./index.ts";
import type { Envelope, InstantlyClient, InstantlyError, Iteration, Page } from "./index.ts";
import { createInstantlyClient, isInstantlyError, toEnvelope } from "./index.ts";

declare const client: InstantlyClient;
const apiKey = "key";

test("what calls return", () => {
  expectTypeOf(client.leads.list()).toEqualTypeOf<Promise<Page<Lead>>>();
  expectTypeOf(client.leads.iterate()).toEqualTypeOf<Iteration<Lead>>();
  expectTypeOf(client.leads.iterate().collect({ max: 1 })).toEqualTypeOf<Promise<Lead[]>>();
  expectTypeOf(client.leads.iterate().pages()).toEqualTypeOf<AsyncIterable<Page<Lead>>>();
  expectTypeOf(client.leads.get("id")).toEqualTypeOf<Promise<Lead>>();
  expectTypeOf(client.leads.create({})).toEqualTypeOf<Promise<Lead>>();
  expectTypeOf(client.leads.deleteMany({ list_id: "l" })).toEqualTypeOf<Promise<BulkDeleteLeadsOutput>>();
  expectTypeOf(client.leads.updateInterestStatus({ lead_email: "a", interest_value: null })).toEqualTypeOf<
    Promise<UpdateLeadInterestStatusOutput>
  >();
  expectTypeOf(client.campaigns.list()).toEqualTypeOf<Promise<Page<Campaign>>>();
  expectTypeOf(client.campaigns.update("id", { name: "n" })).toEqualTypeOf<Promise<Campaign>>();
  expectTypeOf(client.campaigns.activate("id")).toEqualTypeOf<Promise<Campaign>>();
  expectTypeOf(client.emails.list()).toEqualTypeOf<Promise<Page<Email>>>();
  expectTypeOf(client.leadLists.list()).toEqualTypeOf<Promise<Page<LeadList>>>();
  expectTypeOf(client.leadLists.create({ name: "n" })).toEqualTypeOf<Promise<LeadList>>();
});

test("what calls take and return can be named without a second package", () => {
  expectTypeOf<exported.Lead>().toEqualTypeOf<Lead>();
  expectTypeOf<exported.Campaign>().toEqualTypeOf<Campaign>();
  expectTypeOf<exported.Email>().toEqualTypeOf<Email>();
  expectTypeOf<exported.LeadList>().toEqualTypeOf<LeadList>();
  type First<Call extends (...parameters: never[]) => unknown> = NonNullable<Parameters<Call>[0]>;
  expectTypeOf<First<typeof client.leads.list>>().toEqualTypeOf<exported.ListLeadsInput>();
  expectTypeOf<First<typeof client.leads.create>>().toEqualTypeOf<exported.CreateLeadInput>();
  expectTypeOf<First<typeof client.leads.deleteMany>>().toEqualTypeOf<exported.BulkDeleteLeadsInput>();
  expectTypeOf<
    First<typeof client.leads.updateInterestStatus>
  >().toEqualTypeOf<exported.UpdateLeadInterestStatusInput>();
  expectTypeOf<First<typeof client.campaigns.list>>().toEqualTypeOf<exported.ListCampaignInput>();
  expectTypeOf<First<typeof client.campaigns.create>>().toEqualTypeOf<exported.CreateCampaignInput>();
  expectTypeOf<Parameters<typeof client.campaigns.update>[1]>().toEqualTypeOf<exported.PatchCampaignRequest>();
  expectTypeOf<First<typeof client.emails.list>>().toEqualTypeOf<exported.ListEmailInput>();
  expectTypeOf<First<typeof client.emails.reply>>().toEqualTypeOf<exported.ReplyToEmailInput>();
  expectTypeOf<First<typeof client.leadLists.list>>().toEqualTypeOf<exported.ListLeadListInput>();
  expectTypeOf<First<typeof client.leadLists.create>>().toEqualTypeOf<exported.CreateLeadListInput>();
});

test("a page keeps the API's names in its items", () => {
  expectTypeOf<Page<Lead>["nextStartingAfter"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Page<Lead>["items"][number]["email_open_count"]>().toEqualTypeOf<number>();
});

test("an outcome narrows by success", async () => {
  const outcome = await toEnvelope(client.leads.get("id"));
  expectTypeOf(outcome).toEqualTypeOf<Envelope<Lead>>();
  if (outcome.success) {
    expectTypeOf(outcome.data).toEqualTypeOf<Lead>();
    expectTypeOf(outcome.error).toEqualTypeOf<null>();
  } else {
    expectTypeOf(outcome.data).toEqualTypeOf<null>();
    expectTypeOf(outcome.cause).toEqualTypeOf<InstantlyError>();
  }
  const thrown: unknown = null;
  if (isInstantlyError(thrown, "rate_limited")) expectTypeOf(thrown).toEqualTypeOf<InstantlyError>();
});

test("reconcile takes what a catch block caught, and says one of three things", () => {
  const { reconcile } = createInstantlyClient({ apiKey: "key" });
  expectTypeOf(reconcile).parameter(0).toBeUnknown();
  expectTypeOf(reconcile).returns.resolves.toEqualTypeOf<"applied" | "not_applied" | "undetermined">();
});

test("the raw client knows paths, queries, bodies and responses", async () => {
  const { data } = await client.raw.GET("/api/v2/campaigns", { params: { query: { limit: 5 } } });
  expectTypeOf(data?.items).toEqualTypeOf<Campaign[] | undefined>();
  const lead = await client.raw.GET("/api/v2/leads/{id}", { params: { path: { id: "x" } } });
  expectTypeOf(lead.data).toExtend<Lead | undefined>();
  expectTypeOf(lead.data).not.toBeAny();
  // @ts-expect-error: there is no such path
  client.raw.GET("/api/v2/nowhere");
  // @ts-expect-error: the path needs an id
  client.raw.GET("/api/v2/leads/{id}");
  // @ts-expect-error: a lead is not deleted by its id
  client.raw.DELETE("/api/v2/leads/{id}", { params: { path: { id: "x" } } });
});

describe("what is misspelled or wrong does not compile:", () => {
  test("options", () => {
    createInstantlyClient({ apiKey, timeouts: { overallMs: 1 }, retry: false, rateLimiter: false, workspaceId: "w" });
    createInstantlyClient();
    // @ts-expect-error: a key that may be missing
    createInstantlyClient({ apiKey: apiKey as string | undefined });
    // @ts-expect-error: a misspelled option
    createInstantlyClient({ apiKey, baseURL: "https://api.instantly.ai" });
    // @ts-expect-error: a misspelled time limit
    createInstantlyClient({ apiKey, timeouts: { overAllMs: 1 } });
    // @ts-expect-error: a misspelled retry option
    createInstantlyClient({ apiKey, retry: { maxRetrys: 1 } });
    // @ts-expect-error: a misspelled hook
    createInstantlyClient({ apiKey, hooks: { onrequest: () => undefined } });
  });

  test("call options", () => {
    client.leads.get("id", { signal: new AbortController().signal, timeouts: { overallMs: 5 } });
    // @ts-expect-error: a misspelled call option
    client.leads.get("id", { timeout: 5 });
    // @ts-expect-error: reads repeat by themselves
    client.leads.get("id", { retryUnknown: true });
    // @ts-expect-error: a reply is never sent twice
    client.emails.reply({ reply_to_uuid: "u", eaccount: "e", subject: "s", body: {} }, { retryUnknown: true });
    // @ts-expect-error: collect needs a bound
    client.leads.iterate().collect();
  });

  test("queries", () => {
    // @ts-expect-error: a misspelled filter
    client.campaigns.list({ serach: "x" });
    // @ts-expect-error: the filter of leads is called campaign
    client.leads.list({ campaign_id: "x" });
    // @ts-expect-error: a limit is a number
    client.emails.list({ limit: "5" });
    // @ts-expect-error: a value the API does not know
    client.emails.list({ sort_order: "newest" });
    // @ts-expect-error: a filter the API does not know
    client.leads.iterate({ filter: "FILTER_VAL_HAPPY" });
  });

  test("bodies", () => {
    // @ts-expect-error: a misspelled field
    client.leads.create({ emial: "a@b.example" });
    // @ts-expect-error: the field is called campaign_id here
    client.leads.deleteMany({ campaign: "c" });
    // @ts-expect-error: the interest value must be said, null resets
    client.leads.updateInterestStatus({ lead_email: "a@b.example" });
    // @ts-expect-error: a campaign needs a schedule
    client.campaigns.create({ name: "n" });
    // @ts-expect-error: a misspelled field of a patch
    client.campaigns.update("id", { dayly_limit: 5 });
    // @ts-expect-error: a reply needs its account
    client.emails.reply({ reply_to_uuid: "u", subject: "s", body: { text: "t" } });
    // @ts-expect-error: a misspelled nested field
    client.emails.reply({ reply_to_uuid: "u", eaccount: "e", subject: "s", body: { txt: "t" } });
    // @ts-expect-error: a list needs a name
    client.leadLists.create({});
  });
});
