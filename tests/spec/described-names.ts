/**
 * The names that the spec describes, so that none is lost by accident: the properties of each schema, including nested
 * ones, and the parameters of each operation. Public types and documentation are generated from them.
 */
export const describedNames: Readonly<Record<string, string>> = {
  CreateLeadRequest: `
    campaign email personalization website last_name first_name company_name job_title phone lt_interest_status
    pl_value_lead list_id assigned_to skip_if_in_workspace skip_if_in_campaign skip_if_in_list blocklist_id
    verify_leads_for_lead_finder verify_leads_on_import custom_variables
  `,
  LeadPayload: "firstName lastName companyName jobTitle website phone personalization",
  LeadStatusSummary: "lastStep lastStep.from lastStep.stepID lastStep.timestamp_executed domain_complete",
  LeadSubsequenceStatusSummary: "from stepID timestampExecuted",
  Lead: `
    id timestamp_created timestamp_updated organization campaign list_id status email first_name last_name
    company_name company_domain job_title phone website personalization payload lt_interest_status pl_value_lead
    assigned_to uploaded_by_user upload_method is_website_visitor verification_status enrichment_status esp_code
    esg_code email_open_count email_reply_count email_click_count email_opened_step email_opened_variant
    email_replied_step email_replied_variant email_clicked_step email_clicked_variant status_summary
    status_summary_subseq subsequence_id last_step_from last_step_id last_step_timestamp_executed last_contacted_from
    timestamp_added_subsequence timestamp_last_contact timestamp_last_open timestamp_last_reply
    timestamp_last_interest_change timestamp_last_click timestamp_last_touch
  `,
  ApiError: "statusCode error message",
  DeleteLeadsRequest: "campaign_id list_id status ids limit",
  DeleteLeadsResponse: "count",
  LeadQuery: `
    actionType values values.occurrence-days values.occurrence-count values.occurrence-count.condition
    values.occurrence-count.count values.lead-status values.lead-status.status values.lead-status.condition
  `,
  ListLeadsRequest: `
    search filter campaign list_id in_campaign in_list ids queries excluded_ids contacts limit starting_after
    organization_user_ids smart_view_id is_website_visitor distinct_contacts enrichment_status esg_code
  `,
  ListLeadsResponse: "items next_starting_after",
  UpdateLeadInterestStatusRequest: `
    lead_email interest_value campaign_id ai_interest_value disable_auto_interest list_id
  `,
  UpdateLeadInterestStatusResponse: "message",
  CampaignScheduleWindow: `
    name timing timing.from timing.to days days.0 days.1 days.2 days.3 days.4 days.5 days.6 timezone
  `,
  CampaignScheduleState: "start_date end_date schedules",
  CampaignVariant: "subject body v_disabled",
  CampaignStep: "type delay delay_unit pre_delay pre_delay_unit variants",
  CampaignSequence: "steps",
  AutoVariantSelect: "trigger",
  CompanyEmailLimit: "mode daily_limit scope",
  ProviderRoutingRule: "action recipient_esp sender_esp",
  Campaign: `
    id name pl_value status is_evergreen campaign_schedule sequences timestamp_created timestamp_updated email_gap
    random_wait_max text_only first_email_text_only email_list daily_limit stop_on_reply email_tag_list link_tracking
    open_tracking stop_on_auto_reply daily_max_leads prioritize_new_leads auto_variant_select match_lead_esp
    not_sending_status stop_for_company core_variables custom_variables insert_unsubscribe_header allow_risky_contacts
    disable_bounce_protect limit_emails_per_company_override cc_list bcc_list organization owned_by ai_sdr_id
    provider_routing_rules
  `,
  ListCampaignsResponse: "items next_starting_after",
  CampaignSchedule: "start_date end_date schedules",
  CreateCampaignRequest: `
    name pl_value is_evergreen campaign_schedule sequences email_gap random_wait_max text_only first_email_text_only
    email_list daily_limit stop_on_reply email_tag_list link_tracking open_tracking stop_on_auto_reply daily_max_leads
    prioritize_new_leads auto_variant_select match_lead_esp stop_for_company insert_unsubscribe_header
    allow_risky_contacts disable_bounce_protect limit_emails_per_company_override cc_list bcc_list owned_by ai_sdr_id
    provider_routing_rules
  `,
  PatchCampaignRequest: `
    name pl_value is_evergreen campaign_schedule sequences email_gap random_wait_max text_only first_email_text_only
    email_list daily_limit stop_on_reply email_tag_list link_tracking open_tracking stop_on_auto_reply daily_max_leads
    prioritize_new_leads auto_variant_select match_lead_esp stop_for_company insert_unsubscribe_header
    allow_risky_contacts disable_bounce_protect limit_emails_per_company_override cc_list bcc_list owned_by
    provider_routing_rules
  `,
  EmailAttachment: "filename size type url error",
  Email: `
    id timestamp_created timestamp_email message_id subject from_address_email to_address_email_list
    cc_address_email_list bcc_address_email_list reply_to body body.text body.html organization_id campaign_id
    subsequence_id list_id lead lead_id eaccount ue_type step is_unread is_auto_reply reminder_ts ai_interest_value
    ai_assisted is_focused i_status thread_id content_preview attachment_json attachment_json.files from_address_json
    to_address_json cc_address_json ai_agent_id
  `,
  ListEmailsResponse: "items next_starting_after",
  ReplyToEmailRequest: `
    eaccount reply_to_uuid subject body body.html body.text additional_recipients cc_address_email_list
    bcc_address_email_list reminder_ts assigned_to
  `,
  LeadList: "id organization_id has_enrichment_task owned_by name timestamp_created",
  ListLeadListsResponse: "items next_starting_after",
  CreateLeadListRequest: "name has_enrichment_task owned_by",
  getLead: "id",
  listCampaign: "limit starting_after search tag_ids ai_sales_agent_id status exclude_status",
  patchCampaign: "id",
  activateCampaign: "id",
  listEmail: `
    limit starting_after search campaign_id list_id i_status eaccount is_unread has_reminder mode preview_only
    sort_order scheduled_only assigned_to lead company_domain marked_as_done email_type min_timestamp_created
    max_timestamp_created latest_of_thread
  `,
  listLeadList: "limit starting_after has_enrichment_task search",
};

