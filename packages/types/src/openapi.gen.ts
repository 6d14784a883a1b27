// Derived from spec/. Do not edit by hand: change the spec, then run `pnpm generate`.

export interface paths {
    "/api/v2/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List campaigns
         * @description Returns campaigns in full, one page at a time, by descending id. The ids are random, so that is not the order in which
         *     the campaigns were created.
         */
        get: operations["listCampaign"];
        put?: never;
        /**
         * Create a campaign
         * @description Creates a campaign as a draft. It sends nothing before it is activated. A repeated call creates a second one with the
         *     same name. Two traps: a step's `delay` is the wait before the NEXT step, not before the step itself; and the time zone
         *     comes from a closed list without America/New_York, Europe/London and UTC (the schema lists equivalents).
         */
        post: operations["createCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a campaign
         * @description Changes the given fields and leaves the others unchanged. Lists and the schedule are replaced as a whole: the new `email_list`,
         *     `sequences` or `campaign_schedule` must contain everything that should remain. As in a new campaign, a step's `delay` is
         *     the wait before the NEXT step. The call fails for a campaign of an AI Sales Agent. [R]
         */
        patch: operations["patchCampaign"];
        trace?: never;
    };
    "/api/v2/campaigns/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start or resume a campaign
         * @description Sets the campaign to active. From then on it sends emails to real people whenever its schedule is open. Nothing is checked
         *     first: a campaign without a sending account is activated too, and changes to "accounts unhealthy" minutes later. [L]
         *
         *     The call has no body. With the content type application/json and an empty body it is rejected with the 400 "Body cannot
         *     be empty", so omit that header. [R]
         */
        post: operations["activateCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List emails
         * @description Returns emails of the Unibox, newest first, one page at a time. The limit of 20 requests per minute uses a sliding
         *     window and counts retries, too. [R] A filter that does not exist, such as `ue_type`, `thread_id` or
         *     `lead_id`, is ignored, so that every email is returned. [R]
         */
        get: operations["listEmail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/emails/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reply to an email
         * @description Sends a reply at once: there is no dry run and no preview. If the response is lost, the email may have been sent, so
         *     never retry the call after an ambiguous failure. List the emails of the thread instead: exactly one with the same
         *     sender and subject since the call means that it was sent. [R]
         */
        post: operations["replyToEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/lead-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List lead lists
         * @description Returns lead lists, newest first, one page at a time.
         */
        get: operations["listLeadList"];
        put?: never;
        /**
         * Create a lead list
         * @description Creates an empty lead list. A repeated call creates a second list with the same name.
         */
        post: operations["createLeadList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a lead
         * @description Creates one lead in a campaign, in a lead list, or in neither. In a campaign an email address is needed; in a list
         *     one of email, first name and last name is enough. Nothing is unique by default: a repeated call without a skip flag
         *     can store the same person twice. A lead in an active campaign receives emails.
         */
        post: operations["createLead"];
        /**
         * Delete many leads
         * @description Permanently deletes leads of a campaign or of a lead list. With neither `ids`, `status` nor `limit` it empties the whole
         *     campaign or list. A repeated call with `limit` and no `ids` deletes more leads. The selection is in a JSON body,
         *     which some HTTP stacks drop from a DELETE.
         */
        delete: operations["bulkDeleteLeads"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/leads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a lead
         * @description Returns one lead with everything known about it.
         */
        get: operations["getLead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/leads/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List leads
         * @description Returns leads one page at a time. It is a POST because the filters do not fit a query string, but it changes nothing.
         *     An unknown filter name is ignored, which widens the result to the whole workspace: the campaign is `campaign` here,
         *     not `campaign_id`. [R] The order follows creation for leads made since 15 October 2025; older ones may be out of
         *     order. With `search` a large workspace can need one to two minutes. [R]
         */
        post: operations["listLeads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/leads/update-interest-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the interest status of a lead
         * @description Sets or resets the interest status of the lead with an email address. The change is made in the background and there
         *     is no job to poll: read the lead again and look at `lt_interest_status` and `timestamp_last_interest_change`.
         *     Any status stops the lead's sequence, and may fire webhooks. [R]
         */
        post: operations["updateLeadInterestStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * API error
         * @description The body of every error response except one (the 400 of the interest status has only `error`).
         */
        ApiError: {
            /**
             * @description The name of the status, such as "Not Found".
             * @example Not Found
             */
            error: string;
            /**
             * @description What was wrong, often in the words of the validator.
             * @example Resource not found
             */
            message: string;
            /**
             * @description The HTTP status.
             * @example 404
             */
            statusCode: number;
        };
        /**
         * Automatic choice of variant
         * @description Lets the service choose the best variant of a step. Null if it does not.
         */
        AutoVariantSelect: {
            /**
             * @description The metric by which variants are compared.
             *
             *     - `reply_rate`: The variant with the most replies wins.
             *     - `click_rate`: The variant with the most clicked links wins. Needs link tracking.
             *     - `open_rate`: The variant with the most opens wins. Needs open tracking.
             * @example reply_rate
             * @enum {string}
             */
            trigger: "reply_rate" | "click_rate" | "open_rate";
        } | null;
        /**
         * Campaign
         * @description A sequence of emails with a schedule and the accounts that send them. Fields that were never set are absent. [L]
         */
        Campaign: {
            /**
             * Format: uuid
             * @description The AI Sales Agent that created the campaign. Such a campaign rejects a direct patch. [R]
             * @example 0191f2c8-6d35-7a19-b0e4-8c5f27d193aa
             */
            ai_sdr_id?: string | null;
            /**
             * @description Whether leads whose address was verified as risky receive emails.
             * @example false
             */
            allow_risky_contacts?: boolean | null;
            auto_variant_select?: components["schemas"]["AutoVariantSelect"];
            /**
             * @description Addresses that receive a blind copy of every email.
             * @example [
             *       "crm@outreach.example.com"
             *     ]
             */
            bcc_list?: string[];
            campaign_schedule: components["schemas"]["CampaignScheduleState"];
            /**
             * @description Addresses that receive a copy of every email.
             * @example [
             *       "sales@outreach.example.com"
             *     ]
             */
            cc_list?: string[];
            /**
             * @description The built-in variables of the campaign.
             * @example {
             *       "firstName": "Ada"
             *     }
             */
            readonly core_variables?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The custom variables of the campaign. Leads that are added with new variables extend it. [S]
             * @example {
             *       "returnRate": "12 %"
             *     }
             */
            readonly custom_variables?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The maximum number of emails that the campaign sends per day.
             * @example 60
             */
            daily_limit?: number | null;
            /**
             * @description The maximum number of leads contacted for the first time per day.
             * @example 30
             */
            daily_max_leads?: number | null;
            /**
             * @description Whether bounce protection is disabled.
             * @example false
             */
            disable_bounce_protect?: boolean | null;
            /**
             * @description Minutes between one email and the next.
             * @example 12
             */
            email_gap?: number | null;
            /**
             * @description The email addresses of the connected accounts that send.
             * @example [
             *       "mara.klein@outreach.example.com",
             *       "jon.abara@outreach.example.com"
             *     ]
             */
            email_list?: string[];
            /**
             * @description The ids of tags; accounts with one of these tags send, too.
             * @example [
             *       "0191e6b0-3c1d-7f42-9a68-b1d4c7e05f21"
             *     ]
             */
            email_tag_list?: string[];
            /**
             * @description Whether the first email is sent as plain text.
             * @example true
             */
            first_email_text_only?: boolean | null;
            /**
             * Format: uuid
             * @description Identifies the campaign. A version 4 UUID, also the cursor of the list operation. [L]
             * @example 56fabec4-2b7d-4c4b-b175-958d9bc57cfd
             */
            readonly id: string;
            /**
             * @description Whether the emails have an unsubscribe header.
             * @example true
             */
            insert_unsubscribe_header?: boolean | null;
            /**
             * @description Whether the campaign is evergreen.
             * @example false
             */
            is_evergreen?: boolean | null;
            limit_emails_per_company_override?: components["schemas"]["CompanyEmailLimit"];
            /**
             * @description Whether clicks on links are counted.
             * @example false
             */
            link_tracking?: boolean | null;
            /**
             * @description Whether leads receive emails only from accounts at their own email provider.
             * @example false
             */
            match_lead_esp?: boolean | null;
            /**
             * @description The name shown in the app.
             * @example Clinics without online booking
             */
            name: string;
            /**
             * @description Why an active campaign sends nothing at the moment. Seen on a single campaign, not in lists. [L]
             *
             *     - `1`: Outside the sending schedule.
             *     - `2`: Waiting for a lead to send to.
             *     - `3`: The campaign has reached its daily limit.
             *     - `4`: Every sending account has reached its daily limit.
             *     - `99`: An error; ask the vendor's support.
             * @example 1
             * @enum {number|null}
             */
            readonly not_sending_status?: 1 | 2 | 3 | 4 | 99 | null;
            /**
             * @description Whether opens are counted.
             * @example false
             */
            open_tracking?: boolean;
            /**
             * Format: uuid
             * @description The workspace that owns the campaign. Other resources call this `organization_id`.
             * @example 0191d3a4-52c7-7b10-8f3e-6a4b9e2c1d55
             */
            readonly organization?: string | null;
            /**
             * Format: uuid
             * @description The user who owns the campaign.
             * @example 0191d3a4-9d0e-7c33-b1a2-5f7e8d9c0b11
             */
            owned_by?: string | null;
            /**
             * @description The value of one positive lead.
             * @example 250
             */
            pl_value?: number | null;
            /**
             * @description Whether first emails are sent before follow-ups.
             * @example false
             */
            prioritize_new_leads?: boolean | null;
            /** @description Which providers' accounts may write to which providers' leads. */
            provider_routing_rules?: components["schemas"]["ProviderRoutingRule"][];
            /**
             * @description The maximum number of random minutes added to the gap.
             * @example 8
             */
            random_wait_max?: number | null;
            /**
             * @description The emails, all of them in the first element. Absent if never set. [L] A step's `delay` is the wait before
             *     the NEXT step.
             */
            sequences?: components["schemas"]["CampaignSequence"][];
            /**
             * @description The state the campaign is in. Activation sets 1 at once; the service may move it on within minutes, for example to -1
             *     when no account can send. [L]
             */
            readonly status: components["schemas"]["CampaignStatus"];
            /**
             * @description Whether a reply ends the emails to everyone at the domain of that lead.
             * @example true
             */
            stop_for_company?: boolean | null;
            /**
             * @description Whether an automatic reply also ends the emails to a lead.
             * @example false
             */
            stop_on_auto_reply?: boolean | null;
            /**
             * @description Whether a lead who replies receives no further emails.
             * @example true
             */
            stop_on_reply?: boolean | null;
            /**
             * @description Whether every email is sent as plain text.
             * @example false
             */
            text_only?: boolean | null;
            /**
             * @description When the campaign was created.
             * @example 2026-09-01T08:30:00.000Z
             */
            readonly timestamp_created: string;
            /**
             * @description When the campaign was last changed. A patch moves it. [L]
             * @example 2026-09-14T13:02:41.000Z
             */
            readonly timestamp_updated: string;
        };
        /**
         * Campaign schedule
         * @description When a campaign may send. A patch replaces the whole object, so it must contain every window that should remain.
         */
        CampaignSchedule: {
            /**
             * Format: date
             * @description The last day of sending, in the time zone of the campaign. If absent, there is no end.
             * @example 2026-12-18
             */
            end_date?: string | null;
            /** @description The weekly windows in which emails are sent. At least one. */
            schedules: components["schemas"]["CampaignScheduleWindow"][];
            /**
             * Format: date
             * @description The first day of sending, in the time zone of the campaign. If absent, sending starts at activation.
             * @example 2026-09-07
             */
            start_date?: string | null;
        };
        /**
         * Campaign schedule as read back
         * @description When the campaign may send. A draft can have an empty object or no windows.
         */
        CampaignScheduleState: {
            /**
             * Format: date
             * @description The last day of sending, in the time zone of the campaign.
             * @example 2026-12-18
             */
            end_date?: string | null;
            /** @description The weekly windows in which emails are sent. It can be empty. */
            schedules?: components["schemas"]["CampaignScheduleWindow"][];
            /**
             * Format: date
             * @description The first day of sending, in the time zone of the campaign.
             * @example 2026-09-07
             */
            start_date?: string | null;
        };
        /**
         * Sending window
         * @description Hours of the day, on some days of the week, in one time zone.
         */
        CampaignScheduleWindow: {
            /**
             * @description The days of the week as an object, not an array: the keys are "0" (Sunday) to "6" (Saturday), and true means that
             *     the window is open on that day. Read back with just the keys that were sent. [L]
             * @example {
             *       "1": true,
             *       "2": true,
             *       "3": true,
             *       "4": true,
             *       "5": true
             *     }
             */
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
             * @description A name for the window, shown in the app.
             * @example Office hours
             */
            name: string;
            timezone: components["schemas"]["TimeZone"];
            /** @description The hours of the day. Nothing published forbids a `to` before the `from`; do not rely on it. [S][I] */
            timing: {
                /**
                 * @description When the window opens, HH:MM of the 24-hour clock.
                 * @example 09:00
                 */
                from: string;
                /**
                 * @description When the window closes, HH:MM of the 24-hour clock.
                 * @example 17:00
                 */
                to: string;
            };
        };
        /**
         * Campaign sequence
         * @description The emails of a campaign, in order.
         */
        CampaignSequence: {
            /** @description The emails, from the first to the last. */
            steps: components["schemas"]["CampaignStep"][];
        };
        /**
         * Campaign status
         * @description The state a campaign is in.
         *
         *     - `0`: Draft. Never started.
         *     - `1`: Active.
         *     - `2`: Paused.
         *     - `3`: Completed. Every lead is done.
         *     - `4`: Running subsequences. The campaign itself is done, its subsequences still send.
         *     - `-99`: Account suspended. The workspace may not send.
         *     - `-2`: Bounce protect. Stopped because too many emails bounced.
         *     - `-1`: Accounts unhealthy. No sending account works, or none is set.
         * @example 1
         * @enum {number}
         */
        CampaignStatus: -99 | -2 | -1 | 0 | 1 | 2 | 3 | 4;
        /**
         * Campaign step
         * @description One email of a sequence. Its `delay` is the wait after it, before the NEXT step: to send the second email three days
         *     after the first, put 3 on the first step. The last step has no next step; set its delay to 0.
         */
        CampaignStep: {
            /**
             * @description The wait between this step and the NEXT one, in `delay_unit`. Not the wait before this step.
             * @example 3
             */
            delay: number;
            /** @description The unit of `delay`. */
            delay_unit?: components["schemas"]["DelayUnit"];
            /**
             * @description The wait before the first email of a subsequence, in `pre_delay_unit`. A campaign ignores it.
             * @example 1
             */
            pre_delay?: number;
            /** @description The unit of `pre_delay`. A campaign ignores it. */
            pre_delay_unit?: components["schemas"]["DelayUnit"];
            /**
             * @description The kind of step.
             *
             *     - `email`: An email, the only kind of step.
             * @enum {string}
             */
            type: "email";
            /** @description The variants of this step. Each lead receives one of the enabled ones; one is enough. */
            variants: components["schemas"]["CampaignVariant"][];
        };
        /**
         * Step variant
         * @description One variant of a step. Subject and body take merge tags such as `{{firstName}}`, `{{lastName}}`, `{{companyName}}` and
         *     the names of the leads' custom variables; the spelling of a tag is case sensitive.
         */
        CampaignVariant: {
            /**
             * @description The text, as HTML with `<br/>` for a line break. Users report that other markup is changed when it is stored, so
             *     read it back before you activate. [R]
             * @example Hi {{firstName}},<br/><br/>are you the right person to ask about returns?
             */
            body: string;
            /**
             * @description The subject. Empty on a later step makes it a follow-up in the thread of the step before. [L][R]
             * @example Question about {{companyName}}
             */
            subject: string;
            /**
             * @description Whether the variant is disabled. Enabled by default.
             * @example false
             */
            v_disabled?: boolean;
        };
        /**
         * Limit per company
         * @description How many emails per day one company can receive, in place of the setting of the workspace. Null keeps that setting.
         */
        CompanyEmailLimit: {
            /**
             * @description Emails per day to one company, with the mode `custom`.
             * @example 3
             */
            daily_limit?: number;
            /**
             * @description Whether the campaign has its own limit or none.
             *
             *     - `custom`: This campaign has the limit given here.
             *     - `disabled`: This campaign has no such limit.
             * @example custom
             * @enum {string}
             */
            mode: "custom" | "disabled";
            /**
             * @description Which emails count towards the limit.
             *
             *     - `per_campaign`: Counts what this campaign sends to the company.
             *     - `across_workspace`: Counts what every campaign of the workspace sends to the company.
             * @example per_campaign
             * @enum {string}
             */
            scope?: "per_campaign" | "across_workspace";
        } | null;
        /**
         * Campaign to create
         * @description The new campaign. It starts as a draft and sends nothing until it is activated.
         */
        CreateCampaignRequest: {
            /**
             * Format: uuid
             * @description The AI Sales Agent the campaign belongs to. Such a campaign rejects a direct patch. [R]
             * @example 0191f2c8-6d35-7a19-b0e4-8c5f27d193aa
             */
            ai_sdr_id?: string | null;
            /**
             * @description Whether leads whose address was verified as risky receive emails.
             * @example false
             */
            allow_risky_contacts?: boolean | null;
            auto_variant_select?: components["schemas"]["AutoVariantSelect"];
            /**
             * @description Addresses that receive a blind copy of every email.
             * @example [
             *       "crm@outreach.example.com"
             *     ]
             */
            bcc_list?: string[];
            campaign_schedule: components["schemas"]["CampaignSchedule"];
            /**
             * @description Addresses that receive a copy of every email.
             * @example [
             *       "sales@outreach.example.com"
             *     ]
             */
            cc_list?: string[];
            /**
             * @description The maximum number of emails that the campaign sends per day.
             * @example 60
             */
            daily_limit?: number | null;
            /**
             * @description The maximum number of leads contacted for the first time per day.
             * @example 30
             */
            daily_max_leads?: number | null;
            /**
             * @description Whether bounce protection is disabled.
             * @example false
             */
            disable_bounce_protect?: boolean | null;
            /**
             * @description Minutes between one email and the next.
             * @example 12
             */
            email_gap?: number | null;
            /**
             * @description The email addresses of the connected accounts that send. An unknown account is rejected with a 400.
             *     There is no `account_ids`; that name is ignored. [R]
             * @example [
             *       "mara.klein@outreach.example.com",
             *       "jon.abara@outreach.example.com"
             *     ]
             */
            email_list?: string[];
            /**
             * @description The ids of tags; accounts with one of these tags send, too.
             * @example [
             *       "0191e6b0-3c1d-7f42-9a68-b1d4c7e05f21"
             *     ]
             */
            email_tag_list?: string[];
            /**
             * @description Whether the first email is sent as plain text.
             * @example true
             */
            first_email_text_only?: boolean | null;
            /**
             * @description Whether the emails have an unsubscribe header.
             * @example true
             */
            insert_unsubscribe_header?: boolean | null;
            /**
             * @description Whether the campaign is evergreen.
             * @example false
             */
            is_evergreen?: boolean | null;
            limit_emails_per_company_override?: components["schemas"]["CompanyEmailLimit"];
            /**
             * @description Whether clicks on links are counted.
             * @example false
             */
            link_tracking?: boolean | null;
            /**
             * @description Whether leads receive emails only from accounts at their own email provider.
             * @example false
             */
            match_lead_esp?: boolean | null;
            /**
             * @description The name shown in the app.
             * @example Clinics without online booking
             */
            name: string;
            /**
             * @description Whether opens are counted. Unlike the other flags it does not accept null.
             * @default false
             * @example false
             */
            open_tracking?: boolean;
            /**
             * Format: uuid
             * @description The user who will own the campaign.
             * @example 0191d3a4-9d0e-7c33-b1a2-5f7e8d9c0b11
             */
            owned_by?: string | null;
            /**
             * @description The value of one positive lead.
             * @example 250
             */
            pl_value?: number | null;
            /**
             * @description Whether first emails are sent before follow-ups.
             * @example false
             */
            prioritize_new_leads?: boolean | null;
            /** @description Which providers' accounts may write to which providers' leads. */
            provider_routing_rules?: components["schemas"]["ProviderRoutingRule"][];
            /**
             * @description The maximum number of random minutes added to the gap.
             * @example 8
             */
            random_wait_max?: number | null;
            /**
             * @description The emails. An array, but only its first element is used: put every step there. A step's `delay` is the wait
             *     before the NEXT step.
             */
            sequences?: components["schemas"]["CampaignSequence"][];
            /**
             * @description Whether a reply ends the emails to everyone at the domain of that lead.
             * @example true
             */
            stop_for_company?: boolean | null;
            /**
             * @description Whether an automatic reply also ends the emails to a lead.
             * @example false
             */
            stop_on_auto_reply?: boolean | null;
            /**
             * @description Whether a lead who replies receives no further emails.
             * @example true
             */
            stop_on_reply?: boolean | null;
            /**
             * @description Whether every email is sent as plain text.
             * @example false
             */
            text_only?: boolean | null;
        };
        /** Lead list to create */
        CreateLeadListRequest: {
            /**
             * @description Whether every lead added to the list should be enriched.
             * @example false
             */
            has_enrichment_task?: boolean | null;
            /**
             * @description The name shown in the app. It need not be unique. [L]
             * @example Berlin founders
             * @example autumn
             */
            name: string;
            /**
             * Format: uuid
             * @description The user who will own the list. Defaults to the creator.
             * @example 0191d3a4-9d0e-7c33-b1a2-5f7e8d9c0b11
             */
            owned_by?: string | null;
        };
        /**
         * Lead to create
         * @description With `campaign` an `email` is needed. With `list_id` at least one of `email`, `first_name` and `last_name` is. With
         *     neither, the lead belongs only to the workspace. [L] Whether both may be given is not documented.
         */
        CreateLeadRequest: {
            /**
             * Format: uuid
             * @description The user responsible for the lead.
             * @example 0191d3a4-9d0e-7c33-b1a2-5f7e8d9c0b11
             */
            assigned_to?: string | null;
            /**
             * Format: uuid
             * @description A blocklist to check the lead against.
             * @example 0191d3a5-0b7f-7d46-a3c8-2e9f4b6d8c15
             */
            blocklist_id?: string;
            /**
             * Format: uuid
             * @description The campaign to put the lead into. The name is `campaign`; `campaign_id` is ignored. [R]
             * @example b8cc96b1-db3c-4fbb-a266-52a8cd16816b
             */
            campaign?: string | null;
            /**
             * @description The company the person works for.
             * @example Harbourlight Logistics
             */
            company_name?: string | null;
            custom_variables?: components["schemas"]["CustomVariables"];
            /**
             * @description The email address; required in a campaign.
             * @example ines.duarte@harbourlight.example.com
             */
            email?: string | null;
            /**
             * @description The given name.
             * @example Ines
             */
            first_name?: string | null;
            /**
             * @description The job title of the person.
             * @example Head of Operations
             */
            job_title?: string | null;
            /**
             * @description The family name.
             * @example Duarte
             */
            last_name?: string | null;
            /**
             * Format: uuid
             * @description The lead list to put the lead into.
             * @example 8b7e2c4d-15f3-4d68-b0c9-2a91e7d45f23
             */
            list_id?: string | null;
            lt_interest_status?: components["schemas"]["InterestStatus"];
            /**
             * @description A personalised sentence for this lead, for use in the emails.
             * @example Saw that you opened a second warehouse in Porto.
             */
            personalization?: string | null;
            /**
             * @description A telephone number, as free text.
             * @example +351 555 0142
             */
            phone?: string | null;
            /**
             * @description The potential value of the lead, as free text.
             * @example 2500
             */
            pl_value_lead?: string | null;
            /**
             * @description Do nothing if the campaign has a lead with this address. The response may then lack the lead's id. [R]
             * @example true
             */
            skip_if_in_campaign?: boolean;
            /**
             * @description Do nothing if the lead list has a lead with this address.
             * @example true
             */
            skip_if_in_list?: boolean;
            /**
             * @description Do nothing if the workspace has a lead with this address anywhere.
             * @example true
             */
            skip_if_in_workspace?: boolean;
            /**
             * @description Verify the address as the lead finder does.
             * @example false
             */
            verify_leads_for_lead_finder?: boolean;
            /**
             * @description Verify the address in the background after the lead is stored. Costs credits. [D]
             * @example false
             */
            verify_leads_on_import?: boolean;
            /**
             * @description The web site of the person or company.
             * @example https://harbourlight.example.com
             */
            website?: string | null;
        };
        /**
         * Custom variables
         * @description Anything else about the lead, for use as merge tags in the emails. They come back in the `payload` of the lead, and their
         *     names are added to the variables of the campaign. Values are plain: no objects, no arrays.
         * @example {
         *       "warehouses": 2,
         *       "ships_abroad": true
         *     }
         */
        CustomVariables: {
            [key: string]: string | number | boolean | null;
        };
        /**
         * Unit of a delay
         * @description The unit a step's delay is counted in.
         *
         *     - `minutes`: Minutes.
         *     - `hours`: Hours.
         *     - `days`: Days.
         * @default days
         * @example days
         * @enum {string}
         */
        DelayUnit: "minutes" | "hours" | "days";
        /**
         * Leads to delete
         * @description A campaign or a lead list, and what to delete of it. `ids`, `status` and `limit` narrow the selection; without them
         *     all leads are deleted. A misspelt name is ignored, not rejected, so it widens the selection. [I]
         */
        DeleteLeadsRequest: {
            /**
             * Format: uuid
             * @description The campaign to delete from; required unless `list_id` is present.
             * @example b8cc96b1-db3c-4fbb-a266-52a8cd16816b
             */
            campaign_id?: string;
            /**
             * @description Only these leads, as far as they are in the campaign or list.
             * @example [
             *       "01a06110-96fe-736c-901d-d4baca7d79c9"
             *     ]
             */
            ids?: string[];
            /**
             * @description The maximum number of leads to delete, 1 to 10,000. If absent, every matching lead is deleted.
             * @example 500
             */
            limit?: number;
            /**
             * Format: uuid
             * @description The lead list to delete from; required unless `campaign_id` is present.
             * @example 8b7e2c4d-15f3-4d68-b0c9-2a91e7d45f23
             */
            list_id?: string;
            /**
             * @description Only leads with this status.
             *
             *     - `1`: Active
             *     - `2`: Paused
             *     - `3`: Completed
             *     - `-1`: Bounced
             *     - `-2`: Unsubscribed
             *     - `-3`: Skipped
             * @example -1
             * @enum {number}
             */
            status?: 1 | 2 | 3 | -1 | -2 | -3;
        } & (unknown | unknown);
        /** Deleted leads */
        DeleteLeadsResponse: {
            /**
             * @description How many leads were deleted; 0 when none matched. [L]
             * @example 3
             */
            count?: number;
        };
        /**
         * Email
         * @description An email in the Unibox: sent by a campaign, received, sent by hand, or scheduled. Optional fields that were never set
         *     are absent, not null; only the copy lists are an empty string. [L]
         */
        Email: {
            /**
             * Format: uuid
             * @description The AI agent that sent the email, if any.
             * @example 019cad8f-ac00-74ec-ac2d-f07203d026f7
             */
            ai_agent_id?: string | null;
            /**
             * @description Whether AI helped to write the email.
             *
             *     - `0`: Without AI
             *     - `1`: With the help of AI
             * @example 0
             */
            ai_assisted?: number | null;
            /**
             * @description How interested the lead is in the estimate of Instantly's AI, from 0 to 1.
             * @example 0.75
             */
            ai_interest_value?: number | null;
            /** @description The attachments of the email. */
            readonly attachment_json?: {
                /** @description The attached files. */
                files: components["schemas"]["EmailAttachment"][];
            } | null;
            /**
             * @description The addresses in blind copy, separated by commas. Empty after a reply without any. [L]
             * @example crm@outreach.example.com
             */
            bcc_address_email_list?: string | null;
            /** @description The content. Neither form is certain to be there; a sent reply comes back with `html` alone. [L] */
            readonly body: {
                /**
                 * @description The content as HTML.
                 * @example Hi Mara,<br/><br/>Thursday works for us.<br/><br/>Lena
                 */
                html?: string;
                /**
                 * @description The content as plain text, with its line breaks.
                 * @example Hi Mara,
                 *
                 *     Thursday works for us.
                 *
                 *     Lena
                 */
                text?: string;
            };
            /**
             * Format: uuid
             * @description The campaign of the email. An email sent by hand may have none.
             * @example 56fabec4-2b7d-4c4b-b175-958d9bc57cfd
             */
            campaign_id?: string | null;
            /**
             * @description The addresses in copy, separated by commas. Empty after a reply without any. [L]
             * @example jonas.wirth@brightlane.example.org,office@brightlane.example.org
             */
            cc_address_email_list?: string | null;
            /** @description Details of the recipients in copy. The form of an item is not published. */
            cc_address_json?: unknown[] | null;
            /**
             * @description The first lines of the content.
             * @example Hi Mara, Thursday works for us.
             */
            content_preview?: string | null;
            /**
             * @description The connected account that sent the email. For a received email it is the account that received it, and so the
             *     one to reply from. [I]
             * @example mara.klein@outreach.example.com
             */
            eaccount: string;
            /**
             * Format: email
             * @description The address of the sender.
             * @example lena.hofmann@brightlane.example.org
             */
            readonly from_address_email?: string | null;
            /** @description Details of the senders. The form of an item is not published. */
            from_address_json?: unknown[] | null;
            /**
             * @description The interest status of the email. Absent if none was set. Custom interest labels have further numbers.
             *
             *     - `0`: Out of office
             *     - `1`: Interested
             *     - `2`: Meeting booked
             *     - `3`: Meeting completed
             *     - `4`: Won
             *     - `-1`: Not interested
             *     - `-2`: Wrong person
             *     - `-3`: Lost
             *     - `-4`: No show
             * @example 1
             */
            i_status?: number | null;
            /**
             * Format: uuid
             * @description Identifies the email; a reply refers to it, and it is the cursor of the list. A version 7 UUID. [L]
             * @example 01a0c864-cf48-74a2-9b6b-7ae0289cbece
             */
            readonly id: string;
            /**
             * @description Whether the email is an automatic reply, such as an out-of-office note.
             *
             *     - `0`: Written by a person
             *     - `1`: An automatic reply
             * @example 0
             */
            readonly is_auto_reply?: number | null;
            /**
             * @description Whether the email is in the primary tab of the Unibox.
             *
             *     - `0`: In another tab
             *     - `1`: In the primary tab
             * @example 1
             */
            is_focused?: number | null;
            /**
             * @description Whether the email is unread. A number here, though the filter of the same name is a boolean.
             *
             *     - `0`: Read
             *     - `1`: Unread
             * @example 1
             */
            is_unread?: number | null;
            /**
             * @description The email address of the lead. Its id is `lead_id`.
             * @example lena.hofmann@brightlane.example.org
             */
            lead?: string | null;
            /**
             * Format: uuid
             * @description The lead, if the email belongs to one.
             * @example 01a0b3f9-da94-7ec1-becf-8fca93058be0
             */
            lead_id?: string | null;
            /**
             * Format: uuid
             * @description The lead list the lead is in, if it is in one.
             * @example 8b7e2c4d-15f3-4d68-b0c9-2a91e7d45f23
             */
            list_id?: string | null;
            /**
             * @description The Message-ID the mail server gave. A reply does not refer to it but to `id`.
             * @example <4f1d7c02.9be3@mail.brightlane.example.org>
             */
            readonly message_id: string;
            /**
             * Format: uuid
             * @description The workspace that owns the email.
             * @example 0191d3a4-52c7-7b10-8f3e-6a4b9e2c1d55
             */
            readonly organization_id: string;
            /**
             * Format: date-time
             * @description When the Unibox reminds you of the email.
             * @example 2026-09-29T07:00:00.000Z
             */
            reminder_ts?: string | null;
            /**
             * @description The reply-to address.
             * @example mara.klein@outreach.example.com
             */
            reply_to?: string | null;
            /**
             * @description The sequence, step and variant of the campaign that sent the email, each counted from 0. [L]
             * @example 0_0_0
             */
            step?: string | null;
            /**
             * @description The subject line.
             * @example Re: Fewer no-shows at Brightlane
             */
            subject: string;
            /**
             * Format: uuid
             * @description The subsequence of the campaign. An email sent by hand may have none.
             * @example c7b1e0d4-93a8-4f26-8d5e-1a60f2c4b937
             */
            subsequence_id?: string | null;
            /**
             * @description The id of the thread, the same for all its emails. `thread:` and this value make a `search`.
             * @example 31-dzB0oCc2y34c9rhM7wtIZc
             */
            thread_id?: string | null;
            /**
             * Format: date-time
             * @description When Instantly stored the email, which may be long after it was sent; lists are ordered by it. Email fetched from
             *     an account has no milliseconds. [L]
             * @example 2026-09-22T09:14:05.000Z
             */
            readonly timestamp_created: string;
            /**
             * Format: date-time
             * @description The time in the email itself. The sender or a mail server may have set it incorrectly.
             * @example 2026-09-22T09:12:37.000Z
             */
            readonly timestamp_email: string;
            /**
             * @description The addresses of the recipients, separated by commas.
             * @example mara.klein@outreach.example.com
             */
            to_address_email_list: string;
            /** @description Details of the recipients. The form of an item is not published. */
            to_address_json?: unknown[] | null;
            /**
             * @description The kind of email. It is not a filter; `email_type` is.
             *
             *     - `1`: Sent by a campaign
             *     - `2`: Received
             *     - `3`: Sent by hand, which a reply through the API counts as
             *     - `4`: Scheduled
             * @example 2
             * @enum {number|null}
             */
            ue_type?: 1 | 2 | 3 | 4 | null;
        };
        /**
         * Email attachment
         * @description What is known of one attached file. The file itself is at `url`, where there is one.
         */
        EmailAttachment: {
            /**
             * @description Why the upload failed, if it did.
             * @example Upload failed
             */
            error?: string | null;
            /**
             * @description The name of the file.
             * @example offer.pdf
             */
            filename: string;
            /**
             * @description The size in bytes.
             * @example 48213
             */
            size?: number;
            /**
             * @description The MIME type.
             * @example application/pdf
             */
            type?: string;
            /**
             * Format: uri
             * @description Where the file can be downloaded.
             * @example https://files.example.com/attachments/offer.pdf
             */
            url?: string;
        };
        /**
         * Interest status
         * @description How interested the lead is. Absent for a plain lead; custom labels of the workspace add further numbers.
         *
         *     - `0`: Out of office
         *     - `1`: Interested
         *     - `2`: Meeting booked
         *     - `3`: Meeting completed
         *     - `4`: Won
         *     - `-1`: Not interested
         *     - `-2`: Wrong person
         *     - `-3`: Lost
         *     - `-4`: No show
         * @example 1
         */
        InterestStatus: number;
        /**
         * Lead
         * @description A person who can receive emails, as stored in one campaign or lead list. The same person in two of them is two leads. Optional
         *     fields that were never set are absent, not null. [L]
         */
        Lead: {
            /**
             * Format: uuid
             * @description The user responsible for the lead.
             * @example 0191d3a4-9d0e-7c33-b1a2-5f7e8d9c0b11
             */
            assigned_to?: string | null;
            /**
             * Format: uuid
             * @description The campaign the lead is in.
             * @example b8cc96b1-db3c-4fbb-a266-52a8cd16816b
             */
            campaign?: string | null;
            /**
             * @description The internet domain of the company, determined by the API.
             * @example cobaltpress.example.org
             */
            readonly company_domain: string;
            /**
             * @description The company the person works for; an empty string when it was not given. [L]
             * @example Cobalt Press
             */
            company_name?: string | null;
            /**
             * @description The email address.
             * @example mateo.rios@cobaltpress.example.org
             */
            email?: string | null;
            /**
             * @description How often the lead clicked a link; counted only while link tracking is on.
             * @example 0
             */
            readonly email_click_count: number;
            /**
             * @description The step in whose email a link was last clicked.
             * @example 1
             */
            readonly email_clicked_step?: number | null;
            /**
             * @description The variant of that step.
             * @example 1
             */
            readonly email_clicked_variant?: number | null;
            /**
             * @description How often the lead opened an email; counted only while open tracking is on.
             * @example 2
             */
            readonly email_open_count: number;
            /**
             * @description The step whose email was opened last.
             * @example 1
             */
            readonly email_opened_step?: number | null;
            /**
             * @description The variant of that step.
             * @example 1
             */
            readonly email_opened_variant?: number | null;
            /**
             * @description The step that was replied to last.
             * @example 1
             */
            readonly email_replied_step?: number | null;
            /**
             * @description The variant of that step.
             * @example 1
             */
            readonly email_replied_variant?: number | null;
            /**
             * @description How often the lead replied.
             * @example 1
             */
            readonly email_reply_count: number;
            /**
             * @description The result of enriching the lead.
             *
             *     - `1`: Enriched
             *     - `11`: Waiting for enrichment
             *     - `-1`: No data was found
             *     - `-2`: The enrichment failed
             * @example 1
             * @enum {number}
             */
            readonly enrichment_status?: 1 | 11 | -1 | -2;
            /**
             * @description The email security gateway in front of the mailbox.
             *
             *     - `0`: Not looked up yet
             *     - `1`: Barracuda
             *     - `2`: Mimecast
             *     - `3`: Proofpoint
             *     - `4`: Cisco
             * @example 3
             * @enum {number}
             */
            readonly esg_code?: 0 | 1 | 2 | 3 | 4;
            /**
             * @description Who runs the mailbox. Looked up after the lead is stored, so absent at first. [L]
             *
             *     - `0`: Not looked up yet
             *     - `1`: Google
             *     - `2`: Microsoft
             *     - `3`: Zoho
             *     - `8`: AirMail
             *     - `9`: Yahoo
             *     - `10`: Yandex
             *     - `12`: Web.de
             *     - `13`: Libero.it
             *     - `999`: Another provider
             *     - `1000`: No provider was found
             * @example 1
             * @enum {number}
             */
            readonly esp_code?: 0 | 1 | 2 | 3 | 8 | 9 | 10 | 12 | 13 | 999 | 1000;
            /**
             * @description The given name; an empty string when it was not given. [L]
             * @example Mateo
             */
            first_name?: string | null;
            /**
             * Format: uuid
             * @description Identifies the lead; also the cursor of the list operation. A version 7 UUID. [L]
             * @example 01a06110-9948-7dca-8e1f-ce81b287ddec
             */
            readonly id: string;
            /**
             * @description Whether the website visitor tracking found the lead.
             * @example false
             */
            readonly is_website_visitor?: boolean | null;
            /**
             * @description The job title of the person.
             * @example Managing Editor
             */
            job_title?: string | null;
            /**
             * @description Where the last contact came from.
             * @example email
             */
            readonly last_contacted_from?: string | null;
            /**
             * @description The family name; an empty string when it was not given. [L]
             * @example Rios
             */
            last_name?: string | null;
            /**
             * @description Where the last step came from.
             * @example campaign
             */
            readonly last_step_from?: string | null;
            /**
             * Format: uuid
             * @description Identifies the last step.
             * @example 0191d3a6-3c4d-7b18-9f02-6e8a0c2d4f61
             */
            readonly last_step_id?: string | null;
            /**
             * Format: date-time
             * @description When the last step was carried out.
             * @example 2026-09-03T08:15:20.000Z
             */
            readonly last_step_timestamp_executed?: string | null;
            /**
             * Format: uuid
             * @description The lead list the lead is in.
             * @example 8b7e2c4d-15f3-4d68-b0c9-2a91e7d45f23
             */
            list_id?: string | null;
            lt_interest_status?: components["schemas"]["InterestStatus"];
            /**
             * Format: uuid
             * @description The workspace that owns the lead. Emails and lead lists call it `organization_id`.
             * @example 0191d3a4-52c7-7b10-8f3e-6a4b9e2c1d55
             */
            readonly organization: string;
            payload?: components["schemas"]["LeadPayload"];
            /**
             * @description The personalised sentence for this lead; an empty string when it was not given. [L]
             * @example Your piece on night trains stayed with me.
             */
            personalization?: string | null;
            /**
             * @description A telephone number, as free text.
             * @example +34 555 0117
             */
            phone?: string | null;
            /**
             * @description The potential value of the lead, as free text.
             * @example 2500
             */
            pl_value_lead?: string | null;
            /**
             * @description Where the lead stands in its campaign. Its interest is `lt_interest_status`.
             *
             *     - `0`: In a list only
             *     - `1`: Active
             *     - `2`: Paused
             *     - `3`: Completed
             *     - `-1`: Bounced
             *     - `-2`: Unsubscribed
             *     - `-3`: Skipped
             * @example 1
             * @enum {number}
             */
            readonly status: 1 | 2 | 3 | 0 | -1 | -2 | -3;
            status_summary: components["schemas"]["LeadStatusSummary"];
            status_summary_subseq?: components["schemas"]["LeadSubsequenceStatusSummary"];
            /**
             * @description The subsequence the lead was moved into.
             * @example 0191d3a6-7e10-7a52-8c91-3b5d7f9a1c24
             */
            readonly subsequence_id?: string | null;
            /**
             * Format: date-time
             * @description When the lead was moved into its subsequence.
             * @example 2026-09-09T06:00:00.000Z
             */
            readonly timestamp_added_subsequence?: string | null;
            /**
             * Format: date-time
             * @description When the lead was stored.
             * @example 2026-09-02T07:41:12.904Z
             */
            readonly timestamp_created: string;
            /**
             * Format: date-time
             * @description When the lead last clicked a link.
             * @example 2026-09-03T09:48:12.000Z
             */
            readonly timestamp_last_click?: string | null;
            /**
             * Format: date-time
             * @description When the last email was sent to the lead.
             * @example 2026-09-03T08:15:20.000Z
             */
            readonly timestamp_last_contact?: string | null;
            /**
             * Format: date-time
             * @description When the interest status was last set; shows that an update has been carried out.
             * @example 2026-09-08T10:02:44.000Z
             */
            readonly timestamp_last_interest_change?: string | null;
            /**
             * Format: date-time
             * @description When the lead last opened an email.
             * @example 2026-09-03T09:47:05.000Z
             */
            readonly timestamp_last_open?: string | null;
            /**
             * Format: date-time
             * @description When the lead last replied.
             * @example 2026-09-08T09:58:31.000Z
             */
            readonly timestamp_last_reply?: string | null;
            /**
             * Format: date-time
             * @description When the lead and the workspace last had any contact.
             * @example 2026-09-08T09:58:31.000Z
             */
            readonly timestamp_last_touch?: string | null;
            /**
             * Format: date-time
             * @description When anything about the lead last changed.
             * @example 2026-09-08T10:02:44.611Z
             */
            readonly timestamp_updated: string;
            /**
             * @description How the lead was added.
             *
             *     - `manual`: By hand in the app
             *     - `api`: Through the API
             *     - `website-visitor`: By the website visitor tracking
             * @example api
             * @enum {string}
             */
            readonly upload_method?: "manual" | "api" | "website-visitor";
            /**
             * Format: uuid
             * @description The user who added the lead.
             * @example 0191d3a4-9d0e-7c33-b1a2-5f7e8d9c0b11
             */
            readonly uploaded_by_user?: string | null;
            /**
             * @description The result of verifying the address.
             *
             *     - `1`: Verified
             *     - `11`: Waiting to be verified
             *     - `12`: Waiting for a verification job
             *     - `-1`: Invalid
             *     - `-2`: Risky
             *     - `-3`: Catch-all domain, so it cannot be verified
             *     - `-4`: The person has changed jobs
             * @example 1
             * @enum {number}
             */
            readonly verification_status?: 1 | -1 | -2 | -3 | -4 | 11 | 12;
            /**
             * @description The web site of the person or company; an empty string when it was not given. [L]
             * @example https://cobaltpress.example.org
             */
            website?: string | null;
        };
        /**
         * Lead list
         * @description A named container of leads. Optional fields that were never set are absent, not null. [L]
         */
        LeadList: {
            /**
             * @description Whether every lead added to the list is enriched.
             * @example false
             */
            has_enrichment_task?: boolean | null;
            /**
             * Format: uuid
             * @description Identifies the list. A version 4 UUID. [L]
             * @example 3f0c5b1e-7a44-4c1e-9a57-0d6f1b2f7c10
             */
            readonly id: string;
            /**
             * @description The name shown in the app. Two lists may share one. [L]
             * @example Berlin founders
             * @example autumn
             */
            name: string;
            /**
             * Format: uuid
             * @description The workspace that owns the list.
             * @example 0191d3a4-52c7-7b10-8f3e-6a4b9e2c1d55
             */
            readonly organization_id: string;
            /**
             * Format: uuid
             * @description The user who owns the list; the creator unless another was given.
             * @example 0191d3a4-9d0e-7c33-b1a2-5f7e8d9c0b11
             */
            owned_by?: string | null;
            /**
             * Format: date-time
             * @description When the list was created; also the cursor of the list operation.
             * @example 2026-09-01T08:30:00.000Z
             */
            readonly timestamp_created: string;
        };
        /**
         * Lead payload
         * @description What the emails can use as merge tags: the fields of the lead under camelCase names, its email address, and the custom
         *     variables it was created with. [L]
         * @example {
         *       "email": "mateo.rios@cobaltpress.example.org",
         *       "firstName": "Mateo",
         *       "companyName": "Cobalt Press",
         *       "team_size": 40
         *     }
         */
        LeadPayload: ({
            /**
             * @description The company the person works for.
             * @example Cobalt Press
             */
            companyName?: string;
            /**
             * @description The given name.
             * @example Mateo
             */
            firstName?: string;
            /**
             * @description The job title of the person.
             * @example Managing Editor
             */
            jobTitle?: string;
            /**
             * @description The family name.
             * @example Rios
             */
            lastName?: string;
            /**
             * @description The sentence written for this person.
             * @example Your piece on night trains stayed with me.
             */
            personalization?: string;
            /**
             * @description A telephone number, as free text.
             * @example +34 555 0117
             */
            phone?: string;
            /**
             * @description The web site of the person or company.
             * @example https://cobaltpress.example.org
             */
            website?: string;
        } & {
            [key: string]: string | number | boolean | Record<string, unknown> | null;
        }) | null;
        /**
         * Lead query
         * @description One condition on what a lead did or when.
         */
        LeadQuery: {
            /**
             * @description What the condition is about.
             *
             *     - `reply`: Replies of the lead
             *     - `email-open`: Emails that the lead opened
             *     - `last-contacted`: The last time an email was sent to the lead
             *     - `link-click`: Links that the lead clicked
             *     - `lead-status`: The interest status of the lead
             *     - `lead-status-change`: Changes of that status
             * @example email-open
             * @enum {string}
             */
            actionType: "reply" | "email-open" | "last-contacted" | "link-click" | "lead-status" | "lead-status-change";
            /** @description The terms of the condition; `actionType` decides which of them apply. */
            values: {
                /** @description Which status the lead must have or not have. */
                "lead-status"?: {
                    /**
                     * @description Whether the lead must have it.
                     *
                     *     - `is`: It has that status
                     *     - `is-not`: It has another one
                     * @example is
                     * @enum {string}
                     */
                    condition?: "is" | "is-not";
                    /**
                     * @description The status to compare with.
                     * @example 1
                     */
                    status?: number;
                };
                /** @description How often it must have happened. */
                "occurrence-count"?: {
                    /**
                     * @description How to compare with `count`.
                     *
                     *     - `more`: More often than that
                     *     - `less`: Less often than that
                     *     - `equal`: Exactly as often
                     * @example more
                     * @enum {string}
                     */
                    condition?: "more" | "less" | "equal";
                    /**
                     * @description The number to compare with.
                     * @example 2
                     */
                    count?: number;
                };
                /**
                 * @description The number of days in the past in which it must have happened.
                 * @example 7
                 */
                "occurrence-days"?: number;
            };
        };
        /**
         * Lead status summary
         * @description How far the lead is in the sequence. An empty object before the first email. [L]
         */
        LeadStatusSummary: {
            /**
             * @description Whether the campaign is through with the whole company because of one of its leads.
             * @example false
             */
            domain_complete?: boolean;
            /** @description The step that was carried out last. */
            lastStep?: {
                /**
                 * @description The account that sent it.
                 * @example anna@outreach.example.net
                 */
                from?: string;
                /**
                 * @description Sequence, step and variant, each counted from 0.
                 * @example 0_0_0
                 */
                stepID?: string;
                /**
                 * Format: date-time
                 * @description When it was sent.
                 * @example 2026-09-03T08:15:20.000Z
                 */
                timestamp_executed?: string;
            };
        };
        /**
         * Lead subsequence status summary
         * @description How far the lead is in its subsequence. The names differ a little from those of the main summary.
         */
        LeadSubsequenceStatusSummary: {
            /**
             * @description The account that sent the last step.
             * @example anna@outreach.example.net
             */
            from?: string;
            /**
             * @description The step that was carried out last.
             * @example 1_0_0
             */
            stepID?: string;
            /**
             * Format: date-time
             * @description When it was sent.
             * @example 2026-09-10T08:15:20.000Z
             */
            timestampExecuted?: string;
        };
        /** Page of campaigns */
        ListCampaignsResponse: {
            /** @description The campaigns of this page in full, sequences included, by descending id. [L] */
            items: components["schemas"]["Campaign"][];
            /**
             * @description The cursor of the next page: the `id` of the last item. Present on every page that has items, even a short one,
             *     and absent from the empty page after the last. [L]
             * @example 2d07f3a9-58c4-4e1b-9f26-b40c8e7d1a35
             */
            next_starting_after?: string;
        };
        /** Page of emails */
        ListEmailsResponse: {
            /** @description The emails of this page, newest first unless `sort_order` says otherwise. */
            items: components["schemas"]["Email"][];
            /**
             * @description The cursor of the next page: the `id` of the last item. Present on every page that has items, even a short one,
             *     and absent from the empty page after the last. [L]
             * @example 01a0c2ee-4fff-79e2-871c-bb6d3f725a41
             */
            next_starting_after?: string;
        };
        /** Page of lead lists */
        ListLeadListsResponse: {
            /** @description The lists of this page, newest first. */
            items: components["schemas"]["LeadList"][];
            /**
             * @description The cursor of the next page: the `timestamp_created` of the last item. Present on every page that has items,
             *     even a short one, and absent from the empty page after the last. [L]
             * @example 2026-09-01T08:30:00.000Z
             */
            next_starting_after?: string;
        };
        /**
         * Leads to list
         * @description Filters, all of which must match, and the page. The API ignores an unknown name instead of rejecting it. [R]
         */
        ListLeadsRequest: {
            /**
             * Format: uuid
             * @description Only leads of this campaign. The name is `campaign`; `campaign_id` is ignored here. [R]
             * @example b8cc96b1-db3c-4fbb-a266-52a8cd16816b
             */
            campaign?: string;
            /**
             * @description Only leads with one of these email addresses.
             * @example [
             *       "mateo.rios@cobaltpress.example.org"
             *     ]
             */
            contacts?: string[];
            /**
             * @description One row per person instead of per lead. Order and cursor then use the email address.
             * @example true
             */
            distinct_contacts?: boolean;
            /**
             * @description Only leads whose enrichment has this result.
             *
             *     - `1`: Enriched
             *     - `11`: Waiting for enrichment
             *     - `-1`: No data was found
             *     - `-2`: The enrichment failed
             * @example 1
             * @enum {number}
             */
            enrichment_status?: 1 | 11 | -1 | -2;
            /**
             * @description Only leads whose mailbox is protected by this email security gateway.
             *
             *     - `0`: Not looked up yet
             *     - `1`: Barracuda
             *     - `2`: Mimecast
             *     - `3`: Proofpoint
             *     - `4`: Cisco
             *     - `all`: Any gateway
             *     - `none`: No gateway
             * @example 3
             * @enum {string}
             */
            esg_code?: "0" | "1" | "2" | "3" | "4" | "all" | "none";
            /**
             * @description All leads except these.
             * @example [
             *       "01a06110-9b85-7859-bfff-c0674b659965"
             *     ]
             */
            excluded_ids?: string[];
            /**
             * @description The state to filter by. There is no filter by custom interest label. Instantly ignores an unknown value and returns
             *     an unfiltered page.
             *
             *     - `FILTER_VAL_CONTACTED`: At least one email was sent
             *     - `FILTER_VAL_NOT_CONTACTED`: No email was sent yet
             *     - `FILTER_VAL_COMPLETED`: Completed the sequence
             *     - `FILTER_VAL_UNSUBSCRIBED`: Has unsubscribed
             *     - `FILTER_VAL_ACTIVE`: In the middle of the sequence, or about to start it
             *     - `FILTER_LEAD_INTERESTED`: Marked as interested
             *     - `FILTER_LEAD_NOT_INTERESTED`: Marked as not interested
             *     - `FILTER_LEAD_MEETING_BOOKED`: Marked as having booked a meeting
             *     - `FILTER_LEAD_MEETING_COMPLETED`: Marked as having had the meeting
             *     - `FILTER_LEAD_CLOSED`: Marked as won, that is, the deal is closed
             *     - `FILTER_LEAD_OUT_OF_OFFICE`: Marked as out of office
             *     - `FILTER_LEAD_WRONG_PERSON`: Marked as the wrong person to ask
             *     - `FILTER_LEAD_LOST`: Marked as lost
             *     - `FILTER_LEAD_NO_SHOW`: Marked as not having come to the meeting
             *     - `FILTER_LEAD_CUSTOM_LABEL_POSITIVE`: Marked with any custom label that counts as positive
             *     - `FILTER_LEAD_CUSTOM_LABEL_NEGATIVE`: Marked with any custom label that counts as negative
             *     - `FILTER_VAL_BOUNCED`: An email to the address bounced
             *     - `FILTER_VAL_SKIPPED`: Skipped by the campaign
             *     - `FILTER_VAL_RISKY`: Verification found the address risky
             *     - `FILTER_VAL_INVALID`: Verification found the address invalid
             *     - `FILTER_VAL_VALID`: Verification found the address valid
             *     - `FILTER_VAL_IN_SUBSEQUENCE`: Moved into a subsequence
             *     - `FILTER_VAL_OPENED_NO_REPLY`: Opened an email but never replied
             *     - `FILTER_VAL_COMPLETED_NO_REPLY`: Completed the sequence and never replied
             *     - `FILTER_VAL_NO_OPENS`: Never opened an email
             *     - `FILTER_VAL_REPLIED`: Has replied
             *     - `FILTER_VAL_LINK_CLICKED`: Clicked a link in an email
             * @example FILTER_VAL_CONTACTED
             * @enum {string}
             */
            filter?: "FILTER_VAL_CONTACTED" | "FILTER_VAL_NOT_CONTACTED" | "FILTER_VAL_COMPLETED" | "FILTER_VAL_UNSUBSCRIBED" | "FILTER_VAL_ACTIVE" | "FILTER_LEAD_INTERESTED" | "FILTER_LEAD_NOT_INTERESTED" | "FILTER_LEAD_MEETING_BOOKED" | "FILTER_LEAD_MEETING_COMPLETED" | "FILTER_LEAD_CLOSED" | "FILTER_LEAD_OUT_OF_OFFICE" | "FILTER_LEAD_WRONG_PERSON" | "FILTER_LEAD_LOST" | "FILTER_LEAD_NO_SHOW" | "FILTER_LEAD_CUSTOM_LABEL_POSITIVE" | "FILTER_LEAD_CUSTOM_LABEL_NEGATIVE" | "FILTER_VAL_BOUNCED" | "FILTER_VAL_SKIPPED" | "FILTER_VAL_RISKY" | "FILTER_VAL_INVALID" | "FILTER_VAL_VALID" | "FILTER_VAL_IN_SUBSEQUENCE" | "FILTER_VAL_OPENED_NO_REPLY" | "FILTER_VAL_COMPLETED_NO_REPLY" | "FILTER_VAL_NO_OPENS" | "FILTER_VAL_REPLIED" | "FILTER_VAL_LINK_CLICKED";
            /**
             * @description Only these leads.
             * @example [
             *       "01a06110-96fe-736c-901d-d4baca7d79c9"
             *     ]
             */
            ids?: string[];
            /**
             * @description Only leads that are in some campaign, or only those in none.
             * @example true
             */
            in_campaign?: boolean;
            /**
             * @description Only leads that are in some lead list, or only those in none.
             * @example false
             */
            in_list?: boolean;
            /**
             * @description Only leads found by the website visitor tracking, or only the others.
             * @example false
             */
            is_website_visitor?: boolean;
            /**
             * @description How many leads to return, 1 to 100. It belongs in the body, not in the query.
             * @default 10
             * @example 100
             */
            limit?: number;
            /**
             * Format: uuid
             * @description Only leads of this lead list.
             * @example 8b7e2c4d-15f3-4d68-b0c9-2a91e7d45f23
             */
            list_id?: string;
            /**
             * @description Only leads of these users of the workspace.
             * @example [
             *       "0191d3a4-9d0e-7c33-b1a2-5f7e8d9c0b11"
             *     ]
             */
            organization_user_ids?: string[];
            /** @description Conditions on what a lead did or when, as used in smart views. */
            queries?: components["schemas"]["LeadQuery"][];
            /**
             * @description Text to look for in first name, last name and email address. The match is fuzzy, so check it. [R]
             * @example Rios
             */
            search?: string;
            /**
             * Format: uuid
             * @description Only leads of a saved smart view.
             * @example 0191d3a4-c05a-7e21-9b44-1c7d3e5f6a80
             */
            smart_view_id?: string;
            /**
             * @description The cursor of the previous page, passed back unchanged: an id, or an email address when `distinct_contacts` is
             *     true. It belongs in the body, not in the query.
             * @example 01a06110-9948-7dca-8e1f-ce81b287ddec
             */
            starting_after?: string;
        };
        /** Page of leads */
        ListLeadsResponse: {
            /** @description The leads of this page. */
            items: components["schemas"]["Lead"][];
            /**
             * @description The cursor of the next page: the `id` of the last item, or its email address when `distinct_contacts` is true.
             *     Present on every page that has items, even a short one, and absent from the empty page after the last. [L]
             * @example 01a06110-9948-7dca-8e1f-ce81b287ddec
             */
            next_starting_after?: string;
        };
        /**
         * Changes to a campaign
         * @description The fields to change, at least one; the others stay as they are. Lists and the schedule are replaced whole, not merged:
         *     send every account, step or window that should remain. [D] Null unsets a field that accepts it. [I]
         */
        PatchCampaignRequest: {
            /**
             * @description Whether leads whose address was verified as risky receive emails.
             * @example false
             */
            allow_risky_contacts?: boolean | null;
            auto_variant_select?: components["schemas"]["AutoVariantSelect"];
            /**
             * @description Addresses that receive a blind copy of every email.
             * @example [
             *       "crm@outreach.example.com"
             *     ]
             */
            bcc_list?: string[];
            campaign_schedule?: components["schemas"]["CampaignSchedule"];
            /**
             * @description Addresses that receive a copy of every email.
             * @example [
             *       "sales@outreach.example.com"
             *     ]
             */
            cc_list?: string[];
            /**
             * @description The maximum number of emails that the campaign sends per day.
             * @example 60
             */
            daily_limit?: number | null;
            /**
             * @description The maximum number of leads contacted for the first time per day.
             * @example 30
             */
            daily_max_leads?: number | null;
            /**
             * @description Whether bounce protection is disabled.
             * @example false
             */
            disable_bounce_protect?: boolean | null;
            /**
             * @description Minutes between one email and the next.
             * @example 12
             */
            email_gap?: number | null;
            /**
             * @description The email addresses of all connected accounts that should send. Deleting an account does not remove it from this list. [R]
             * @example [
             *       "mara.klein@outreach.example.com",
             *       "jon.abara@outreach.example.com"
             *     ]
             */
            email_list?: string[];
            /**
             * @description The ids of tags; accounts with one of these tags send, too.
             * @example [
             *       "0191e6b0-3c1d-7f42-9a68-b1d4c7e05f21"
             *     ]
             */
            email_tag_list?: string[];
            /**
             * @description Whether the first email is sent as plain text.
             * @example true
             */
            first_email_text_only?: boolean | null;
            /**
             * @description Whether the emails have an unsubscribe header.
             * @example true
             */
            insert_unsubscribe_header?: boolean | null;
            /**
             * @description Whether the campaign is evergreen.
             * @example false
             */
            is_evergreen?: boolean | null;
            limit_emails_per_company_override?: components["schemas"]["CompanyEmailLimit"];
            /**
             * @description Whether clicks on links are counted.
             * @example false
             */
            link_tracking?: boolean | null;
            /**
             * @description Whether leads receive emails only from accounts at their own email provider.
             * @example false
             */
            match_lead_esp?: boolean | null;
            /**
             * @description The name shown in the app.
             * @example Clinics without online booking
             */
            name?: string;
            /**
             * @description Whether opens are counted. Unlike the other flags it does not accept null.
             * @example false
             */
            open_tracking?: boolean;
            /**
             * Format: uuid
             * @description The user who will own the campaign.
             * @example 0191d3a4-9d0e-7c33-b1a2-5f7e8d9c0b11
             */
            owned_by?: string | null;
            /**
             * @description The value of one positive lead.
             * @example 250
             */
            pl_value?: number | null;
            /**
             * @description Whether first emails are sent before follow-ups.
             * @example false
             */
            prioritize_new_leads?: boolean | null;
            /** @description Which providers' accounts may write to which providers' leads. */
            provider_routing_rules?: components["schemas"]["ProviderRoutingRule"][];
            /**
             * @description The maximum number of random minutes added to the gap.
             * @example 8
             */
            random_wait_max?: number | null;
            /**
             * @description The emails. An array, but only its first element is used: put every step there. A step's `delay` is the wait
             *     before the NEXT step.
             */
            sequences?: components["schemas"]["CampaignSequence"][];
            /**
             * @description Whether a reply ends the emails to everyone at the domain of that lead.
             * @example true
             */
            stop_for_company?: boolean | null;
            /**
             * @description Whether an automatic reply also ends the emails to a lead.
             * @example false
             */
            stop_on_auto_reply?: boolean | null;
            /**
             * @description Whether a lead who replies receives no further emails.
             * @example true
             */
            stop_on_reply?: boolean | null;
            /**
             * @description Whether every email is sent as plain text.
             * @example false
             */
            text_only?: boolean | null;
        };
        /**
         * Provider routing rule
         * @description Says whether accounts at some email providers may write to leads at some email providers. Give all three fields.
         */
        ProviderRoutingRule: {
            /**
             * @description What to do when the lead's and the account's provider match.
             *
             *     - `send`: Send when both sides match.
             *     - `do_not_send`: Do not send when both sides match.
             * @example do_not_send
             * @enum {string}
             */
            action?: "send" | "do_not_send";
            /**
             * @description The providers of the leads that the rule is about.
             * @example [
             *       "outlook"
             *     ]
             */
            recipient_esp?: components["schemas"]["RoutedProvider"][];
            /**
             * @description The providers of the sending accounts that the rule is about.
             * @example [
             *       "google",
             *       "other"
             *     ]
             */
            sender_esp?: components["schemas"]["RoutedProvider"][];
        };
        /** Reply to send */
        ReplyToEmailRequest: {
            /**
             * @description Further recipients, in addition to the sender of the email.
             * @example [
             *       "jonas.wirth@brightlane.example.org"
             *     ]
             */
            additional_recipients?: string[];
            /**
             * Format: uuid
             * @description The user the lead is assigned to.
             * @example 0191d3a4-9d0e-7c33-b1a2-5f7e8d9c0b11
             */
            assigned_to?: string;
            /**
             * @description The addresses to send a blind copy to, separated by commas.
             * @example crm@outreach.example.com
             */
            bcc_address_email_list?: string;
            /** @description The content, as HTML, as plain text, or as both. Only HTML with `<br/>` keeps its line breaks. */
            body: {
                /**
                 * @description The content as HTML, with `<br/>` for line breaks.
                 * @example Hi Lena,<br/><br/>Thursday it is.<br/><br/>Mara
                 */
                html?: string;
                /**
                 * @description The content as plain text, sent inside an HTML document. Line breaks may be lost; use HTML for them.
                 * @example Thursday it is. Mara
                 */
                text?: string;
            } & (unknown | unknown);
            /**
             * @description The addresses to send a copy to, separated by commas.
             * @example jonas.wirth@brightlane.example.org,office@brightlane.example.org
             */
            cc_address_email_list?: string;
            /**
             * @description The address of the account that sends. It must be connected to the workspace, or the response is a 404.
             * @example mara.klein@outreach.example.com
             */
            eaccount: string;
            /**
             * Format: date-time
             * @description When the Unibox reminds you of this email. It does not delay the sending.
             * @example 2026-09-29T07:00:00.000Z
             */
            reminder_ts?: string;
            /**
             * @description The `id` of the email to reply to, not its `message_id` or `thread_id`.
             * @example 01a0c864-cf48-74a2-9b6b-7ae0289cbece
             */
            reply_to_uuid: string;
            /**
             * @description The subject line, sent as it is. No "Re:" is added.
             * @example Re: Fewer no-shows at Brightlane
             */
            subject: string;
        };
        /**
         * Routed provider
         * @description The email provider of a lead or of a sending account.
         *
         *     - `all`: Every provider.
         *     - `google`: Google.
         *     - `outlook`: Microsoft.
         *     - `other`: Any provider but these two.
         * @example google
         * @enum {string}
         */
        RoutedProvider: "all" | "google" | "outlook" | "other";
        /**
         * Time zone
         * @description An IANA zone from a closed list that lacks many common zones. For America/New_York use America/Detroit,
         *     for Europe/London Europe/Isle_of_Man, for Europe/Berlin Europe/Belgrade, for UTC Africa/Abidjan.
         * @example America/Detroit
         * @enum {string}
         */
        TimeZone: "Africa/Abidjan" | "Africa/Addis_Ababa" | "Africa/Algiers" | "Africa/Blantyre" | "Africa/Cairo" | "Africa/Casablanca" | "Africa/Ceuta" | "Africa/Tripoli" | "Africa/Windhoek" | "America/Anchorage" | "America/Anguilla" | "America/Bahia_Banderas" | "America/Belize" | "America/Boise" | "America/Chicago" | "America/Chihuahua" | "America/Creston" | "America/Danmarkshavn" | "America/Dawson" | "America/Detroit" | "America/Glace_Bay" | "America/Godthab" | "America/Indiana/Marengo" | "America/Regina" | "America/Scoresbysund" | "America/St_Johns" | "America/Araguaina" | "America/Argentina/La_Rioja" | "America/Asuncion" | "America/Bahia" | "America/Bogota" | "America/Campo_Grande" | "America/Caracas" | "America/Montevideo" | "America/Noronha" | "America/Santiago" | "America/Sao_Paulo" | "Antarctica/Davis" | "Antarctica/DumontDUrville" | "Antarctica/Macquarie" | "Antarctica/Mawson" | "Antarctica/Vostok" | "Arctic/Longyearbyen" | "Asia/Aden" | "Asia/Amman" | "Asia/Anadyr" | "Asia/Baghdad" | "Asia/Baku" | "Asia/Beirut" | "Asia/Brunei" | "Asia/Chita" | "Asia/Choibalsan" | "Asia/Colombo" | "Asia/Damascus" | "Asia/Dhaka" | "Asia/Dili" | "Asia/Dubai" | "Asia/Hong_Kong" | "Asia/Irkutsk" | "Asia/Jerusalem" | "Asia/Kabul" | "Asia/Kamchatka" | "Asia/Karachi" | "Asia/Kathmandu" | "Asia/Kolkata" | "Asia/Krasnoyarsk" | "Asia/Nicosia" | "Asia/Novokuznetsk" | "Asia/Pyongyang" | "Asia/Rangoon" | "Asia/Sakhalin" | "Asia/Taipei" | "Asia/Tbilisi" | "Asia/Tehran" | "Asia/Yekaterinburg" | "Asia/Yerevan" | "Atlantic/Canary" | "Atlantic/Cape_Verde" | "Australia/Adelaide" | "Australia/Brisbane" | "Australia/Currie" | "Australia/Darwin" | "Australia/Melbourne" | "Australia/Perth" | "Europe/Astrakhan" | "Europe/Belgrade" | "Europe/Bucharest" | "Europe/Helsinki" | "Europe/Isle_of_Man" | "Europe/Istanbul" | "Europe/Kaliningrad" | "Europe/Kirov" | "Europe/Sarajevo" | "Indian/Mahe" | "Pacific/Apia" | "Pacific/Auckland" | "Pacific/Fiji" | "Etc/GMT+12" | "Etc/GMT+11" | "Etc/GMT+10" | "Etc/GMT-12" | "Etc/GMT-13";
        /**
         * Interest status to set
         * @description The lead, found by its email address and optionally by campaign or list, and its new status.
         */
        UpdateLeadInterestStatusRequest: {
            /**
             * @description The interest status to record as set by Instantly's AI.
             * @example 1
             */
            ai_interest_value?: number;
            /**
             * @description The campaign in which to change the status.
             * @example b8cc96b1-db3c-4fbb-a266-52a8cd16816b
             */
            campaign_id?: string;
            /**
             * @description Keeps Instantly's AI from changing the status afterwards. [R]
             * @example true
             */
            disable_auto_interest?: boolean;
            /**
             * @description The new status. Null resets to a plain lead; the field is required.
             *
             *     - `0`: Out of office
             *     - `1`: Interested
             *     - `2`: Meeting booked
             *     - `3`: Meeting completed
             *     - `4`: Won
             *     - `-1`: Not interested
             *     - `-2`: Wrong person
             *     - `-3`: Lost
             *     - `-4`: No show
             * @example 2
             */
            interest_value: number | null;
            /**
             * @description The email address of the lead, not its id.
             * @example mateo.rios@cobaltpress.example.org
             */
            lead_email: string;
            /**
             * @description The lead list in which to change the status.
             * @example 8b7e2c4d-15f3-4d68-b0c9-2a91e7d45f23
             */
            list_id?: string;
        };
        /** Interest status accepted */
        UpdateLeadInterestStatusResponse: {
            /**
             * @description Says that a background job was submitted. No id of the job is given.
             * @example Lead interest status update background job submitted
             */
            message?: string;
        };
    };
    responses: {
        /** @description The request was understood but a field is missing or has a value that is not allowed. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The request was understood but a field is missing or has a value that is not allowed. */
        CampaignBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The key has none of the scopes that allow the call. The edge in front of the API also returns a 403, not in JSON, for some default User-Agents. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The address or the value is not valid. The body has only `error`, which contains the reason, not the name of the status. */
        InterestStatusBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /**
                     * @description What was wrong.
                     * @example Invalid lead email
                     */
                    error?: string;
                };
            };
        };
        /** @description The request was understood but a field is missing or has a value that is not allowed. */
        LeadBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The resource, or the route, does not exist. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The workspace has no active paid plan. */
        PaymentRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description A limit of the workspace was reached. No rate-limit header is documented for these operations. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The Authorization header is missing or malformed, or the key was revoked. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export interface ApiError extends Schema<"ApiError"> {}
export type AutoVariantSelect = components['schemas']['AutoVariantSelect'];
export interface Campaign extends Schema<"Campaign"> {}
export interface CampaignSchedule extends Schema<"CampaignSchedule"> {}
export interface CampaignScheduleState extends Schema<"CampaignScheduleState"> {}
export interface CampaignScheduleWindow extends Schema<"CampaignScheduleWindow"> {}
export interface CampaignSequence extends Schema<"CampaignSequence"> {}
export type CampaignStatus = components['schemas']['CampaignStatus'];
export interface CampaignStep extends Schema<"CampaignStep"> {}
export interface CampaignVariant extends Schema<"CampaignVariant"> {}
export type CompanyEmailLimit = components['schemas']['CompanyEmailLimit'];
export interface CreateCampaignRequest extends Schema<"CreateCampaignRequest"> {}
export interface CreateLeadListRequest extends Schema<"CreateLeadListRequest"> {}
export interface CreateLeadRequest extends Schema<"CreateLeadRequest"> {}
export type CustomVariables = components['schemas']['CustomVariables'];
export type DelayUnit = components['schemas']['DelayUnit'];
export interface DeleteLeadsRequest extends Schema<"DeleteLeadsRequest"> {}
export interface DeleteLeadsResponse extends Schema<"DeleteLeadsResponse"> {}
export interface Email extends Schema<"Email"> {}
export interface EmailAttachment extends Schema<"EmailAttachment"> {}
export type InterestStatus = components['schemas']['InterestStatus'];
export interface Lead extends Schema<"Lead"> {}
export interface LeadList extends Schema<"LeadList"> {}
export type LeadPayload = components['schemas']['LeadPayload'];
export interface LeadQuery extends Schema<"LeadQuery"> {}
export interface LeadStatusSummary extends Schema<"LeadStatusSummary"> {}
export interface LeadSubsequenceStatusSummary extends Schema<"LeadSubsequenceStatusSummary"> {}
export interface ListCampaignsResponse extends Schema<"ListCampaignsResponse"> {}
export interface ListEmailsResponse extends Schema<"ListEmailsResponse"> {}
export interface ListLeadListsResponse extends Schema<"ListLeadListsResponse"> {}
export interface ListLeadsRequest extends Schema<"ListLeadsRequest"> {}
export interface ListLeadsResponse extends Schema<"ListLeadsResponse"> {}
export interface PatchCampaignRequest extends Schema<"PatchCampaignRequest"> {}
export interface ProviderRoutingRule extends Schema<"ProviderRoutingRule"> {}
export interface ReplyToEmailRequest extends Schema<"ReplyToEmailRequest"> {}
export type RoutedProvider = components['schemas']['RoutedProvider'];
export type TimeZone = components['schemas']['TimeZone'];
export interface UpdateLeadInterestStatusRequest extends Schema<"UpdateLeadInterestStatusRequest"> {}
export interface UpdateLeadInterestStatusResponse extends Schema<"UpdateLeadInterestStatusResponse"> {}
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseCampaignBadRequest = components['responses']['CampaignBadRequest'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseInterestStatusBadRequest = components['responses']['InterestStatusBadRequest'];
export type ResponseLeadBadRequest = components['responses']['LeadBadRequest'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponsePaymentRequired = components['responses']['PaymentRequired'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type $defs = Record<string, never>;
export interface operations {
    listCampaign: {
        parameters: {
            query?: {
                /**
                 * @description Only campaigns that this AI Sales Agent created.
                 * @example 0191f2c8-6d35-7a19-b0e4-8c5f27d193aa
                 */
                ai_sales_agent_id?: string;
                /**
                 * @description Only campaigns that are not in this state.
                 * @example 3
                 */
                exclude_status?: components["schemas"]["CampaignStatus"];
                /**
                 * @description How many campaigns to return, 1 to 100.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description Text to look for in the name.
                 * @example clinics
                 */
                search?: string;
                /**
                 * @description The cursor of the previous page, passed back unchanged. Here it is the id of that page's last campaign.
                 * @example 2d07f3a9-58c4-4e1b-9f26-b40c8e7d1a35
                 */
                starting_after?: string;
                /**
                 * @description Only campaigns in this state. A recent filter; older clients report that it is rejected. [R]
                 * @example 1
                 */
                status?: components["schemas"]["CampaignStatus"];
                /**
                 * @description Only campaigns with at least one of these tags. The ids are separated by commas.
                 * @example 0191e6b0-3c1d-7f42-9a68-b1d4c7e05f21,0191e6b1-84aa-7c0e-8f53-2d96a3b7e410
                 */
                tag_ids?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of campaigns. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListCampaignsResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The campaign to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCampaignRequest"];
            };
        };
        responses: {
            /** @description The campaign that was created, a draft. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["CampaignBadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    patchCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the campaign to change.
                 * @example 56fabec4-2b7d-4c4b-b175-958d9bc57cfd
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchCampaignRequest"];
            };
        };
        responses: {
            /** @description The whole campaign after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["CampaignBadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    activateCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the campaign to start or to resume.
                 * @example 56fabec4-2b7d-4c4b-b175-958d9bc57cfd
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign, with the status 1. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description The request has a JSON content type without a body, or a body that is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listEmail: {
        parameters: {
            query?: {
                /**
                 * @description Only emails assigned to the user with this id.
                 * @example 0191d3a4-9d0e-7c33-b1a2-5f7e8d9c0b11
                 */
                assigned_to?: string;
                /**
                 * @description Only emails of this campaign.
                 * @example 56fabec4-2b7d-4c4b-b175-958d9bc57cfd
                 */
                campaign_id?: string;
                /**
                 * @description Only emails of leads whose company has this domain.
                 * @example brightlane.example.org
                 */
                company_domain?: string;
                /**
                 * @description Only emails of this connected account, or of any of several accounts, separated by commas.
                 * @example mara.klein@outreach.example.com,jon.abara@outreach.example.com
                 */
                eaccount?: string;
                /**
                 * @description Which kind of email to list. There is no filter on `ue_type` itself.
                 * @example received
                 */
                email_type?: "received" | "sent" | "manual";
                /**
                 * @description Only emails with a reminder, or only those without.
                 * @example false
                 */
                has_reminder?: boolean;
                /**
                 * @description Only emails with this interest status. Custom interest labels have further numbers.
                 * @example 1
                 */
                i_status?: number;
                /**
                 * @description Only unread emails, or only read ones. A boolean here, though the field of the same name is 0 or 1.
                 * @example true
                 */
                is_unread?: boolean;
                /**
                 * @description Only the latest email of each thread.
                 * @example false
                 */
                latest_of_thread?: boolean;
                /**
                 * @description Only emails to or from the lead with this email address. It is not the id of a lead.
                 * @example lena.hofmann@brightlane.example.org
                 */
                lead?: string;
                /**
                 * @description How many emails to return, 1 to 100.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description Only emails of leads in this lead list.
                 * @example 8b7e2c4d-15f3-4d68-b0c9-2a91e7d45f23
                 */
                list_id?: string;
                /**
                 * @description Only emails marked as done in the Unibox, or only those that are not.
                 * @example false
                 */
                marked_as_done?: boolean;
                /**
                 * @description Only emails whose `timestamp_created` is before this ISO 8601 time.
                 * @example 2026-09-28T00:00:00.000Z
                 */
                max_timestamp_created?: string;
                /**
                 * @description Only emails whose `timestamp_created` is after this ISO 8601 time.
                 * @example 2026-09-21T00:00:00.000Z
                 */
                min_timestamp_created?: string;
                /**
                 * @description Which tab of the Unibox to list.
                 * @example emode_focused
                 */
                mode?: "emode_focused" | "emode_others" | "emode_all";
                /**
                 * @description Return only the preview of each email.
                 * @example false
                 */
                preview_only?: boolean;
                /**
                 * @description Only emails that are scheduled.
                 * @example false
                 */
                scheduled_only?: boolean;
                /**
                 * @description The email address of a lead, or `thread:` followed by a `thread_id` for the emails of one thread.
                 * @example thread:31-dzB0oCc2y34c9rhM7wtIZc
                 */
                search?: string;
                /**
                 * @description The order by `timestamp_created`. Keep it the same on every page.
                 * @example desc
                 */
                sort_order?: "asc" | "desc";
                /**
                 * @description The cursor of the previous page, passed back unchanged. Here it is the id of that page's last email.
                 * @example 01a0c2ee-4fff-79e2-871c-bb6d3f725a41
                 */
                starting_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of emails. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListEmailsResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    replyToEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The reply to send. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyToEmailRequest"];
            };
        };
        responses: {
            /** @description The reply as it was sent. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description The request was understood but a field is missing or has a value that is not allowed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            /** @description The email to reply to does not exist, or the sending account is not connected to the workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"];
                };
            };
            429: components["responses"]["TooManyRequests"];
        };
    };
    listLeadList: {
        parameters: {
            query?: {
                /**
                 * @description Only lists that enrich their leads, or only those that do not.
                 * @example false
                 */
                has_enrichment_task?: boolean;
                /**
                 * @description How many lists to return, 1 to 100.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description Text to look for in the name.
                 * @example Berlin
                 */
                search?: string;
                /**
                 * @description The cursor of the previous page, passed back unchanged. Here it is a timestamp, not an id.
                 * @example 2026-09-01T08:30:00.000Z
                 */
                starting_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of lead lists. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListLeadListsResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createLeadList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The list to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateLeadListRequest"];
            };
        };
        responses: {
            /** @description The list that was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createLead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The lead to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateLeadRequest"];
            };
        };
        responses: {
            /** @description The lead that was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["LeadBadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    bulkDeleteLeads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Which leads to delete. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteLeadsRequest"];
            };
        };
        responses: {
            /** @description How many leads were deleted; none is not an error. [L] */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteLeadsResponse"];
                };
            };
            /** @description Neither a campaign nor a lead list was named, or a value is not allowed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the lead.
                 * @example 01a06110-9948-7dca-8e1f-ce81b287ddec
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lead with that id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listLeads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The filters and the page. An empty object means the first page of all leads. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListLeadsRequest"];
            };
        };
        responses: {
            /** @description A page of leads. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListLeadsResponse"];
                };
            };
            400: components["responses"]["LeadBadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateLeadInterestStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The lead and its new status. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateLeadInterestStatusRequest"];
            };
        };
        responses: {
            /** @description The change was accepted, as 202. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateLeadInterestStatusResponse"];
                };
            };
            /** @description The change was accepted and will be made in the background. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateLeadInterestStatusResponse"];
                };
            };
            400: components["responses"]["InterestStatusBadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
}
type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];
