/**
 * The input contract of each action: `name` is an optional string, `name:type` an optional value of that type, and `!`
 * marks a required one. Other programs rely on exactly this, so a change here breaks them.
 */
export const promisedParameters: Readonly<Record<string, string>> = {
  list_leads: `search filter campaign list_id in_campaign:boolean in_list:boolean ids:array excluded_ids:array
    contacts:array organization_user_ids:array smart_view_id is_website_visitor:boolean distinct_contacts:boolean
    enrichment_status:integer esg_code limit:integer starting_after`,
  get_lead: "lead_id!",
  create_lead: `campaign list_id email first_name last_name company_name job_title phone website personalization
    lt_interest_status:integer pl_value_lead assigned_to skip_if_in_workspace:boolean skip_if_in_campaign:boolean
    skip_if_in_list:boolean blocklist_id verify_leads_for_lead_finder:boolean verify_leads_on_import:boolean
    custom_variables:object`,
  delete_leads: "campaign_id list_id status:integer ids:array limit:integer",
  update_lead_interest_status: `lead_email! interest_value:integer campaign_id list_id ai_interest_value:integer
    disable_auto_interest:boolean`,
  list_campaigns: "limit:integer starting_after search tag_ids ai_sales_agent_id status:integer",
  create_campaign: `name! campaign_schedule:object! sequences:array email_list:array daily_limit:integer
    daily_max_leads:integer open_tracking:boolean stop_on_reply:boolean link_tracking:boolean text_only:boolean
    email_gap:integer pl_value:number`,
  patch_campaign: `campaign_id! name campaign_schedule:object sequences:array email_list:array daily_limit:integer
    daily_max_leads:integer open_tracking:boolean stop_on_reply:boolean link_tracking:boolean text_only:boolean
    email_gap:integer pl_value:number`,
  activate_campaign: "campaign_id!",
  list_emails: `limit:integer starting_after search campaign_id list_id i_status:integer eaccount lead
    is_unread:boolean`,
  reply_to_email: `eaccount! reply_to_uuid! subject! body_text body_html cc_address_email_list
    bcc_address_email_list`,
  list_lead_lists: "limit:integer starting_after has_enrichment_task:boolean search",
  create_lead_list: "name! has_enrichment_task:boolean owned_by",
};
