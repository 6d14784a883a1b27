import { describe, expectTypeOf, test } from "vitest";
import type {
  Action,
  ActionContext,
  ActionInputs,
  ActionName,
  ActionOutputs,
  ActionSuccesses,
  BoundActions,
  CampaignDetail,
  EmailDetail,
  GetLeadFailure,
  GetLeadSuccess,
  LeadDetail,
  LeadListDetail,
  UnknownActionOutput,
} from "./index.ts";
import { actionList, actions, bindActions, checkCredential, getAction, manifest, runAction } from "./index.ts";

declare const context: ActionContext;

test("the registry and getAction keep the name", () => {
  expectTypeOf(actions.get_lead).toEqualTypeOf<Action<"get_lead">>();
  expectTypeOf(getAction("create_lead")).toEqualTypeOf<Action<"create_lead">>();
  expectTypeOf<keyof typeof actions>().toEqualTypeOf<ActionName>();
  expectTypeOf(getAction<ActionName>).returns.toEqualTypeOf<Action<ActionName>>();
});

test("run takes the action's input and gives its output", () => {
  expectTypeOf(actions.get_lead.run).parameter(0).toEqualTypeOf<{ lead_id: string }>();
  expectTypeOf(actions.get_lead.run({ lead_id: "x" }, context)).toEqualTypeOf<Promise<ActionOutputs["get_lead"]>>();
  expectTypeOf(runAction("delete_leads", { list_id: "l" }, context)).toEqualTypeOf<
    Promise<ActionOutputs["delete_leads"]>
  >();
  const name: string = "whatever came from outside";
  expectTypeOf(runAction(name, {}, context)).toEqualTypeOf<Promise<ActionOutputs[ActionName] | UnknownActionOutput>>();
});

test("an output has every key, and its fields may be null", () => {
  type GetLead = ActionOutputs["get_lead"];
  expectTypeOf<GetLead["success"]>().toEqualTypeOf<boolean>();
  expectTypeOf<GetLead["error"]>().toEqualTypeOf<string | null>();
  expectTypeOf<GetLead["lead"]>().toEqualTypeOf<LeadDetail | null>();
  expectTypeOf<ActionOutputs["list_leads"]["leads"]>().toEqualTypeOf<LeadDetail[]>();
  expectTypeOf<ActionOutputs["list_leads"]["count"]>().toEqualTypeOf<number | null>();
  expectTypeOf<LeadDetail["email_open_count"]>().toEqualTypeOf<number | null>();
  expectTypeOf<Required<LeadDetail>>().toEqualTypeOf<LeadDetail>();
  expectTypeOf<Required<ActionOutputs["reply_to_email"]>>().toEqualTypeOf<ActionOutputs["reply_to_email"]>();
});

test("success tells the two results of every action apart", () => {
  type Successes = { [Name in ActionName]: Extract<ActionOutputs[Name], { success: true }> };
  expectTypeOf<Successes>().toEqualTypeOf<ActionSuccesses>();
  type Failures = { [Name in ActionName]: Extract<ActionOutputs[Name], { success: false }> };
  expectTypeOf<Failures[ActionName]["error"]>().toEqualTypeOf<string>();
  expectTypeOf<ActionSuccesses[ActionName]["error"]>().toEqualTypeOf<null>();
  expectTypeOf<ActionOutputs["get_lead"]>().toEqualTypeOf<GetLeadSuccess | GetLeadFailure>();
  expectTypeOf<GetLeadFailure["lead"]>().toEqualTypeOf<null>();
});

test("after a check of success, no field needs a second one beyond what the schema allows", () => {
  type Of<Name extends ActionName> = ActionSuccesses[Name];
  expectTypeOf<Of<"get_lead" | "create_lead">["lead"]>().toEqualTypeOf<LeadDetail>();
  type CampaignWrites = "create_campaign" | "patch_campaign" | "activate_campaign";
  expectTypeOf<Of<CampaignWrites>["campaign"]>().toEqualTypeOf<CampaignDetail>();
  expectTypeOf<Of<"reply_to_email">["email"]>().toEqualTypeOf<EmailDetail>();
  expectTypeOf<Of<"create_lead_list">["lead_list"]>().toEqualTypeOf<LeadListDetail>();
  expectTypeOf<Of<"list_leads">["leads"]>().toEqualTypeOf<LeadDetail[]>();
  expectTypeOf<Of<"list_campaigns">["campaigns"]>().toEqualTypeOf<CampaignDetail[]>();
  expectTypeOf<Of<"list_emails">["emails"]>().toEqualTypeOf<EmailDetail[]>();
  expectTypeOf<Of<"list_lead_lists">["lead_lists"]>().toEqualTypeOf<LeadListDetail[]>();
  type Lists = "list_leads" | "list_campaigns" | "list_emails" | "list_lead_lists";
  expectTypeOf<Of<Lists>["count"]>().toEqualTypeOf<number>();
  expectTypeOf<Of<Lists>["next_starting_after"]>().toEqualTypeOf<string | null>();
  expectTypeOf<Of<"delete_leads">["count"]>().toEqualTypeOf<number | null>();
  expectTypeOf<Of<"update_lead_interest_status">["message"]>().toEqualTypeOf<string | null>();
});

