// Derived from spec/. Do not edit by hand: change the spec, then run `pnpm generate`.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ListLeadsInput: {
            /** @description Text to look for in first name, last name and email address. The match is fuzzy, so check it. */
            search?: string;
            /**
             * @description The state to filter by. There is no filter by custom interest label. Instantly ignores an unknown value and returns an unfiltered page.
             * @enum {string}
             */
            filter?: "FILTER_VAL_CONTACTED" | "FILTER_VAL_NOT_CONTACTED" | "FILTER_VAL_COMPLETED" | "FILTER_VAL_UNSUBSCRIBED" | "FILTER_VAL_ACTIVE" | "FILTER_LEAD_INTERESTED" | "FILTER_LEAD_NOT_INTERESTED" | "FILTER_LEAD_MEETING_BOOKED" | "FILTER_LEAD_MEETING_COMPLETED" | "FILTER_LEAD_CLOSED" | "FILTER_LEAD_OUT_OF_OFFICE" | "FILTER_LEAD_WRONG_PERSON" | "FILTER_LEAD_LOST" | "FILTER_LEAD_NO_SHOW" | "FILTER_LEAD_CUSTOM_LABEL_POSITIVE" | "FILTER_LEAD_CUSTOM_LABEL_NEGATIVE" | "FILTER_VAL_BOUNCED" | "FILTER_VAL_SKIPPED" | "FILTER_VAL_RISKY" | "FILTER_VAL_INVALID" | "FILTER_VAL_VALID" | "FILTER_VAL_IN_SUBSEQUENCE" | "FILTER_VAL_OPENED_NO_REPLY" | "FILTER_VAL_COMPLETED_NO_REPLY" | "FILTER_VAL_NO_OPENS" | "FILTER_VAL_REPLIED" | "FILTER_VAL_LINK_CLICKED";
            /** @description Only leads of this campaign. The name is `campaign`; `campaign_id` is ignored here. */
            campaign?: string;
            /** @description Only leads of this lead list. */
            list_id?: string;
            /** @description Only leads that are in some campaign, or only those in none. */
            in_campaign?: boolean;
            /** @description Only leads that are in some lead list, or only those in none. */
            in_list?: boolean;
            /** @description Only these leads. */
            ids?: string[];
            /** @description All leads except these. */
            excluded_ids?: string[];
            /** @description Only leads with one of these email addresses. */
            contacts?: string[];
            /** @description Only leads of these users of the workspace. */
            organization_user_ids?: string[];
            /** @description Only leads of a saved smart view. */
            smart_view_id?: string;
            /** @description Only leads found by the website visitor tracking, or only the others. */
            is_website_visitor?: boolean;
            /** @description One row per person instead of per lead. Order and cursor then use the email address. */
            distinct_contacts?: boolean;
            /** @description Only leads whose enrichment has this result. 11 = Waiting for enrichment; 1 = Enriched; -1 = No data was found; -2 = The enrichment failed. */
            enrichment_status?: number;
            /**
             * @description Only leads whose mailbox is protected by this email security gateway.
             * @enum {string}
             */
            esg_code?: "0" | "1" | "2" | "3" | "4" | "all" | "none";
            /** @description How many leads to return, 1 to 100. It belongs in the body, not in the query. */
            limit?: number;
            /** @description The cursor of the previous page, passed back unchanged: an id, or an email address when `distinct_contacts` is true. It belongs in the body, not in the query. */
            starting_after?: string;
        };
        GetLeadInput: {
            /** @description The id of the lead. */
            lead_id: string;
        };
        CreateLeadInput: {
            /** @description The campaign to put the lead into. The name is `campaign`; `campaign_id` is ignored. */
            campaign?: string;
            /** @description The lead list to put the lead into. */
            list_id?: string;
            /** @description The email address; required in a campaign. */
            email?: string;
            /** @description The given name. */
            first_name?: string;
            /** @description The family name. */
            last_name?: string;
            /** @description The company the person works for. */
            company_name?: string;
            /** @description The job title of the person. */
            job_title?: string;
            /** @description A telephone number, as free text. */
            phone?: string;
            /** @description The web site of the person or company. */
            website?: string;
            /** @description A personalised sentence for this lead, for use in the emails. */
            personalization?: string;
            /** @description How interested the lead is. Absent for a plain lead; custom labels of the workspace add further numbers. 4 = Won; 3 = Meeting completed; 2 = Meeting booked; 1 = Interested; 0 = Out of office; -1 = Not interested; -2 = Wrong person; -3 = Lost; -4 = No show. */
            lt_interest_status?: number;
            /** @description The potential value of the lead, as free text. */
            pl_value_lead?: string;
            /** @description The user responsible for the lead. */
            assigned_to?: string;
            /** @description Do nothing if the workspace has a lead with this address anywhere. */
            skip_if_in_workspace?: boolean;
            /** @description Do nothing if the campaign has a lead with this address. The response may then lack the lead's id. */
            skip_if_in_campaign?: boolean;
            /** @description Do nothing if the lead list has a lead with this address. */
            skip_if_in_list?: boolean;
            /** @description A blocklist to check the lead against. */
            blocklist_id?: string;
            /** @description Verify the address as the lead finder does. */
            verify_leads_for_lead_finder?: boolean;
            /** @description Verify the address in the background after the lead is stored. Costs credits. */
            verify_leads_on_import?: boolean;
            /** @description Anything else about the lead, for use as merge tags in the emails. They come back in the `payload` of the lead, and their names are added to the variables of the campaign. Values are plain: no objects, no arrays. */
            custom_variables?: {
                [key: string]: string | number | boolean | null;
            };
        };
        DeleteLeadsInput: {
            /** @description The campaign to delete from; required unless `list_id` is present. */
            campaign_id?: string;
            /** @description The lead list to delete from; required unless `campaign_id` is present. */
            list_id?: string;
            /** @description Only leads with this status. 3 = Completed; 2 = Paused; 1 = Active; -1 = Bounced; -2 = Unsubscribed; -3 = Skipped. */
            status?: number;
            /** @description Only these leads, as far as they are in the campaign or list. */
            ids?: string[];
            /** @description The maximum number of leads to delete, 1 to 10,000. If absent, every matching lead is deleted. */
            limit?: number;
        };
        UpdateLeadInterestStatusInput: {
            /** @description The email address of the lead, not its id. */
            lead_email: string;
            /** @description The new interest status. Leave it out, or pass null, to reset to a plain lead. 4 = Won; 3 = Meeting completed; 2 = Meeting booked; 1 = Interested; 0 = Out of office; -1 = Not interested; -2 = Wrong person; -3 = Lost; -4 = No show. */
            interest_value?: number;
            /** @description The campaign in which to change the status. */
            campaign_id?: string;
            /** @description The lead list in which to change the status. */
            list_id?: string;
            /** @description The interest status to record as set by Instantly's AI. */
            ai_interest_value?: number;
            /** @description Keeps Instantly's AI from changing the status afterwards. */
            disable_auto_interest?: boolean;
        };
        ListCampaignsInput: {
            /** @description How many campaigns to return, 1 to 100. */
            limit?: number;
            /** @description The cursor of the previous page, passed back unchanged. Here it is the id of that page's last campaign. */
            starting_after?: string;
            /** @description Text to look for in the name. */
            search?: string;
            /** @description Only campaigns with at least one of these tags. The ids are separated by commas. */
            tag_ids?: string;
            /** @description Only campaigns that this AI Sales Agent created. */
            ai_sales_agent_id?: string;
            /** @description Only campaigns in this state. A recent filter; older clients report that it is rejected. 4 = Running subsequences. The campaign itself is done, its subsequences still send; 3 = Completed. Every lead is done; 2 = Paused; 1 = Active; 0 = Draft. Never started; -1 = Accounts unhealthy. No sending account works, or none is set; -2 = Bounce protect. Stopped because too many emails bounced; -99 = Account suspended. The workspace may not send. */
            status?: number;
        };
        CreateCampaignInput: {
            /** @description The name shown in the app. */
            name: string;
            /** @description When a campaign may send. A patch replaces the whole object, so it must contain every window that should remain. */
            campaign_schedule: {
                /** @description The first day of sending, in the time zone of the campaign. If absent, sending starts at activation. */
                start_date?: string;
                /** @description The last day of sending, in the time zone of the campaign. If absent, there is no end. */
                end_date?: string;
                /** @description The weekly windows in which emails are sent. At least one. */
                schedules: {
                    /** @description A name for the window, shown in the app. */
                    name: string;
                    /** @description The hours of the day. Nothing published forbids a `to` before the `from`; do not rely on it. */
                    timing: {
                        /** @description When the window opens, HH:MM of the 24-hour clock. */
                        from: string;
                        /** @description When the window closes, HH:MM of the 24-hour clock. */
                        to: string;
                    };
                    /** @description The days of the week as an object, not an array: the keys are "0" (Sunday) to "6" (Saturday), and true means that the window is open on that day. Read back with just the keys that were sent. */
                    days: {
                        /** @description Sunday. */
                        0?: boolean;
                        /** @description Monday. */
                        1?: boolean;
                        /** @description Tuesday. */
                        2?: boolean;
                        /** @description Wednesday. */
                        3?: boolean;
                        /** @description Thursday. */
                        4?: boolean;
                        /** @description Friday. */
                        5?: boolean;
                        /** @description Saturday. */
                        6?: boolean;
                    };
                    /**
                     * @description An IANA zone from a closed list that lacks many common zones. For America/New_York use America/Detroit, for Europe/London Europe/Isle_of_Man, for Europe/Berlin Europe/Belgrade, for UTC Africa/Abidjan.
                     * @enum {string}
                     */
                    timezone: "Africa/Abidjan" | "Africa/Addis_Ababa" | "Africa/Algiers" | "Africa/Blantyre" | "Africa/Cairo" | "Africa/Casablanca" | "Africa/Ceuta" | "Africa/Tripoli" | "Africa/Windhoek" | "America/Anchorage" | "America/Anguilla" | "America/Bahia_Banderas" | "America/Belize" | "America/Boise" | "America/Chicago" | "America/Chihuahua" | "America/Creston" | "America/Danmarkshavn" | "America/Dawson" | "America/Detroit" | "America/Glace_Bay" | "America/Godthab" | "America/Indiana/Marengo" | "America/Regina" | "America/Scoresbysund" | "America/St_Johns" | "America/Araguaina" | "America/Argentina/La_Rioja" | "America/Asuncion" | "America/Bahia" | "America/Bogota" | "America/Campo_Grande" | "America/Caracas" | "America/Montevideo" | "America/Noronha" | "America/Santiago" | "America/Sao_Paulo" | "Antarctica/Davis" | "Antarctica/DumontDUrville" | "Antarctica/Macquarie" | "Antarctica/Mawson" | "Antarctica/Vostok" | "Arctic/Longyearbyen" | "Asia/Aden" | "Asia/Amman" | "Asia/Anadyr" | "Asia/Baghdad" | "Asia/Baku" | "Asia/Beirut" | "Asia/Brunei" | "Asia/Chita" | "Asia/Choibalsan" | "Asia/Colombo" | "Asia/Damascus" | "Asia/Dhaka" | "Asia/Dili" | "Asia/Dubai" | "Asia/Hong_Kong" | "Asia/Irkutsk" | "Asia/Jerusalem" | "Asia/Kabul" | "Asia/Kamchatka" | "Asia/Karachi" | "Asia/Kathmandu" | "Asia/Kolkata" | "Asia/Krasnoyarsk" | "Asia/Nicosia" | "Asia/Novokuznetsk" | "Asia/Pyongyang" | "Asia/Rangoon" | "Asia/Sakhalin" | "Asia/Taipei" | "Asia/Tbilisi" | "Asia/Tehran" | "Asia/Yekaterinburg" | "Asia/Yerevan" | "Atlantic/Canary" | "Atlantic/Cape_Verde" | "Australia/Adelaide" | "Australia/Brisbane" | "Australia/Currie" | "Australia/Darwin" | "Australia/Melbourne" | "Australia/Perth" | "Europe/Astrakhan" | "Europe/Belgrade" | "Europe/Bucharest" | "Europe/Helsinki" | "Europe/Isle_of_Man" | "Europe/Istanbul" | "Europe/Kaliningrad" | "Europe/Kirov" | "Europe/Sarajevo" | "Indian/Mahe" | "Pacific/Apia" | "Pacific/Auckland" | "Pacific/Fiji" | "Etc/GMT+12" | "Etc/GMT+11" | "Etc/GMT+10" | "Etc/GMT-12" | "Etc/GMT-13";
                }[];
            };
            /** @description The emails. An array, but only its first element is used: put every step there. A step's `delay` is the wait before the NEXT step. */
            sequences?: {
                /** @description The emails, from the first to the last. */
                steps: {
                    /**
                     * @description The kind of step.
                     * @enum {string}
                     */
                    type: "email";
                    /** @description The wait between this step and the NEXT one, in `delay_unit`. Not the wait before this step. */
                    delay: number;
                    /**
                     * @description The unit of `delay`.
                     * @enum {string}
                     */
                    delay_unit?: "minutes" | "hours" | "days";
                    /** @description The wait before the first email of a subsequence, in `pre_delay_unit`. A campaign ignores it. */
                    pre_delay?: number;
                    /**
                     * @description The unit of `pre_delay`. A campaign ignores it.
                     * @enum {string}
                     */
                    pre_delay_unit?: "minutes" | "hours" | "days";
                    /** @description The variants of this step. Each lead receives one of the enabled ones; one is enough. */
                    variants: {
                        /** @description The subject. Empty on a later step makes it a follow-up in the thread of the step before. */
                        subject: string;
                        /** @description The text, as HTML with `<br/>` for a line break. Users report that other markup is changed when it is stored, so read it back before you activate. */
                        body: string;
                        /** @description Whether the variant is disabled. Enabled by default. */
                        v_disabled?: boolean;
                    }[];
                }[];
            }[];
            /** @description The email addresses of the connected accounts that send. An unknown account is rejected with a 400. There is no `account_ids`; that name is ignored. */
            email_list?: string[];
            /** @description The maximum number of emails that the campaign sends per day. */
            daily_limit?: number;
            /** @description The maximum number of leads contacted for the first time per day. */
            daily_max_leads?: number;
            /** @description Whether opens are counted. Unlike the other flags it does not accept null. */
            open_tracking?: boolean;
            /** @description Whether a lead who replies receives no further emails. */
            stop_on_reply?: boolean;
            /** @description Whether clicks on links are counted. */
            link_tracking?: boolean;
            /** @description Whether every email is sent as plain text. */
            text_only?: boolean;
            /** @description Minutes between one email and the next. */
            email_gap?: number;
            /** @description The value of one positive lead. */
            pl_value?: number;
        };
        PatchCampaignInput: {
            /** @description The id of the campaign to change. */
            campaign_id: string;
            /** @description The name shown in the app. */
            name?: string;
            /** @description When a campaign may send. A patch replaces the whole object, so it must contain every window that should remain. */
            campaign_schedule?: {
                /** @description The first day of sending, in the time zone of the campaign. If absent, sending starts at activation. */
                start_date?: string;
                /** @description The last day of sending, in the time zone of the campaign. If absent, there is no end. */
                end_date?: string;
                /** @description The weekly windows in which emails are sent. At least one. */
                schedules: {
                    /** @description A name for the window, shown in the app. */
                    name: string;
                    /** @description The hours of the day. Nothing published forbids a `to` before the `from`; do not rely on it. */
                    timing: {
                        /** @description When the window opens, HH:MM of the 24-hour clock. */
                        from: string;
                        /** @description When the window closes, HH:MM of the 24-hour clock. */
                        to: string;
                    };
                    /** @description The days of the week as an object, not an array: the keys are "0" (Sunday) to "6" (Saturday), and true means that the window is open on that day. Read back with just the keys that were sent. */
                    days: {
                        /** @description Sunday. */
                        0?: boolean;
                        /** @description Monday. */
                        1?: boolean;
                        /** @description Tuesday. */
                        2?: boolean;
                        /** @description Wednesday. */
                        3?: boolean;
                        /** @description Thursday. */
                        4?: boolean;
                        /** @description Friday. */
                        5?: boolean;
                        /** @description Saturday. */
                        6?: boolean;
                    };
                    /**
                     * @description An IANA zone from a closed list that lacks many common zones. For America/New_York use America/Detroit, for Europe/London Europe/Isle_of_Man, for Europe/Berlin Europe/Belgrade, for UTC Africa/Abidjan.
                     * @enum {string}
                     */
                    timezone: "Africa/Abidjan" | "Africa/Addis_Ababa" | "Africa/Algiers" | "Africa/Blantyre" | "Africa/Cairo" | "Africa/Casablanca" | "Africa/Ceuta" | "Africa/Tripoli" | "Africa/Windhoek" | "America/Anchorage" | "America/Anguilla" | "America/Bahia_Banderas" | "America/Belize" | "America/Boise" | "America/Chicago" | "America/Chihuahua" | "America/Creston" | "America/Danmarkshavn" | "America/Dawson" | "America/Detroit" | "America/Glace_Bay" | "America/Godthab" | "America/Indiana/Marengo" | "America/Regina" | "America/Scoresbysund" | "America/St_Johns" | "America/Araguaina" | "America/Argentina/La_Rioja" | "America/Asuncion" | "America/Bahia" | "America/Bogota" | "America/Campo_Grande" | "America/Caracas" | "America/Montevideo" | "America/Noronha" | "America/Santiago" | "America/Sao_Paulo" | "Antarctica/Davis" | "Antarctica/DumontDUrville" | "Antarctica/Macquarie" | "Antarctica/Mawson" | "Antarctica/Vostok" | "Arctic/Longyearbyen" | "Asia/Aden" | "Asia/Amman" | "Asia/Anadyr" | "Asia/Baghdad" | "Asia/Baku" | "Asia/Beirut" | "Asia/Brunei" | "Asia/Chita" | "Asia/Choibalsan" | "Asia/Colombo" | "Asia/Damascus" | "Asia/Dhaka" | "Asia/Dili" | "Asia/Dubai" | "Asia/Hong_Kong" | "Asia/Irkutsk" | "Asia/Jerusalem" | "Asia/Kabul" | "Asia/Kamchatka" | "Asia/Karachi" | "Asia/Kathmandu" | "Asia/Kolkata" | "Asia/Krasnoyarsk" | "Asia/Nicosia" | "Asia/Novokuznetsk" | "Asia/Pyongyang" | "Asia/Rangoon" | "Asia/Sakhalin" | "Asia/Taipei" | "Asia/Tbilisi" | "Asia/Tehran" | "Asia/Yekaterinburg" | "Asia/Yerevan" | "Atlantic/Canary" | "Atlantic/Cape_Verde" | "Australia/Adelaide" | "Australia/Brisbane" | "Australia/Currie" | "Australia/Darwin" | "Australia/Melbourne" | "Australia/Perth" | "Europe/Astrakhan" | "Europe/Belgrade" | "Europe/Bucharest" | "Europe/Helsinki" | "Europe/Isle_of_Man" | "Europe/Istanbul" | "Europe/Kaliningrad" | "Europe/Kirov" | "Europe/Sarajevo" | "Indian/Mahe" | "Pacific/Apia" | "Pacific/Auckland" | "Pacific/Fiji" | "Etc/GMT+12" | "Etc/GMT+11" | "Etc/GMT+10" | "Etc/GMT-12" | "Etc/GMT-13";
                }[];
            };
            /** @description The emails. An array, but only its first element is used: put every step there. A step's `delay` is the wait before the NEXT step. */
            sequences?: {
                /** @description The emails, from the first to the last. */
                steps: {
                    /**
                     * @description The kind of step.
                     * @enum {string}
                     */
                    type: "email";
                    /** @description The wait between this step and the NEXT one, in `delay_unit`. Not the wait before this step. */
                    delay: number;
                    /**
                     * @description The unit of `delay`.
                     * @enum {string}
                     */
                    delay_unit?: "minutes" | "hours" | "days";
                    /** @description The wait before the first email of a subsequence, in `pre_delay_unit`. A campaign ignores it. */
                    pre_delay?: number;
                    /**
                     * @description The unit of `pre_delay`. A campaign ignores it.
                     * @enum {string}
                     */
                    pre_delay_unit?: "minutes" | "hours" | "days";
                    /** @description The variants of this step. Each lead receives one of the enabled ones; one is enough. */
                    variants: {
                        /** @description The subject. Empty on a later step makes it a follow-up in the thread of the step before. */
                        subject: string;
                        /** @description The text, as HTML with `<br/>` for a line break. Users report that other markup is changed when it is stored, so read it back before you activate. */
                        body: string;
                        /** @description Whether the variant is disabled. Enabled by default. */
                        v_disabled?: boolean;
                    }[];
                }[];
            }[];
            /** @description The email addresses of all connected accounts that should send. Deleting an account does not remove it from this list. */
            email_list?: string[];
            /** @description The maximum number of emails that the campaign sends per day. */
            daily_limit?: number;
            /** @description The maximum number of leads contacted for the first time per day. */
            daily_max_leads?: number;
            /** @description Whether opens are counted. Unlike the other flags it does not accept null. */
            open_tracking?: boolean;
            /** @description Whether a lead who replies receives no further emails. */
            stop_on_reply?: boolean;
            /** @description Whether clicks on links are counted. */
            link_tracking?: boolean;
            /** @description Whether every email is sent as plain text. */
            text_only?: boolean;
            /** @description Minutes between one email and the next. */
            email_gap?: number;
            /** @description The value of one positive lead. */
            pl_value?: number;
        };
        ActivateCampaignInput: {
            /** @description The id of the campaign to start or to resume. */
            campaign_id: string;
        };
        ListEmailsInput: {
            /** @description How many emails to return, 1 to 100. */
            limit?: number;
            /** @description The cursor of the previous page, passed back unchanged. Here it is the id of that page's last email. */
            starting_after?: string;
            /** @description The email address of a lead, or `thread:` followed by a `thread_id` for the emails of one thread. */
            search?: string;
            /** @description Only emails of this campaign. */
            campaign_id?: string;
            /** @description Only emails of leads in this lead list. */
            list_id?: string;
            /** @description Only emails with this interest status. Custom interest labels have further numbers. 4 = Won; 3 = Meeting completed; 2 = Meeting booked; 1 = Interested; 0 = Out of office; -1 = Not interested; -2 = Wrong person; -3 = Lost; -4 = No show. */
            i_status?: number;
            /** @description Only emails of this connected account, or of any of several accounts, separated by commas. */
            eaccount?: string;
            /** @description Only emails to or from the lead with this email address. It is not the id of a lead. */
            lead?: string;
            /** @description Only unread emails, or only read ones. A boolean here, though the field of the same name is 0 or 1. */
            is_unread?: boolean;
        };
        ReplyToEmailInput: {
            /** @description The address of the account that sends. It must be connected to the workspace, or the response is a 404. */
            eaccount: string;
            /** @description The `id` of the email to reply to, not its `message_id` or `thread_id`. */
            reply_to_uuid: string;
            /** @description The subject line, sent as it is. No "Re:" is added. */
            subject: string;
            /** @description The content as plain text, sent inside an HTML document. Line breaks may be lost; use HTML for them. */
            body_text?: string;
            /** @description The content as HTML, with `<br/>` for line breaks. */
            body_html?: string;
            /** @description The addresses to send a copy to, separated by commas. */
            cc_address_email_list?: string;
            /** @description The addresses to send a blind copy to, separated by commas. */
            bcc_address_email_list?: string;
        };
        ListLeadListsInput: {
            /** @description How many lists to return, 1 to 100. */
            limit?: number;
            /** @description The cursor of the previous page, passed back unchanged. Here it is a timestamp, not an id. */
            starting_after?: string;
            /** @description Only lists that enrich their leads, or only those that do not. */
            has_enrichment_task?: boolean;
            /** @description Text to look for in the name. */
            search?: string;
        };
        CreateLeadListInput: {
            /** @description The name shown in the app. It need not be unique. */
            name: string;
            /** @description Whether every lead added to the list should be enriched. */
            has_enrichment_task?: boolean;
            /** @description The user who will own the list. Defaults to the creator. */
            owned_by?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export interface ListLeadsInput extends Schema<"ListLeadsInput"> {}
export interface GetLeadInput extends Schema<"GetLeadInput"> {}
export interface CreateLeadInput extends Schema<"CreateLeadInput"> {}
export interface DeleteLeadsInput extends Schema<"DeleteLeadsInput"> {}
export interface UpdateLeadInterestStatusInput extends Schema<"UpdateLeadInterestStatusInput"> {}
export interface ListCampaignsInput extends Schema<"ListCampaignsInput"> {}
export interface CreateCampaignInput extends Schema<"CreateCampaignInput"> {}
export interface PatchCampaignInput extends Schema<"PatchCampaignInput"> {}
export interface ActivateCampaignInput extends Schema<"ActivateCampaignInput"> {}
export interface ListEmailsInput extends Schema<"ListEmailsInput"> {}
export interface ReplyToEmailInput extends Schema<"ReplyToEmailInput"> {}
export interface ListLeadListsInput extends Schema<"ListLeadListsInput"> {}
export interface CreateLeadListInput extends Schema<"CreateLeadListInput"> {}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** A lead in a result. A field is null if the API did not return it. */
export type LeadDetail = {
  /** Identifies the lead; also the cursor of the list operation. A version 7 UUID. */
  id: string | null;
  /** When the lead was stored. */
  timestamp_created: string | null;
  /** When anything about the lead last changed. */
  timestamp_updated: string | null;
  /** The workspace that owns the lead. Emails and lead lists call it `organization_id`. */
  organization: string | null;
  /** The campaign the lead is in. */
  campaign: string | null;
  /**
   * Where the lead stands in its campaign. Its interest is `lt_interest_status`.
   *
   * - `0`: In a list only
   * - `1`: Active
   * - `2`: Paused
   * - `3`: Completed
   * - `-1`: Bounced
   * - `-2`: Unsubscribed
   * - `-3`: Skipped
   */
  status: number | null;
  /** The email address. */
  email: string | null;
  /** The personalised sentence for this lead; an empty string when it was not given. */
  personalization: string | null;
  /** The web site of the person or company; an empty string when it was not given. */
  website: string | null;
  /** The family name; an empty string when it was not given. */
  last_name: string | null;
  /** The given name; an empty string when it was not given. */
  first_name: string | null;
  /** The company the person works for; an empty string when it was not given. */
  company_name: string | null;
  /** The job title of the person. */
  job_title: string | null;
  /** A telephone number, as free text. */
  phone: string | null;
  /** How often the lead opened an email; counted only while open tracking is on. */
  email_open_count: number | null;
  /** How often the lead replied. */
  email_reply_count: number | null;
  /** How often the lead clicked a link; counted only while link tracking is on. */
  email_click_count: number | null;
  /** The internet domain of the company, determined by the API. */
  company_domain: string | null;
  /**
   * What the emails can use as merge tags: the fields of the lead under camelCase names, its email address, and the custom
   * variables it was created with.
   */
  payload: { [key: string]: unknown } | null;
  /**
   * How interested the lead is. Absent for a plain lead; custom labels of the workspace add further numbers.
   *
   * - `0`: Out of office
   * - `1`: Interested
   * - `2`: Meeting booked
   * - `3`: Meeting completed
   * - `4`: Won
   * - `-1`: Not interested
   * - `-2`: Wrong person
   * - `-3`: Lost
   * - `-4`: No show
   */
  lt_interest_status: number | null;
};
/** A campaign in a result. A field is null if the API did not return it. */
export type CampaignDetail = {
  /** Identifies the campaign. A version 4 UUID, also the cursor of the list operation. */
  id: string | null;
  /** The name shown in the app. */
  name: string | null;
  /** The value of one positive lead. */
  pl_value: number | null;
  /**
   * The state the campaign is in. Activation sets 1 at once; the service may move it on within minutes, for example to -1
   * when no account can send.
   *
   * - `0`: Draft. Never started.
   * - `1`: Active.
   * - `2`: Paused.
   * - `3`: Completed. Every lead is done.
   * - `4`: Running subsequences. The campaign itself is done, its subsequences still send.
   * - `-99`: Account suspended. The workspace may not send.
   * - `-2`: Bounce protect. Stopped because too many emails bounced.
   * - `-1`: Accounts unhealthy. No sending account works, or none is set.
   */
  status: number | null;
  /** Whether the campaign is evergreen. */
  is_evergreen: boolean | null;
  /** When the campaign was created. */
  timestamp_created: string | null;
  /** When the campaign was last changed. A patch moves it. */
  timestamp_updated: string | null;
  /** Minutes between one email and the next. */
  email_gap: number | null;
  /** The maximum number of emails that the campaign sends per day. */
  daily_limit: number | null;
  /** The maximum number of leads contacted for the first time per day. */
  daily_max_leads: number | null;
  /** Whether opens are counted. */
  open_tracking: boolean | null;
  /** Whether a lead who replies receives no further emails. */
  stop_on_reply: boolean | null;
  /**
   * The emails, all of them in the first element. Absent if never set. A step's `delay` is the wait before
   * the NEXT step.
   */
  sequences: unknown[];
  /** When the campaign may send. A draft can have an empty object or no windows. */
  campaign_schedule: { [key: string]: unknown } | null;
};
/** An email body in a result. A field is null if the API did not return it. */
export type EmailBody = {
  /** The content as plain text, with its line breaks. */
  text: string | null;
  /** The content as HTML. */
  html: string | null;
};
/** An email in a result. A field is null if the API did not return it. */
export type EmailDetail = {
  /** Identifies the email; a reply refers to it, and it is the cursor of the list. A version 7 UUID. */
  id: string | null;
  /**
   * When Instantly stored the email, which may be long after it was sent; lists are ordered by it. Email fetched from
   * an account has no milliseconds.
   */
  timestamp_created: string | null;
  /** The time in the email itself. The sender or a mail server may have set it incorrectly. */
  timestamp_email: string | null;
  /** The Message-ID the mail server gave. A reply does not refer to it but to `id`. */
  message_id: string | null;
  /** The subject line. */
  subject: string | null;
  /** The address of the sender. */
  from_address_email: string | null;
  /** The addresses of the recipients, separated by commas. */
  to_address_email_list: string | null;
  /** The addresses in copy, separated by commas. Empty after a reply without any. */
  cc_address_email_list: string | null;
  /** The addresses in blind copy, separated by commas. Empty after a reply without any. */
  bcc_address_email_list: string | null;
  /** The reply-to address. */
  reply_to: string | null;
  body: EmailBody | null;
  /** The workspace that owns the email. */
  organization_id: string | null;
  /** The campaign of the email. An email sent by hand may have none. */
  campaign_id: string | null;
  /** The subsequence of the campaign. An email sent by hand may have none. */
  subsequence_id: string | null;
  /** The lead list the lead is in, if it is in one. */
  list_id: string | null;
  /** The email address of the lead. Its id is `lead_id`. */
  lead: string | null;
  /** The lead, if the email belongs to one. */
  lead_id: string | null;
  /**
   * The connected account that sent the email. For a received email it is the account that received it, and so the
   * one to reply from.
   */
  eaccount: string | null;
  /**
   * The kind of email. It is not a filter; `email_type` is.
   *
   * - `1`: Sent by a campaign
   * - `2`: Received
   * - `3`: Sent by hand, which a reply through the API counts as
   * - `4`: Scheduled
   */
  ue_type: number | null;
  /**
   * Whether the email is unread. A number here, though the filter of the same name is a boolean.
   *
   * - `0`: Read
   * - `1`: Unread
   */
  is_unread: number | null;
  /**
   * Whether the email is an automatic reply, such as an out-of-office note.
   *
   * - `0`: Written by a person
   * - `1`: An automatic reply
   */
  is_auto_reply: number | null;
  /**
   * The interest status of the email. Absent if none was set. Custom interest labels have further numbers.
   *
   * - `0`: Out of office
   * - `1`: Interested
   * - `2`: Meeting booked
   * - `3`: Meeting completed
   * - `4`: Won
   * - `-1`: Not interested
   * - `-2`: Wrong person
   * - `-3`: Lost
   * - `-4`: No show
   */
  i_status: number | null;
  /** The id of the thread, the same for all its emails. `thread:` and this value make a `search`. */
  thread_id: string | null;
  /** The first lines of the content. */
  content_preview: string | null;
};
/** A lead list in a result. A field is null if the API did not return it. */
export type LeadListDetail = {
  /** Identifies the list. A version 4 UUID. */
  id: string | null;
  /** The workspace that owns the list. */
  organization_id: string | null;
  /** Whether every lead added to the list is enriched. */
  has_enrichment_task: boolean | null;
  /** The user who owns the list; the creator unless another was given. */
  owned_by: string | null;
  /** The name shown in the app. Two lists may share one. */
  name: string | null;
  /** When the list was created; also the cursor of the list operation. */
  timestamp_created: string | null;
};
/** The result of `list_leads` when it succeeded. */
export type ListLeadsSuccess = {
  success: true;
  error: null;
  leads: LeadDetail[];
  count: number;
  /**
   * The cursor of the next page: the `id` of the last item, or its email address when `distinct_contacts` is true.
   * Present on every page that has items, even a short one, and absent from the empty page after the last.
   */
  next_starting_after: string | null;
};
/** The result of `list_leads` when it failed: `error` says why, and every other field is null or empty. */
export type ListLeadsFailure = {
  success: false;
  error: string;
  leads: LeadDetail[];
  count: null;
  next_starting_after: null;
};
/** What `list_leads` returns. `success` tells whether it succeeded. */
export type ListLeadsOutput = ListLeadsSuccess | ListLeadsFailure;
/** The result of `get_lead` when it succeeded. */
export type GetLeadSuccess = {
  success: true;
  error: null;
  lead: LeadDetail;
  /** Identifies the lead; also the cursor of the list operation. A version 7 UUID. */
  id: string | null;
  /** The email address. */
  email_address: string | null;
  /** The given name; an empty string when it was not given. */
  first_name: string | null;
  /** The family name; an empty string when it was not given. */
  last_name: string | null;
  /** The campaign the lead is in. */
  campaign: string | null;
  /**
   * Where the lead stands in its campaign. Its interest is `lt_interest_status`.
   *
   * - `0`: In a list only
   * - `1`: Active
   * - `2`: Paused
   * - `3`: Completed
   * - `-1`: Bounced
   * - `-2`: Unsubscribed
   * - `-3`: Skipped
   */
  status: number | null;
};
/** The result of `get_lead` when it failed: `error` says why, and every other field is null or empty. */
export type GetLeadFailure = {
  success: false;
  error: string;
  lead: null;
  id: null;
  email_address: null;
  first_name: null;
  last_name: null;
  campaign: null;
  status: null;
};
/** What `get_lead` returns. `success` tells whether it succeeded. */
export type GetLeadOutput = GetLeadSuccess | GetLeadFailure;
/** The result of `create_lead` when it succeeded. */
export type CreateLeadSuccess = {
  success: true;
  error: null;
  lead: LeadDetail;
  /** Identifies the lead; also the cursor of the list operation. A version 7 UUID. */
  id: string | null;
  /** The email address. */
  email_address: string | null;
  /** The given name; an empty string when it was not given. */
  first_name: string | null;
  /** The family name; an empty string when it was not given. */
  last_name: string | null;
  /** The campaign the lead is in. */
  campaign: string | null;
  /**
   * Where the lead stands in its campaign. Its interest is `lt_interest_status`.
   *
   * - `0`: In a list only
   * - `1`: Active
   * - `2`: Paused
   * - `3`: Completed
   * - `-1`: Bounced
   * - `-2`: Unsubscribed
   * - `-3`: Skipped
   */
  status: number | null;
};
/** The result of `create_lead` when it failed: `error` says why, and every other field is null or empty. */
export type CreateLeadFailure = {
  success: false;
  error: string;
  lead: null;
  id: null;
  email_address: null;
  first_name: null;
  last_name: null;
  campaign: null;
  status: null;
};
/** What `create_lead` returns. `success` tells whether it succeeded. */
export type CreateLeadOutput = CreateLeadSuccess | CreateLeadFailure;
/** The result of `delete_leads` when it succeeded. */
export type DeleteLeadsSuccess = {
  success: true;
  error: null;
  /** How many leads were deleted; 0 when none matched. */
  count: number | null;
};
/** The result of `delete_leads` when it failed: `error` says why, and every other field is null or empty. */
export type DeleteLeadsFailure = {
  success: false;
  error: string;
  count: null;
};
/** What `delete_leads` returns. `success` tells whether it succeeded. */
export type DeleteLeadsOutput = DeleteLeadsSuccess | DeleteLeadsFailure;
/** The result of `update_lead_interest_status` when it succeeded. */
export type UpdateLeadInterestStatusSuccess = {
  success: true;
  error: null;
  /** Says that a background job was submitted. No id of the job is given. */
  message: string | null;
};
/** The result of `update_lead_interest_status` when it failed: `error` says why, and every other field is null or empty. */
export type UpdateLeadInterestStatusFailure = {
  success: false;
  error: string;
  message: null;
};
/** What `update_lead_interest_status` returns. `success` tells whether it succeeded. */
export type UpdateLeadInterestStatusOutput = UpdateLeadInterestStatusSuccess | UpdateLeadInterestStatusFailure;
/** The result of `list_campaigns` when it succeeded. */
export type ListCampaignsSuccess = {
  success: true;
  error: null;
  campaigns: CampaignDetail[];
  count: number;
  /**
   * The cursor of the next page: the `id` of the last item. Present on every page that has items, even a short one,
   * and absent from the empty page after the last.
   */
  next_starting_after: string | null;
};
/** The result of `list_campaigns` when it failed: `error` says why, and every other field is null or empty. */
export type ListCampaignsFailure = {
  success: false;
  error: string;
  campaigns: CampaignDetail[];
  count: null;
  next_starting_after: null;
};
/** What `list_campaigns` returns. `success` tells whether it succeeded. */
export type ListCampaignsOutput = ListCampaignsSuccess | ListCampaignsFailure;
/** The result of `create_campaign` when it succeeded. */
export type CreateCampaignSuccess = {
  success: true;
  error: null;
  campaign: CampaignDetail;
  /** Identifies the campaign. A version 4 UUID, also the cursor of the list operation. */
  id: string | null;
  /** The name shown in the app. */
  name: string | null;
  /**
   * The state the campaign is in. Activation sets 1 at once; the service may move it on within minutes, for example to -1
   * when no account can send.
   *
   * - `0`: Draft. Never started.
   * - `1`: Active.
   * - `2`: Paused.
   * - `3`: Completed. Every lead is done.
   * - `4`: Running subsequences. The campaign itself is done, its subsequences still send.
   * - `-99`: Account suspended. The workspace may not send.
   * - `-2`: Bounce protect. Stopped because too many emails bounced.
   * - `-1`: Accounts unhealthy. No sending account works, or none is set.
   */
  status: number | null;
};
/** The result of `create_campaign` when it failed: `error` says why, and every other field is null or empty. */
export type CreateCampaignFailure = {
  success: false;
  error: string;
  campaign: null;
  id: null;
  name: null;
  status: null;
};
/** What `create_campaign` returns. `success` tells whether it succeeded. */
export type CreateCampaignOutput = CreateCampaignSuccess | CreateCampaignFailure;
/** The result of `patch_campaign` when it succeeded. */
export type PatchCampaignSuccess = {
  success: true;
  error: null;
  campaign: CampaignDetail;
  /** Identifies the campaign. A version 4 UUID, also the cursor of the list operation. */
  id: string | null;
  /** The name shown in the app. */
  name: string | null;
  /**
   * The state the campaign is in. Activation sets 1 at once; the service may move it on within minutes, for example to -1
   * when no account can send.
   *
   * - `0`: Draft. Never started.
   * - `1`: Active.
   * - `2`: Paused.
   * - `3`: Completed. Every lead is done.
   * - `4`: Running subsequences. The campaign itself is done, its subsequences still send.
   * - `-99`: Account suspended. The workspace may not send.
   * - `-2`: Bounce protect. Stopped because too many emails bounced.
   * - `-1`: Accounts unhealthy. No sending account works, or none is set.
   */
  status: number | null;
};
/** The result of `patch_campaign` when it failed: `error` says why, and every other field is null or empty. */
export type PatchCampaignFailure = {
  success: false;
  error: string;
  campaign: null;
  id: null;
  name: null;
  status: null;
};
/** What `patch_campaign` returns. `success` tells whether it succeeded. */
export type PatchCampaignOutput = PatchCampaignSuccess | PatchCampaignFailure;
/** The result of `activate_campaign` when it succeeded. */
export type ActivateCampaignSuccess = {
  success: true;
  error: null;
  campaign: CampaignDetail;
  /** Identifies the campaign. A version 4 UUID, also the cursor of the list operation. */
  id: string | null;
  /** The name shown in the app. */
  name: string | null;
  /**
   * The state the campaign is in. Activation sets 1 at once; the service may move it on within minutes, for example to -1
   * when no account can send.
   *
   * - `0`: Draft. Never started.
   * - `1`: Active.
   * - `2`: Paused.
   * - `3`: Completed. Every lead is done.
   * - `4`: Running subsequences. The campaign itself is done, its subsequences still send.
   * - `-99`: Account suspended. The workspace may not send.
   * - `-2`: Bounce protect. Stopped because too many emails bounced.
   * - `-1`: Accounts unhealthy. No sending account works, or none is set.
   */
  status: number | null;
};
/** The result of `activate_campaign` when it failed: `error` says why, and every other field is null or empty. */
export type ActivateCampaignFailure = {
  success: false;
  error: string;
  campaign: null;
  id: null;
  name: null;
  status: null;
};
/** What `activate_campaign` returns. `success` tells whether it succeeded. */
export type ActivateCampaignOutput = ActivateCampaignSuccess | ActivateCampaignFailure;
/** The result of `list_emails` when it succeeded. */
export type ListEmailsSuccess = {
  success: true;
  error: null;
  emails: EmailDetail[];
  count: number;
  /**
   * The cursor of the next page: the `id` of the last item. Present on every page that has items, even a short one,
   * and absent from the empty page after the last.
   */
  next_starting_after: string | null;
};
/** The result of `list_emails` when it failed: `error` says why, and every other field is null or empty. */
export type ListEmailsFailure = {
  success: false;
  error: string;
  emails: EmailDetail[];
  count: null;
  next_starting_after: null;
};
/** What `list_emails` returns. `success` tells whether it succeeded. */
export type ListEmailsOutput = ListEmailsSuccess | ListEmailsFailure;
/** The result of `reply_to_email` when it succeeded. */
export type ReplyToEmailSuccess = {
  success: true;
  error: null;
  email: EmailDetail;
  /** Identifies the email; a reply refers to it, and it is the cursor of the list. A version 7 UUID. */
  id: string | null;
  /** The subject line. */
  subject: string | null;
  /** The id of the thread, the same for all its emails. `thread:` and this value make a `search`. */
  thread_id: string | null;
};
/** The result of `reply_to_email` when it failed: `error` says why, and every other field is null or empty. */
export type ReplyToEmailFailure = {
  success: false;
  error: string;
  email: null;
  id: null;
  subject: null;
  thread_id: null;
};
/** What `reply_to_email` returns. `success` tells whether it succeeded. */
export type ReplyToEmailOutput = ReplyToEmailSuccess | ReplyToEmailFailure;
/** The result of `list_lead_lists` when it succeeded. */
export type ListLeadListsSuccess = {
  success: true;
  error: null;
  lead_lists: LeadListDetail[];
  count: number;
  /**
   * The cursor of the next page: the `timestamp_created` of the last item. Present on every page that has items,
   * even a short one, and absent from the empty page after the last.
   */
  next_starting_after: string | null;
};
/** The result of `list_lead_lists` when it failed: `error` says why, and every other field is null or empty. */
export type ListLeadListsFailure = {
  success: false;
  error: string;
  lead_lists: LeadListDetail[];
  count: null;
  next_starting_after: null;
};
/** What `list_lead_lists` returns. `success` tells whether it succeeded. */
export type ListLeadListsOutput = ListLeadListsSuccess | ListLeadListsFailure;
/** The result of `create_lead_list` when it succeeded. */
export type CreateLeadListSuccess = {
  success: true;
  error: null;
  lead_list: LeadListDetail;
  /** Identifies the list. A version 4 UUID. */
  id: string | null;
  /** The name shown in the app. Two lists may share one. */
  name: string | null;
};
/** The result of `create_lead_list` when it failed: `error` says why, and every other field is null or empty. */
export type CreateLeadListFailure = {
  success: false;
  error: string;
  lead_list: null;
  id: null;
  name: null;
};
/** What `create_lead_list` returns. `success` tells whether it succeeded. */
export type CreateLeadListOutput = CreateLeadListSuccess | CreateLeadListFailure;
/** The names of the actions. */
export type ActionName = keyof ActionInputs;
/** The input of each action. */
export interface ActionInputs {
  list_leads: ListLeadsInput;
  get_lead: GetLeadInput;
  create_lead: CreateLeadInput;
  delete_leads: DeleteLeadsInput;
  update_lead_interest_status: UpdateLeadInterestStatusInput;
  list_campaigns: ListCampaignsInput;
  create_campaign: CreateCampaignInput;
  patch_campaign: PatchCampaignInput;
  activate_campaign: ActivateCampaignInput;
  list_emails: ListEmailsInput;
  reply_to_email: ReplyToEmailInput;
  list_lead_lists: ListLeadListsInput;
  create_lead_list: CreateLeadListInput;
}
/** What each action returns: a success or a failure, which `success` tells apart. */
export interface ActionOutputs {
  list_leads: ListLeadsOutput;
  get_lead: GetLeadOutput;
  create_lead: CreateLeadOutput;
  delete_leads: DeleteLeadsOutput;
  update_lead_interest_status: UpdateLeadInterestStatusOutput;
  list_campaigns: ListCampaignsOutput;
  create_campaign: CreateCampaignOutput;
  patch_campaign: PatchCampaignOutput;
  activate_campaign: ActivateCampaignOutput;
  list_emails: ListEmailsOutput;
  reply_to_email: ReplyToEmailOutput;
  list_lead_lists: ListLeadListsOutput;
  create_lead_list: CreateLeadListOutput;
}
/** What each action returns when it succeeded. */
export interface ActionSuccesses {
  list_leads: ListLeadsSuccess;
  get_lead: GetLeadSuccess;
  create_lead: CreateLeadSuccess;
  delete_leads: DeleteLeadsSuccess;
  update_lead_interest_status: UpdateLeadInterestStatusSuccess;
  list_campaigns: ListCampaignsSuccess;
  create_campaign: CreateCampaignSuccess;
  patch_campaign: PatchCampaignSuccess;
  activate_campaign: ActivateCampaignSuccess;
  list_emails: ListEmailsSuccess;
  reply_to_email: ReplyToEmailSuccess;
  list_lead_lists: ListLeadListsSuccess;
  create_lead_list: CreateLeadListSuccess;
}
