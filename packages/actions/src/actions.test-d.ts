import { describe, expectTypeOf, test } from "vitest";
import type {
  Action,
  ActionContext,
  ActionInputs,
  ActionName,
  ActionOutputs,
  BoundActions,
  LeadDetail,
  UnknownActionOutput,
} from "./index.ts";
import { actions, bindActions, checkCredential, getAction, manifest, runAction } from "./index.ts";

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