test("narrowing works where results come from: run, runAction, bound actions, the list, and the check of a key", async () => {
  const run = await actions.get_lead.run({ lead_id: "x" }, context);
  const named = await runAction("get_lead", { lead_id: "x" }, context);
  const bound = await bindActions(context).get_lead({ lead_id: "x" });
  for (const result of [run, named, bound]) {
    if (result.success) expectTypeOf(result.lead.email).toEqualTypeOf<string | null>();
    else expectTypeOf(result.error).toEqualTypeOf<string>();
  }
  const unknownName: string = "get_lead";
  const ofAny = await runAction(unknownName, {}, context);
  if (!ofAny.success) expectTypeOf(ofAny.error).toEqualTypeOf<string>();
  else expectTypeOf(ofAny).toEqualTypeOf<ActionSuccesses[ActionName]>();
  for (const action of actionList) {
    const listed = await action.run({}, context);
    if (listed.success) expectTypeOf(listed.error).toEqualTypeOf<null>();
    else expectTypeOf(listed.error).toEqualTypeOf<string>();
  }
  const check = await checkCredential(context);
  if (!check.success) expectTypeOf(check.error).toEqualTypeOf<string>();
});

test("a result can be passed on as a record", () => {
  expectTypeOf<ActionOutputs[ActionName] | UnknownActionOutput>().toExtend<Record<string, unknown>>();
});

test("an input has the required fields, and codes are open numbers", () => {
  expectTypeOf<ActionInputs["create_lead_list"]["name"]>().toEqualTypeOf<string>();
  expectTypeOf<ActionInputs["list_campaigns"]["status"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<Record<never, never>>().toExtend<ActionInputs["list_leads"]>();
});

test("bound actions are functions of their input alone", () => {
  const bound = bindActions(context);
  expectTypeOf(bound).toEqualTypeOf<BoundActions>();
  expectTypeOf(bound.list_emails).toEqualTypeOf<
    (input: ActionInputs["list_emails"]) => Promise<ActionOutputs["list_emails"]>
  >();
});

test("schemas are Standard Schemas of the input and the output", () => {
  type Types = NonNullable<(typeof actions.get_lead.inputSchema)["~standard"]["types"]>;
  expectTypeOf<Types["output"]>().toEqualTypeOf<ActionInputs["get_lead"]>();
  expectTypeOf(actions.get_lead.inputSchema.type).toEqualTypeOf<"object">();
});

test("the rest", () => {
  expectTypeOf(checkCredential(context)).resolves.toExtend<{ success: boolean; error: string | null }>();
  expectTypeOf(manifest.integration_type).toEqualTypeOf<"tool">();
});

describe("what is misspelt or wrong does not compile:", () => {
  test("names and inputs", () => {
    // @ts-expect-error: there is no such action
    getAction("get_led");
    // @ts-expect-error: there is no such action
    actions.get_led;
    // @ts-expect-error: a lead is read by its id
    actions.get_lead.run({}, context);
    // @ts-expect-error: a misspelt parameter
    actions.list_leads.run({ limt: 5 }, context);
    // @ts-expect-error: a limit is a number
    actions.list_leads.run({ limit: "5" }, context);
    // @ts-expect-error: a filter the API does not know
    actions.list_leads.run({ filter: "FILTER_VAL_HAPPY" }, context);
    // @ts-expect-error: the wrong action's output
    expectTypeOf(actions.get_lead.run({ lead_id: "x" }, context)).toEqualTypeOf<Promise<ActionOutputs["list_leads"]>>();
  });

  test("contexts", () => {
    actions.get_lead.run({ lead_id: "x" }, { apiKey: "k", baseUrl: "https://example.com" });
    // @ts-expect-error: a misspelt key of the context
    actions.get_lead.run({ lead_id: "x" }, { apikey: "k" });
    // @ts-expect-error: a listener is a function
    actions.get_lead.run({ lead_id: "x" }, { apiKey: "k", onResult: true });
  });
});
