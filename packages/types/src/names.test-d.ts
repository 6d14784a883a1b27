import { expectTypeOf, test } from "vitest";
import type {
  ActivateCampaignInput,
  BulkDeleteLeadsInput,
  BulkDeleteLeadsOutput,
  Campaign,
  CreateCampaignInput,
  CreateLeadInput,
  CreateLeadListInput,
  CreateLeadListOutput,
  CreateLeadOutput,
  components,
  Email,
  GetLeadInput,
  GetLeadOutput,
  Lead,
  LeadList,
  ListCampaignInput,
  ListCampaignOutput,
  ListEmailInput,
  ListEmailOutput,
  ListLeadListOutput,
  ListLeadsInput,
  ListLeadsOutput,
  operations,
  PatchCampaignInput,
  PatchCampaignOutput,
  paths,
  ReplyToEmailInput,
  ReplyToEmailOutput,
  UpdateLeadInterestStatusInput,
  UpdateLeadInterestStatusOutput,
} from "./index.ts";

test("the named types are the schemas of the document", () => {
  expectTypeOf<Lead>().toEqualTypeOf<components["schemas"]["Lead"]>();
  expectTypeOf<Campaign>().toEqualTypeOf<components["schemas"]["Campaign"]>();
  expectTypeOf<Email>().toEqualTypeOf<components["schemas"]["Email"]>();
  expectTypeOf<LeadList>().toEqualTypeOf<components["schemas"]["LeadList"]>();
});

test("entities have the types of the API", () => {
  expectTypeOf<Lead["id"]>().toEqualTypeOf<string>();
  expectTypeOf<Lead["job_title"]>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<Lead["status"]>().toExtend<number>();
  expectTypeOf<-1>().toExtend<Lead["status"]>();
  expectTypeOf<Campaign["name"]>().toEqualTypeOf<string>();
  expectTypeOf<Email["thread_id"]>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<LeadList["has_enrichment_task"]>().toEqualTypeOf<boolean | null | undefined>();
});

test("the 13 operations of the contract, and paths that lead to them", () => {
  expectTypeOf<
    | "listLeads"
    | "getLead"
    | "createLead"
    | "bulkDeleteLeads"
    | "updateLeadInterestStatus"
    | "listCampaign"
    | "createCampaign"
    | "patchCampaign"
    | "activateCampaign"
    | "listEmail"
    | "replyToEmail"
    | "listLeadList"
    | "createLeadList"
  >().toExtend<keyof operations>();
  expectTypeOf<paths["/api/v2/leads/{id}"]["get"]>().toEqualTypeOf<operations["getLead"]>();
  expectTypeOf<paths["/api/v2/leads"]["delete"]>().toEqualTypeOf<operations["bulkDeleteLeads"]>();
});

test("inputs combine path, query and body in one object", () => {
  expectTypeOf<GetLeadInput>().toEqualTypeOf<{ id: string }>();
  expectTypeOf<ActivateCampaignInput>().toEqualTypeOf<{ id: string }>();
  expectTypeOf<{ id: string; name: string }>().toExtend<PatchCampaignInput>();
  expectTypeOf<ListCampaignInput["limit"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<"asc" | "desc" | undefined>().toExtend<ListEmailInput["sort_order"]>();
  expectTypeOf<"newest">().not.toExtend<ListEmailInput["sort_order"]>();
  expectTypeOf<ListLeadsInput["starting_after"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<UpdateLeadInterestStatusInput["interest_value"]>().toEqualTypeOf<number | null>();
  expectTypeOf<CreateLeadListInput["name"]>().toEqualTypeOf<string>();
  expectTypeOf<BulkDeleteLeadsInput["ids"]>().toEqualTypeOf<string[] | undefined>();
});

test("outputs are the bodies of successful responses", () => {
  expectTypeOf<GetLeadOutput>().toEqualTypeOf<Lead>();
  expectTypeOf<CreateLeadOutput>().toEqualTypeOf<Lead>();
  expectTypeOf<PatchCampaignOutput>().toEqualTypeOf<Campaign>();
  expectTypeOf<ReplyToEmailOutput>().toEqualTypeOf<Email>();
  expectTypeOf<CreateLeadListOutput>().toEqualTypeOf<LeadList>();
  expectTypeOf<ListLeadsOutput["items"]>().toEqualTypeOf<Lead[]>();
  expectTypeOf<ListCampaignOutput["items"]>().toEqualTypeOf<Campaign[]>();
  expectTypeOf<ListEmailOutput["items"]>().toEqualTypeOf<Email[]>();
  expectTypeOf<ListLeadListOutput["items"]>().toEqualTypeOf<LeadList[]>();
  expectTypeOf<ListLeadsOutput["next_starting_after"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<BulkDeleteLeadsOutput["count"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<UpdateLeadInterestStatusOutput["message"]>().toEqualTypeOf<string | undefined>();
});

test("no type fell back to any or unknown", () => {
  expectTypeOf<BulkDeleteLeadsInput>().not.toBeUnknown();
  expectTypeOf<ReplyToEmailInput["body"]>().not.toBeUnknown();
  expectTypeOf<ReplyToEmailInput["body"]["html"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Lead>().not.toBeAny();
  expectTypeOf<Email["body"]>().not.toBeAny();
});

test("wrong inputs are compile errors", () => {
  // @ts-expect-error: a lead list requires a name
  expectTypeOf<CreateLeadListInput>({});
  // @ts-expect-error: the API has no such filter
  expectTypeOf<ListLeadsInput>({ filter: "FILTER_VAL_HAPPY" });
  // @ts-expect-error: a misspelt key
  expectTypeOf<CreateLeadInput>({ first_nam: "Ines" });
  // @ts-expect-error: the API does not accept this time zone
  expectTypeOf<CreateCampaignInput["campaign_schedule"]["schedules"][number]["timezone"]>("America/New_York");
  // @ts-expect-error: the reset requires null, the field is not optional
  expectTypeOf<UpdateLeadInterestStatusInput>({ lead_email: "a@b.example" });
});
