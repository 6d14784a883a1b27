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
        /** LeadDetail */
        LeadDetail: {
            /**
             * Id
             * @default null
             */
            id: string | null;
            /**
             * Timestamp Created
             * @default null
             */
            timestamp_created: string | null;
            /**
             * Timestamp Updated
             * @default null
             */
            timestamp_updated: string | null;
            /**
             * Organization
             * @default null
             */
            organization: string | null;
            /**
             * Campaign
             * @default null
             */
            campaign: string | null;
            /**
             * Status
             * @default null
             */
            status: number | null;
            /**
             * Email
             * @default null
             */
            email: string | null;
            /**
             * Personalization
             * @default null
             */
            personalization: string | null;
            /**
             * Website
             * @default null
             */
            website: string | null;
            /**
             * Last Name
             * @default null
             */
            last_name: string | null;
            /**
             * First Name
             * @default null
             */
            first_name: string | null;
            /**
             * Company Name
             * @default null
             */
            company_name: string | null;
            /**
             * Job Title
             * @default null
             */
            job_title: string | null;
            /**
             * Phone
             * @default null
             */
            phone: string | null;
            /**
             * Email Open Count
             * @default null
             */
            email_open_count: number | null;
            /**
             * Email Reply Count
             * @default null
             */
            email_reply_count: number | null;
            /**
             * Email Click Count
             * @default null
             */
            email_click_count: number | null;
            /**
             * Company Domain
             * @default null
             */
            company_domain: string | null;
            /**
             * Payload
             * @default null
             */
            payload: {
                [key: string]: unknown;
            } | null;
            /**
             * Lt Interest Status
             * @default null
             */
            lt_interest_status: number | null;
        };
        /** ListLeadsOutput */
        ListLeadsOutput: {
            /** Success */
            success: boolean;
            /**
             * Error
             * @default null
             */
            error: string | null;
            /** Leads */
            leads: components["schemas"]["LeadDetail"][];
            /**
             * Count
             * @default null
             */
            count: number | null;
            /**
             * Next Starting After
             * @default null
             */
            next_starting_after: string | null;
        };
        GetLeadInput: {
            /** @description The id of the lead. */
            lead_id: string;
        };
        /** GetLeadOutput */
        GetLeadOutput: {
            /** Success */
            success: boolean;
            /**
             * Error
             * @default null
             */
            error: string | null;
            /** @default null */
            lead: components["schemas"]["LeadDetail"] | null;
            /**
             * Id
             * @default null
             */
            id: string | null;
            /**
             * Email Address
             * @default null
             */
            email_address: string | null;
            /**
             * First Name
             * @default null
             */
            first_name: string | null;
            /**
             * Last Name
             * @default null
             */
            last_name: string | null;
            /**
             * Campaign
             * @default null
             */
            campaign: string | null;
            /**
             * Status
             * @default null
             */
            status: number | null;
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
        /** CreateLeadOutput */
        CreateLeadOutput: {
            /** Success */
            success: boolean;
            /**
             * Error
             * @default null
             */
            error: string | null;
            /** @default null */
            lead: components["schemas"]["LeadDetail"] | null;
            /**
             * Id
             * @default null
             */
            id: string | null;
            /**
             * Email Address
             * @default null
             */
            email_address: string | null;
            /**
             * First Name
             * @default null
             */
            first_name: string | null;
            /**
             * Last Name
             * @default null
             */
            last_name: string | null;
            /**
             * Campaign
             * @default null
             */
            campaign: string | null;
            /**
             * Status
             * @default null
             */
            status: number | null;
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
        /** DeleteLeadsOutput */
        DeleteLeadsOutput: {
            /** Success */
            success: boolean;
            /**
             * Error
             * @default null
             */
            error: string | null;
            /**
             * Count
             * @default null
             */
            count: number | null;
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
        /** UpdateLeadInterestStatusOutput */
        UpdateLeadInterestStatusOutput: {
            /** Success */
            success: boolean;
            /**
             * Error
             * @default null
             */
            error: string | null;
            /**
             * Message
             * @default null
             */
            message: string | null;
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
        /** CampaignDetail */
        CampaignDetail: {
            /**
             * Id
             * @default null
             */
            id: string | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Pl Value
             * @default null
             */
            pl_value: number | null;
            /**
             * Status
             * @default null
             */
            status: number | null;
            /**
             * Is Evergreen
             * @default null
             */
            is_evergreen: boolean | null;
            /**
             * Timestamp Created
             * @default null
             */
            timestamp_created: string | null;
            /**
             * Timestamp Updated
             * @default null
             */
            timestamp_updated: string | null;
            /**
             * Email Gap
             * @default null
             */
            email_gap: number | null;
            /**
             * Daily Limit
             * @default null
             */
            daily_limit: number | null;
            /**
             * Daily Max Leads
             * @default null
             */
            daily_max_leads: number | null;
            /**
             * Open Tracking
             * @default null
             */
            open_tracking: boolean | null;
            /**
             * Stop On Reply
             * @default null
             */
            stop_on_reply: boolean | null;
            /** Sequences */
            sequences: unknown[];
            /**
             * Campaign Schedule
             * @default null
             */
            campaign_schedule: {
                [key: string]: unknown;
            } | null;
        };
        /** ListCampaignsOutput */
        ListCampaignsOutput: {
            /** Success */
            success: boolean;
            /**
             * Error
             * @default null
             */
            error: string | null;
            /** Campaigns */
            campaigns: components["schemas"]["CampaignDetail"][];
            /**
             * Count
             * @default null
             */
            count: number | null;
            /**
             * Next Starting After
             * @default null
             */
            next_starting_after: string | null;
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
        /** CreateCampaignOutput */
        CreateCampaignOutput: {
            /** Success */
            success: boolean;
            /**
             * Error
             * @default null
             */
            error: string | null;
            /** @default null */
            campaign: components["schemas"]["CampaignDetail"] | null;
            /**
             * Id
             * @default null
             */
            id: string | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Status
             * @default null
             */
            status: number | null;
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
        /** PatchCampaignOutput */
        PatchCampaignOutput: {
            /** Success */
            success: boolean;
            /**
             * Error
             * @default null
             */
            error: string | null;
            /** @default null */
            campaign: components["schemas"]["CampaignDetail"] | null;
            /**
             * Id
             * @default null
             */
            id: string | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Status
             * @default null
             */
            status: number | null;
        };
        ActivateCampaignInput: {
            /** @description The id of the campaign to start or to resume. */
            campaign_id: string;
        };
        /** ActivateCampaignOutput */
        ActivateCampaignOutput: {
            /** Success */
            success: boolean;
            /**
             * Error
             * @default null
             */
            error: string | null;
            /** @default null */
            campaign: components["schemas"]["CampaignDetail"] | null;
            /**
             * Id
             * @default null
             */
            id: string | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Status
             * @default null
             */
            status: number | null;
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
        /** EmailBody */
        EmailBody: {
            /**
             * Text
             * @default null
             */
            text: string | null;
            /**
             * Html
             * @default null
             */
            html: string | null;
        };
        /** EmailDetail */
        EmailDetail: {
            /**
             * Id
             * @default null
             */
            id: string | null;
            /**
             * Timestamp Created
             * @default null
             */
            timestamp_created: string | null;
            /**
             * Timestamp Email
             * @default null
             */
            timestamp_email: string | null;
            /**
             * Message Id
             * @default null
             */
            message_id: string | null;
            /**
             * Subject
             * @default null
             */
            subject: string | null;
            /**
             * From Address Email
             * @default null
             */
            from_address_email: string | null;
            /**
             * To Address Email List
             * @default null
             */
            to_address_email_list: string | null;
            /**
             * Cc Address Email List
             * @default null
             */
            cc_address_email_list: string | null;
            /**
             * Bcc Address Email List
             * @default null
             */
            bcc_address_email_list: string | null;
            /**
             * Reply To
             * @default null
             */
            reply_to: string | null;
            /** @default null */
            body: components["schemas"]["EmailBody"] | null;
            /**
             * Organization Id
             * @default null
             */
            organization_id: string | null;
            /**
             * Campaign Id
             * @default null
             */
            campaign_id: string | null;
            /**
             * Subsequence Id
             * @default null
             */
            subsequence_id: string | null;
            /**
             * List Id
             * @default null
             */
            list_id: string | null;
            /**
             * Lead
             * @default null
             */
            lead: string | null;
            /**
             * Lead Id
             * @default null
             */
            lead_id: string | null;
            /**
             * Eaccount
             * @default null
             */
            eaccount: string | null;
            /**
             * Ue Type
             * @default null
             */
            ue_type: number | null;
            /**
             * Is Unread
             * @default null
             */
            is_unread: number | null;
            /**
             * Is Auto Reply
             * @default null
             */
            is_auto_reply: number | null;
            /**
             * I Status
             * @default null
             */
            i_status: number | null;
            /**
             * Thread Id
             * @default null
             */
            thread_id: string | null;
            /**
             * Content Preview
             * @default null
             */
            content_preview: string | null;
        };
        /** ListEmailsOutput */
        ListEmailsOutput: {
            /** Success */
            success: boolean;
            /**
             * Error
             * @default null
             */
            error: string | null;
            /** Emails */
            emails: components["schemas"]["EmailDetail"][];
            /**
             * Count
             * @default null
             */
            count: number | null;
            /**
             * Next Starting After
             * @default null
             */
            next_starting_after: string | null;
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
        /** ReplyToEmailOutput */
        ReplyToEmailOutput: {
            /** Success */
            success: boolean;
            /**
             * Error
             * @default null
             */
            error: string | null;
            /** @default null */
            email: components["schemas"]["EmailDetail"] | null;
            /**
             * Id
             * @default null
             */
            id: string | null;
            /**
             * Subject
             * @default null
             */
            subject: string | null;
            /**
             * Thread Id
             * @default null
             */
            thread_id: string | null;
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
        /** LeadListDetail */
        LeadListDetail: {
            /**
             * Id
             * @default null
             */
            id: string | null;
            /**
             * Organization Id
             * @default null
             */
            organization_id: string | null;
            /**
             * Has Enrichment Task
             * @default null
             */
            has_enrichment_task: boolean | null;
            /**
             * Owned By
             * @default null
             */
            owned_by: string | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Timestamp Created
             * @default null
             */
            timestamp_created: string | null;
        };
        /** ListLeadListsOutput */
        ListLeadListsOutput: {
            /** Success */
            success: boolean;
            /**
             * Error
             * @default null
             */
            error: string | null;
            /** Lead Lists */
            lead_lists: components["schemas"]["LeadListDetail"][];
            /**
             * Count
             * @default null
             */
            count: number | null;
            /**
             * Next Starting After
             * @default null
             */
            next_starting_after: string | null;
        };
        CreateLeadListInput: {
            /** @description The name shown in the app. It need not be unique. */
            name: string;
            /** @description Whether every lead added to the list should be enriched. */
            has_enrichment_task?: boolean;
            /** @description The user who will own the list. Defaults to the creator. */
            owned_by?: string;
        };
        /** CreateLeadListOutput */
        CreateLeadListOutput: {
            /** Success */
            success: boolean;
            /**
             * Error
             * @default null
             */
            error: string | null;
            /** @default null */
            lead_list: components["schemas"]["LeadListDetail"] | null;
            /**
             * Id
             * @default null
             */
            id: string | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type ListLeadsInput = components['schemas']['ListLeadsInput'];
export type LeadDetail = components['schemas']['LeadDetail'];
export type ListLeadsOutput = components['schemas']['ListLeadsOutput'];
export type GetLeadInput = components['schemas']['GetLeadInput'];
export type GetLeadOutput = components['schemas']['GetLeadOutput'];
export type CreateLeadInput = components['schemas']['CreateLeadInput'];
export type CreateLeadOutput = components['schemas']['CreateLeadOutput'];
export type DeleteLeadsInput = components['schemas']['DeleteLeadsInput'];
export type DeleteLeadsOutput = components['schemas']['DeleteLeadsOutput'];
export type UpdateLeadInterestStatusInput = components['schemas']['UpdateLeadInterestStatusInput'];
export type UpdateLeadInterestStatusOutput = components['schemas']['UpdateLeadInterestStatusOutput'];
export type ListCampaignsInput = components['schemas']['ListCampaignsInput'];
export type CampaignDetail = components['schemas']['CampaignDetail'];
export type ListCampaignsOutput = components['schemas']['ListCampaignsOutput'];
export type CreateCampaignInput = components['schemas']['CreateCampaignInput'];
export type CreateCampaignOutput = components['schemas']['CreateCampaignOutput'];
export type PatchCampaignInput = components['schemas']['PatchCampaignInput'];
export type PatchCampaignOutput = components['schemas']['PatchCampaignOutput'];
export type ActivateCampaignInput = components['schemas']['ActivateCampaignInput'];
export type ActivateCampaignOutput = components['schemas']['ActivateCampaignOutput'];
export type ListEmailsInput = components['schemas']['ListEmailsInput'];
export type EmailBody = components['schemas']['EmailBody'];
export type EmailDetail = components['schemas']['EmailDetail'];
export type ListEmailsOutput = components['schemas']['ListEmailsOutput'];
export type ReplyToEmailInput = components['schemas']['ReplyToEmailInput'];
export type ReplyToEmailOutput = components['schemas']['ReplyToEmailOutput'];
export type ListLeadListsInput = components['schemas']['ListLeadListsInput'];
export type LeadListDetail = components['schemas']['LeadListDetail'];
export type ListLeadListsOutput = components['schemas']['ListLeadListsOutput'];
export type CreateLeadListInput = components['schemas']['CreateLeadListInput'];
export type CreateLeadListOutput = components['schemas']['CreateLeadListOutput'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;

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
/** What each action returns, whether it succeeded or not. */
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
