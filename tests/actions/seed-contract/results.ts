/**
 * The output contract of each action, in addition to `success` and `error`: the title of the schema, then its fields.
 * `name` is a string, `name:type` a value of that type, `name:Title` a projection below, `name:[Title]` a list of it.
 */
export const promisedResults: Readonly<Record<string, string>> = {
  list_leads: "ListLeadsOutput leads:[LeadDetail] count:integer next_starting_after",
  get_lead: "GetLeadOutput lead:LeadDetail id email_address first_name last_name campaign status:integer",
  create_lead: "CreateLeadOutput lead:LeadDetail id email_address first_name last_name campaign status:integer",
  delete_leads: "DeleteLeadsOutput count:integer",
  update_lead_interest_status: "UpdateLeadInterestStatusOutput message",
  list_campaigns: "ListCampaignsOutput campaigns:[CampaignDetail] count:integer next_starting_after",
  create_campaign: "CreateCampaignOutput campaign:CampaignDetail id name status:integer",
  patch_campaign: "PatchCampaignOutput campaign:CampaignDetail id name status:integer",
  activate_campaign: "ActivateCampaignOutput campaign:CampaignDetail id name status:integer",
  list_emails: "ListEmailsOutput emails:[EmailDetail] count:integer next_starting_after",
  reply_to_email: "ReplyToEmailOutput email:EmailDetail id subject thread_id",
  list_lead_lists: "ListLeadListsOutput lead_lists:[LeadListDetail] count:integer next_starting_after",
  create_lead_list: "CreateLeadListOutput lead_list:LeadListDetail id name",
};

/** The projections in results. `name:[]` is a list of any values. */
export const promisedProjections: Readonly<Record<string, string>> = {
  LeadDetail: `id timestamp_created timestamp_updated organization campaign status:integer email personalization
    website last_name first_name company_name job_title phone email_open_count:integer email_reply_count:integer
    email_click_count:integer company_domain payload:object lt_interest_status:integer`,
  CampaignDetail: `id name pl_value:number status:integer is_evergreen:boolean timestamp_created timestamp_updated
    email_gap:integer daily_limit:integer daily_max_leads:integer open_tracking:boolean stop_on_reply:boolean
    sequences:[] campaign_schedule:object`,
  EmailDetail: `id timestamp_created timestamp_email message_id subject from_address_email to_address_email_list
    cc_address_email_list bcc_address_email_list reply_to body:EmailBody organization_id campaign_id subsequence_id
    list_id lead lead_id eaccount ue_type:integer is_unread:integer is_auto_reply:integer i_status:integer thread_id
    content_preview`,
  EmailBody: "text html",
  LeadListDetail: "id organization_id has_enrichment_task:boolean owned_by name timestamp_created",
};