/** The values of each enum. The time zones have a separate test. */
export const describedValues: Readonly<Record<string, string>> = {
  "Lead.status": "1 2 3 0 -1 -2 -3",
  "Lead.upload_method": "manual api website-visitor",
  "Lead.verification_status": "1 -1 -2 -3 -4 11 12",
  "Lead.enrichment_status": "1 11 -1 -2",
  "Lead.esp_code": "0 1 2 3 8 9 10 12 13 999 1000",
  "Lead.esg_code": "0 1 2 3 4",
  "DeleteLeadsRequest.status": "1 2 3 -1 -2 -3",
  "LeadQuery.actionType": "reply email-open last-contacted link-click lead-status lead-status-change",
  "LeadQuery.values.occurrence-count.condition": "more less equal",
  "LeadQuery.values.lead-status.condition": "is is-not",
  "ListLeadsRequest.filter": `
    FILTER_VAL_CONTACTED FILTER_VAL_NOT_CONTACTED FILTER_VAL_COMPLETED FILTER_VAL_UNSUBSCRIBED FILTER_VAL_ACTIVE
    FILTER_LEAD_INTERESTED FILTER_LEAD_NOT_INTERESTED FILTER_LEAD_MEETING_BOOKED FILTER_LEAD_MEETING_COMPLETED
    FILTER_LEAD_CLOSED FILTER_LEAD_OUT_OF_OFFICE FILTER_LEAD_WRONG_PERSON FILTER_LEAD_LOST FILTER_LEAD_NO_SHOW
    FILTER_LEAD_CUSTOM_LABEL_POSITIVE FILTER_LEAD_CUSTOM_LABEL_NEGATIVE FILTER_VAL_BOUNCED FILTER_VAL_SKIPPED
    FILTER_VAL_RISKY FILTER_VAL_INVALID FILTER_VAL_VALID FILTER_VAL_IN_SUBSEQUENCE FILTER_VAL_OPENED_NO_REPLY
    FILTER_VAL_COMPLETED_NO_REPLY FILTER_VAL_NO_OPENS FILTER_VAL_REPLIED FILTER_VAL_LINK_CLICKED
  `,
  "ListLeadsRequest.enrichment_status": "1 11 -1 -2",
  "ListLeadsRequest.esg_code": "0 1 2 3 4 all none",
  CampaignStatus: "-99 -2 -1 0 1 2 3 4",
  DelayUnit: "minutes hours days",
  "AutoVariantSelect.trigger": "reply_rate click_rate open_rate",
  "CompanyEmailLimit.mode": "custom disabled",
  "CompanyEmailLimit.scope": "per_campaign across_workspace",
  RoutedProvider: "all google outlook other",
  "ProviderRoutingRule.action": "send do_not_send",
  "Campaign.not_sending_status": "1 2 3 4 99",
  "Email.ue_type": "1 2 3 4",
  "listEmail.mode": "emode_focused emode_others emode_all",
  "listEmail.sort_order": "asc desc",
  "listEmail.email_type": "received sent manual",
};

/** The scopes that allow an operation. */
export const describedScopes: Readonly<Record<string, string>> = {
  createLead: "leads:create leads:all all:create all:all",
  bulkDeleteLeads: "leads:delete leads:all all:delete all:all",
  listLeads: "leads:read leads:all all:read all:all",
  updateLeadInterestStatus: "leads:update leads:all all:update all:all",
  getLead: "leads:read leads:all all:read all:all",
  listCampaign: "campaigns:read campaigns:all all:read all:all",
  createCampaign: "campaigns:create campaigns:all all:create all:all",
  patchCampaign: "campaigns:update campaigns:all all:update all:all",
  activateCampaign: "campaigns:update campaigns:all all:update all:all",
  listEmail: "emails:read emails:all all:read all:all",
  replyToEmail: "emails:create emails:all all:create all:all",
  listLeadList: "lead_lists:read lead_lists:all all:read all:all",
  createLeadList: "lead_lists:create lead_lists:all all:create all:all",
};
