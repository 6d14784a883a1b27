// Derived from spec/. Do not edit by hand: change the spec, then run `pnpm generate`.

import type { ActionName } from "./action-types.gen.ts";
import type { JsonObjectSchema } from "../schema/json-object-schema.ts";

export const inputSchemas: Readonly<Record<ActionName, JsonObjectSchema>> = {
  "list_leads": {
    "type": "object",
    "properties": {
      "search": {
        "type": "string",
        "description": "Text to look for in first name, last name and email address. The match is fuzzy, so check it."
      },
      "filter": {
        "type": "string",
        "description": "The state to filter by. There is no filter by custom interest label. Instantly ignores an unknown value and returns an unfiltered page. FILTER_VAL_CONTACTED = At least one email was sent; FILTER_VAL_NOT_CONTACTED = No email was sent yet; FILTER_VAL_COMPLETED = Completed the sequence; FILTER_VAL_UNSUBSCRIBED = Has unsubscribed; FILTER_VAL_ACTIVE = In the middle of the sequence, or about to start it; FILTER_LEAD_INTERESTED = Marked as interested; FILTER_LEAD_NOT_INTERESTED = Marked as not interested; FILTER_LEAD_MEETING_BOOKED = Marked as having booked a meeting; FILTER_LEAD_MEETING_COMPLETED = Marked as having had the meeting; FILTER_LEAD_CLOSED = Marked as won, that is, the deal is closed; FILTER_LEAD_OUT_OF_OFFICE = Marked as out of office; FILTER_LEAD_WRONG_PERSON = Marked as the wrong person to ask; FILTER_LEAD_LOST = Marked as lost; FILTER_LEAD_NO_SHOW = Marked as not having come to the meeting; FILTER_LEAD_CUSTOM_LABEL_POSITIVE = Marked with any custom label that counts as positive; FILTER_LEAD_CUSTOM_LABEL_NEGATIVE = Marked with any custom label that counts as negative; FILTER_VAL_BOUNCED = An email to the address bounced; FILTER_VAL_SKIPPED = Skipped by the campaign; FILTER_VAL_RISKY = Verification found the address risky; FILTER_VAL_INVALID = Verification found the address invalid; FILTER_VAL_VALID = Verification found the address valid; FILTER_VAL_IN_SUBSEQUENCE = Moved into a subsequence; FILTER_VAL_OPENED_NO_REPLY = Opened an email but never replied; FILTER_VAL_COMPLETED_NO_REPLY = Completed the sequence and never replied; FILTER_VAL_NO_OPENS = Never opened an email; FILTER_VAL_REPLIED = Has replied; FILTER_VAL_LINK_CLICKED = Clicked a link in an email."
      },
      "campaign": {
        "type": "string",
        "description": "Only leads of this campaign. The name is `campaign`; `campaign_id` is ignored here."
      },
      "list_id": {
        "type": "string",
        "description": "Only leads of this lead list."
      },
      "in_campaign": {
        "type": "boolean",
        "description": "Only leads that are in some campaign, or only those in none."
      },
      "in_list": {
        "type": "boolean",
        "description": "Only leads that are in some lead list, or only those in none."
      },
      "ids": {
        "type": "array",
        "description": "Only these leads.",
        "items": {
          "type": "string",
          "minLength": 1
        }
      },
      "excluded_ids": {
        "type": "array",
        "description": "All leads except these.",
        "items": {
          "type": "string",
          "minLength": 1
        }
      },
      "contacts": {
        "type": "array",
        "description": "Only leads with one of these email addresses.",
        "items": {
          "type": "string",
          "minLength": 1
        }
      },
      "organization_user_ids": {
        "type": "array",
        "description": "Only leads of these users of the workspace.",
        "items": {
          "type": "string",
          "minLength": 1
        }
      },
      "smart_view_id": {
        "type": "string",
        "description": "Only leads of a saved smart view."
      },
      "is_website_visitor": {
        "type": "boolean",
        "description": "Only leads found by the website visitor tracking, or only the others."
      },
      "distinct_contacts": {
        "type": "boolean",
        "description": "One row per person instead of per lead. Order and cursor then use the email address."
      },
      "enrichment_status": {
        "type": "integer",
        "description": "Only leads whose enrichment has this result. 11 = Waiting for enrichment; 1 = Enriched; -1 = No data was found; -2 = The enrichment failed."
      },
      "esg_code": {
        "type": "string",
        "description": "Only leads whose mailbox is protected by this email security gateway. 0 = Not looked up yet; 1 = Barracuda; 2 = Mimecast; 3 = Proofpoint; 4 = Cisco; all = Any gateway; none = No gateway."
      },
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 100,
        "description": "How many leads to return, 1 to 100. It belongs in the body, not in the query."
      },
      "starting_after": {
        "type": "string",
        "description": "The cursor of the previous page, passed back unchanged: an id, or an email address when `distinct_contacts` is true. It belongs in the body, not in the query."
      }
    },
    "required": [],
    "additionalProperties": false
  },
  "get_lead": {
    "type": "object",
    "properties": {
      "lead_id": {
        "type": "string",
        "description": "The id of the lead.",
        "minLength": 1
      }
    },
    "required": [
      "lead_id"
    ],
    "additionalProperties": false
  },
  "create_lead": {
    "type": "object",
    "properties": {
      "campaign": {
        "type": "string",
        "description": "The campaign to put the lead into. The name is `campaign`; `campaign_id` is ignored."
      },
      "list_id": {
        "type": "string",
        "description": "The lead list to put the lead into."
      },
      "email": {
        "type": "string",
        "description": "The email address; required in a campaign."
      },
      "first_name": {
        "type": "string",
        "description": "The given name."
      },
      "last_name": {
        "type": "string",
        "description": "The family name."
      },
      "company_name": {
        "type": "string",
        "description": "The company the person works for."
      },
      "job_title": {
        "type": "string",
        "description": "The job title of the person."
      },
      "phone": {
        "type": "string",
        "description": "A telephone number, as free text."
      },
      "website": {
        "type": "string",
        "description": "The web site of the person or company."
      },
      "personalization": {
        "type": "string",
        "description": "A personalised sentence for this lead, for use in the emails."
      },
      "lt_interest_status": {
        "type": "integer",
        "description": "How interested the lead is. Absent for a plain lead; custom labels of the workspace add further numbers. 4 = Won; 3 = Meeting completed; 2 = Meeting booked; 1 = Interested; 0 = Out of office; -1 = Not interested; -2 = Wrong person; -3 = Lost; -4 = No show."
      },
      "pl_value_lead": {
        "type": "string",
        "description": "The potential value of the lead, as free text."
      },
      "assigned_to": {
        "type": "string",
        "description": "The user responsible for the lead."
      },
      "skip_if_in_workspace": {
        "type": "boolean",
        "description": "Do nothing if the workspace has a lead with this address anywhere."
      },
      "skip_if_in_campaign": {
        "type": "boolean",
        "description": "Do nothing if the campaign has a lead with this address. The response may then lack the lead's id."
      },
      "skip_if_in_list": {
        "type": "boolean",
        "description": "Do nothing if the lead list has a lead with this address."
      },
      "blocklist_id": {
        "type": "string",
        "description": "A blocklist to check the lead against."
      },
      "verify_leads_for_lead_finder": {
        "type": "boolean",
        "description": "Verify the address as the lead finder does."
      },
      "verify_leads_on_import": {
        "type": "boolean",
        "description": "Verify the address in the background after the lead is stored. Costs credits."
      },
      "custom_variables": {
        "type": "object",
        "description": "Anything else about the lead, for use as merge tags in the emails. They come back in the `payload` of the lead, and their names are added to the variables of the campaign. Values are plain: no objects, no arrays.",
        "additionalProperties": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "number"
            },
            {
              "type": "boolean"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "required": [],
    "additionalProperties": false
  },
  "delete_leads": {
    "type": "object",
    "properties": {
      "campaign_id": {
        "type": "string",
        "description": "The campaign to delete from; required unless `list_id` is present."
      },
      "list_id": {
        "type": "string",
        "description": "The lead list to delete from; required unless `campaign_id` is present."
      },
      "status": {
        "type": "integer",
        "description": "Only leads with this status. 3 = Completed; 2 = Paused; 1 = Active; -1 = Bounced; -2 = Unsubscribed; -3 = Skipped."
      },
      "ids": {
        "type": "array",
        "description": "Only these leads, as far as they are in the campaign or list.",
        "items": {
          "type": "string",
          "minLength": 1
        }
      },
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 10000,
        "description": "The maximum number of leads to delete, 1 to 10,000. If absent, every matching lead is deleted."
      }
    },
    "required": [],
    "additionalProperties": false
  },
  "update_lead_interest_status": {
    "type": "object",
    "properties": {
      "lead_email": {
        "type": "string",
        "description": "The email address of the lead, not its id.",
        "minLength": 1
      },
      "interest_value": {
        "type": "integer",
        "description": "The new interest status. Leave it out, or pass null, to reset to a plain lead. 4 = Won; 3 = Meeting completed; 2 = Meeting booked; 1 = Interested; 0 = Out of office; -1 = Not interested; -2 = Wrong person; -3 = Lost; -4 = No show."
      },
      "campaign_id": {
        "type": "string",
        "description": "The campaign in which to change the status."
      },
      "list_id": {
        "type": "string",
        "description": "The lead list in which to change the status."
      },
      "ai_interest_value": {
        "type": "integer",
        "description": "The interest status to record as set by Instantly's AI."
      },
      "disable_auto_interest": {
        "type": "boolean",
        "description": "Keeps Instantly's AI from changing the status afterwards."
      }
    },
    "required": [
      "lead_email"
    ],
    "additionalProperties": false
  },
  "list_campaigns": {
    "type": "object",
    "properties": {
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 100,
        "description": "How many campaigns to return, 1 to 100."
      },
      "starting_after": {
        "type": "string",
        "description": "The cursor of the previous page, passed back unchanged. Here it is the id of that page's last campaign."
      },
      "search": {
        "type": "string",
        "description": "Text to look for in the name."
      },
      "tag_ids": {
        "type": "string",
        "description": "Only campaigns with at least one of these tags. The ids are separated by commas."
      },
      "ai_sales_agent_id": {
        "type": "string",
        "description": "Only campaigns that this AI Sales Agent created."
      },
      "status": {
        "type": "integer",
        "description": "Only campaigns in this state. A recent filter; older clients report that it is rejected. 4 = Running subsequences. The campaign itself is done, its subsequences still send; 3 = Completed. Every lead is done; 2 = Paused; 1 = Active; 0 = Draft. Never started; -1 = Accounts unhealthy. No sending account works, or none is set; -2 = Bounce protect. Stopped because too many emails bounced; -99 = Account suspended. The workspace may not send."
      }
    },
    "required": [],
    "additionalProperties": false
  },
  "create_campaign": {
    "type": "object",
    "properties": {
      "name": {
        "type": "string",
        "description": "The name shown in the app.",
        "minLength": 1
      },
      "campaign_schedule": {
        "type": "object",
        "description": "When a campaign may send. A patch replaces the whole object, so it must contain every window that should remain.",
        "properties": {
          "start_date": {
            "type": "string",
            "description": "The first day of sending, in the time zone of the campaign. If absent, sending starts at activation."
          },
          "end_date": {
            "type": "string",
            "description": "The last day of sending, in the time zone of the campaign. If absent, there is no end."
          },
          "schedules": {
            "type": "array",
            "minItems": 1,
            "description": "The weekly windows in which emails are sent. At least one.",
            "items": {
              "type": "object",
              "description": "Hours of the day, on some days of the week, in one time zone.",
              "properties": {
                "name": {
                  "type": "string",
                  "description": "A name for the window, shown in the app.",
                  "minLength": 1
                },
                "timing": {
                  "type": "object",
                  "description": "The hours of the day. Nothing published forbids a `to` before the `from`; do not rely on it.",
                  "properties": {
                    "from": {
                      "type": "string",
                      "pattern": "^([01][0-9]|2[0-3]):([0-5][0-9])$",
                      "description": "When the window opens, HH:MM of the 24-hour clock."
                    },
                    "to": {
                      "type": "string",
                      "pattern": "^([01][0-9]|2[0-3]):([0-5][0-9])$",
                      "description": "When the window closes, HH:MM of the 24-hour clock."
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "from",
                    "to"
                  ]
                },
                "days": {
                  "type": "object",
                  "minProperties": 1,
                  "description": "The days of the week as an object, not an array: the keys are \"0\" (Sunday) to \"6\" (Saturday), and true means that the window is open on that day. Read back with just the keys that were sent.",
                  "properties": {
                    "0": {
                      "type": "boolean",
                      "description": "Sunday."
                    },
                    "1": {
                      "type": "boolean",
                      "description": "Monday."
                    },
                    "2": {
                      "type": "boolean",
                      "description": "Tuesday."
                    },
                    "3": {
                      "type": "boolean",
                      "description": "Wednesday."
                    },
                    "4": {
                      "type": "boolean",
                      "description": "Thursday."
                    },
                    "5": {
                      "type": "boolean",
                      "description": "Friday."
                    },
                    "6": {
                      "type": "boolean",
                      "description": "Saturday."
                    }
                  },
                  "additionalProperties": false
                },
                "timezone": {
                  "type": "string",
                  "enum": [
                    "Africa/Abidjan",
                    "Africa/Addis_Ababa",
                    "Africa/Algiers",
                    "Africa/Blantyre",
                    "Africa/Cairo",
                    "Africa/Casablanca",
                    "Africa/Ceuta",
                    "Africa/Tripoli",
                    "Africa/Windhoek",
                    "America/Anchorage",
                    "America/Anguilla",
                    "America/Bahia_Banderas",
                    "America/Belize",
                    "America/Boise",
                    "America/Chicago",
                    "America/Chihuahua",
                    "America/Creston",
                    "America/Danmarkshavn",
                    "America/Dawson",
                    "America/Detroit",
                    "America/Glace_Bay",
                    "America/Godthab",
                    "America/Indiana/Marengo",
                    "America/Regina",
                    "America/Scoresbysund",
                    "America/St_Johns",
                    "America/Araguaina",
                    "America/Argentina/La_Rioja",
                    "America/Asuncion",
                    "America/Bahia",
                    "America/Bogota",
                    "America/Campo_Grande",
                    "America/Caracas",
                    "America/Montevideo",
                    "America/Noronha",
                    "America/Santiago",
                    "America/Sao_Paulo",
                    "Antarctica/Davis",
                    "Antarctica/DumontDUrville",
                    "Antarctica/Macquarie",
                    "Antarctica/Mawson",
                    "Antarctica/Vostok",
                    "Arctic/Longyearbyen",
                    "Asia/Aden",
                    "Asia/Amman",
                    "Asia/Anadyr",
                    "Asia/Baghdad",
                    "Asia/Baku",
                    "Asia/Beirut",
                    "Asia/Brunei",
                    "Asia/Chita",
                    "Asia/Choibalsan",
                    "Asia/Colombo",
                    "Asia/Damascus",
                    "Asia/Dhaka",
                    "Asia/Dili",
                    "Asia/Dubai",
                    "Asia/Hong_Kong",
                    "Asia/Irkutsk",
                    "Asia/Jerusalem",
                    "Asia/Kabul",
                    "Asia/Kamchatka",
                    "Asia/Karachi",
                    "Asia/Kathmandu",
                    "Asia/Kolkata",
                    "Asia/Krasnoyarsk",
                    "Asia/Nicosia",
                    "Asia/Novokuznetsk",
                    "Asia/Pyongyang",
                    "Asia/Rangoon",
                    "Asia/Sakhalin",
                    "Asia/Taipei",
                    "Asia/Tbilisi",
                    "Asia/Tehran",
                    "Asia/Yekaterinburg",
                    "Asia/Yerevan",
                    "Atlantic/Canary",
                    "Atlantic/Cape_Verde",
                    "Australia/Adelaide",
                    "Australia/Brisbane",
                    "Australia/Currie",
                    "Australia/Darwin",
                    "Australia/Melbourne",
                    "Australia/Perth",
                    "Europe/Astrakhan",
                    "Europe/Belgrade",
                    "Europe/Bucharest",
                    "Europe/Helsinki",
                    "Europe/Isle_of_Man",
                    "Europe/Istanbul",
                    "Europe/Kaliningrad",
                    "Europe/Kirov",
                    "Europe/Sarajevo",
                    "Indian/Mahe",
                    "Pacific/Apia",
                    "Pacific/Auckland",
                    "Pacific/Fiji",
                    "Etc/GMT+12",
                    "Etc/GMT+11",
                    "Etc/GMT+10",
                    "Etc/GMT-12",
                    "Etc/GMT-13"
                  ],
                  "description": "An IANA zone from a closed list that lacks many common zones. For America/New_York use America/Detroit, for Europe/London Europe/Isle_of_Man, for Europe/Berlin Europe/Belgrade, for UTC Africa/Abidjan."
                }
              },
              "additionalProperties": false,
              "required": [
                "name",
                "timing",
                "days",
                "timezone"
              ]
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "schedules"
        ]
      },
      "sequences": {
        "type": "array",
        "description": "The emails. An array, but only its first element is used: put every step there. A step's `delay` is the wait before the NEXT step.",
        "items": {
          "type": "object",
          "description": "The emails of a campaign, in order.",
          "properties": {
            "steps": {
              "type": "array",
              "description": "The emails, from the first to the last.",
              "items": {
                "type": "object",
                "description": "One email of a sequence. Its `delay` is the wait after it, before the NEXT step: to send the second email three days after the first, put 3 on the first step. The last step has no next step; set its delay to 0.",
                "properties": {
                  "type": {
                    "type": "string",
                    "enum": [
                      "email"
                    ],
                    "description": "The kind of step."
                  },
                  "delay": {
                    "type": "number",
                    "description": "The wait between this step and the NEXT one, in `delay_unit`. Not the wait before this step."
                  },
                  "delay_unit": {
                    "type": "string",
                    "enum": [
                      "minutes",
                      "hours",
                      "days"
                    ],
                    "description": "The unit of `delay`."
                  },
                  "pre_delay": {
                    "type": "number",
                    "description": "The wait before the first email of a subsequence, in `pre_delay_unit`. A campaign ignores it."
                  },
                  "pre_delay_unit": {
                    "type": "string",
                    "enum": [
                      "minutes",
                      "hours",
                      "days"
                    ],
                    "description": "The unit of `pre_delay`. A campaign ignores it."
                  },
                  "variants": {
                    "type": "array",
                    "description": "The variants of this step. Each lead receives one of the enabled ones; one is enough.",
                    "items": {
                      "type": "object",
                      "description": "One variant of a step. Subject and body take merge tags such as `{{firstName}}`, `{{lastName}}`, `{{companyName}}` and the names of the leads' custom variables; the spelling of a tag is case sensitive.",
                      "properties": {
                        "subject": {
                          "type": "string",
                          "description": "The subject. Empty on a later step makes it a follow-up in the thread of the step before."
                        },
                        "body": {
                          "type": "string",
                          "description": "The text, as HTML with `<br/>` for a line break. Users report that other markup is changed when it is stored, so read it back before you activate.",
                          "minLength": 1
                        },
                        "v_disabled": {
                          "type": "boolean",
                          "description": "Whether the variant is disabled. Enabled by default."
                        }
                      },
                      "additionalProperties": false,
                      "required": [
                        "subject",
                        "body"
                      ]
                    }
                  }
                },
                "additionalProperties": false,
                "required": [
                  "type",
                  "delay",
                  "variants"
                ]
              }
            }
          },
          "additionalProperties": false,
          "required": [
            "steps"
          ]
        }
      },
      "email_list": {
        "type": "array",
        "description": "The email addresses of the connected accounts that send. An unknown account is rejected with a 400. There is no `account_ids`; that name is ignored.",
        "items": {
          "type": "string",
          "minLength": 1
        }
      },
      "daily_limit": {
        "type": "integer",
        "description": "The maximum number of emails that the campaign sends per day."
      },
      "daily_max_leads": {
        "type": "integer",
        "minimum": 0,
        "description": "The maximum number of leads contacted for the first time per day."
      },
      "open_tracking": {
        "type": "boolean",
        "description": "Whether opens are counted. Unlike the other flags it does not accept null."
      },
      "stop_on_reply": {
        "type": "boolean",
        "description": "Whether a lead who replies receives no further emails."
      },
      "link_tracking": {
        "type": "boolean",
        "description": "Whether clicks on links are counted."
      },
      "text_only": {
        "type": "boolean",
        "description": "Whether every email is sent as plain text."
      },
      "email_gap": {
        "type": "integer",
        "description": "Minutes between one email and the next."
      },
      "pl_value": {
        "type": "number",
        "description": "The value of one positive lead."
      }
    },
    "required": [
      "name",
      "campaign_schedule"
    ],
    "additionalProperties": false
  },
  "patch_campaign": {
    "type": "object",
    "properties": {
      "campaign_id": {
        "type": "string",
        "description": "The id of the campaign to change.",
        "minLength": 1
      },
      "name": {
        "type": "string",
        "description": "The name shown in the app.",
        "minLength": 1
      },
      "campaign_schedule": {
        "type": "object",
        "description": "When a campaign may send. A patch replaces the whole object, so it must contain every window that should remain.",
        "properties": {
          "start_date": {
            "type": "string",
            "description": "The first day of sending, in the time zone of the campaign. If absent, sending starts at activation."
          },
          "end_date": {
            "type": "string",
            "description": "The last day of sending, in the time zone of the campaign. If absent, there is no end."
          },
          "schedules": {
            "type": "array",
            "minItems": 1,
            "description": "The weekly windows in which emails are sent. At least one.",
            "items": {
              "type": "object",
              "description": "Hours of the day, on some days of the week, in one time zone.",
              "properties": {
                "name": {
                  "type": "string",
                  "description": "A name for the window, shown in the app.",
                  "minLength": 1
                },
                "timing": {
                  "type": "object",
                  "description": "The hours of the day. Nothing published forbids a `to` before the `from`; do not rely on it.",
                  "properties": {
                    "from": {
                      "type": "string",
                      "pattern": "^([01][0-9]|2[0-3]):([0-5][0-9])$",
                      "description": "When the window opens, HH:MM of the 24-hour clock."
                    },
                    "to": {
                      "type": "string",
                      "pattern": "^([01][0-9]|2[0-3]):([0-5][0-9])$",
                      "description": "When the window closes, HH:MM of the 24-hour clock."
                    }
                  },
                  "additionalProperties": false,
                  "required": [
                    "from",
                    "to"
                  ]
                },
                "days": {
                  "type": "object",
                  "minProperties": 1,
                  "description": "The days of the week as an object, not an array: the keys are \"0\" (Sunday) to \"6\" (Saturday), and true means that the window is open on that day. Read back with just the keys that were sent.",
                  "properties": {
                    "0": {
                      "type": "boolean",
                      "description": "Sunday."
                    },
                    "1": {
                      "type": "boolean",
                      "description": "Monday."
                    },
                    "2": {
                      "type": "boolean",
                      "description": "Tuesday."
                    },
                    "3": {
                      "type": "boolean",
                      "description": "Wednesday."
                    },
                    "4": {
                      "type": "boolean",
                      "description": "Thursday."
                    },
                    "5": {
                      "type": "boolean",
                      "description": "Friday."
                    },
                    "6": {
                      "type": "boolean",
                      "description": "Saturday."
                    }
                  },
                  "additionalProperties": false
                },
                "timezone": {
                  "type": "string",
                  "enum": [
                    "Africa/Abidjan",
                    "Africa/Addis_Ababa",
                    "Africa/Algiers",
                    "Africa/Blantyre",
                    "Africa/Cairo",
                    "Africa/Casablanca",
                    "Africa/Ceuta",
                    "Africa/Tripoli",
                    "Africa/Windhoek",
                    "America/Anchorage",
                    "America/Anguilla",
                    "America/Bahia_Banderas",
                    "America/Belize",
                    "America/Boise",
                    "America/Chicago",
                    "America/Chihuahua",
                    "America/Creston",
                    "America/Danmarkshavn",
                    "America/Dawson",
                    "America/Detroit",
                    "America/Glace_Bay",
                    "America/Godthab",
                    "America/Indiana/Marengo",
                    "America/Regina",
                    "America/Scoresbysund",
                    "America/St_Johns",
                    "America/Araguaina",
                    "America/Argentina/La_Rioja",
                    "America/Asuncion",
                    "America/Bahia",
                    "America/Bogota",
                    "America/Campo_Grande",
                    "America/Caracas",
                    "America/Montevideo",
                    "America/Noronha",
                    "America/Santiago",
                    "America/Sao_Paulo",
                    "Antarctica/Davis",
                    "Antarctica/DumontDUrville",
                    "Antarctica/Macquarie",
                    "Antarctica/Mawson",
                    "Antarctica/Vostok",
                    "Arctic/Longyearbyen",
                    "Asia/Aden",
                    "Asia/Amman",
                    "Asia/Anadyr",
                    "Asia/Baghdad",
                    "Asia/Baku",
                    "Asia/Beirut",
                    "Asia/Brunei",
                    "Asia/Chita",
                    "Asia/Choibalsan",
                    "Asia/Colombo",
                    "Asia/Damascus",
                    "Asia/Dhaka",
                    "Asia/Dili",
                    "Asia/Dubai",
                    "Asia/Hong_Kong",
                    "Asia/Irkutsk",
                    "Asia/Jerusalem",
                    "Asia/Kabul",
                    "Asia/Kamchatka",
                    "Asia/Karachi",
                    "Asia/Kathmandu",
                    "Asia/Kolkata",
                    "Asia/Krasnoyarsk",
                    "Asia/Nicosia",
                    "Asia/Novokuznetsk",
                    "Asia/Pyongyang",
                    "Asia/Rangoon",
                    "Asia/Sakhalin",
                    "Asia/Taipei",
                    "Asia/Tbilisi",
                    "Asia/Tehran",
                    "Asia/Yekaterinburg",
                    "Asia/Yerevan",
                    "Atlantic/Canary",
                    "Atlantic/Cape_Verde",
                    "Australia/Adelaide",
                    "Australia/Brisbane",
                    "Australia/Currie",
                    "Australia/Darwin",
                    "Australia/Melbourne",
                    "Australia/Perth",
                    "Europe/Astrakhan",
                    "Europe/Belgrade",
                    "Europe/Bucharest",
                    "Europe/Helsinki",
                    "Europe/Isle_of_Man",
                    "Europe/Istanbul",
                    "Europe/Kaliningrad",
                    "Europe/Kirov",
                    "Europe/Sarajevo",
                    "Indian/Mahe",
                    "Pacific/Apia",
                    "Pacific/Auckland",
                    "Pacific/Fiji",
                    "Etc/GMT+12",
                    "Etc/GMT+11",
                    "Etc/GMT+10",
                    "Etc/GMT-12",
                    "Etc/GMT-13"
                  ],
                  "description": "An IANA zone from a closed list that lacks many common zones. For America/New_York use America/Detroit, for Europe/London Europe/Isle_of_Man, for Europe/Berlin Europe/Belgrade, for UTC Africa/Abidjan."
                }
              },
              "additionalProperties": false,
              "required": [
                "name",
                "timing",
                "days",
                "timezone"
              ]
            }
          }
        },
        "additionalProperties": false,
        "required": [
          "schedules"
        ]
      },
      "sequences": {
        "type": "array",
        "description": "The emails. An array, but only its first element is used: put every step there. A step's `delay` is the wait before the NEXT step.",
        "items": {
          "type": "object",
          "description": "The emails of a campaign, in order.",
          "properties": {
            "steps": {
              "type": "array",
              "description": "The emails, from the first to the last.",
              "items": {
                "type": "object",
                "description": "One email of a sequence. Its `delay` is the wait after it, before the NEXT step: to send the second email three days after the first, put 3 on the first step. The last step has no next step; set its delay to 0.",
                "properties": {
                  "type": {
                    "type": "string",
                    "enum": [
                      "email"
                    ],
                    "description": "The kind of step."
                  },
                  "delay": {
                    "type": "number",
                    "description": "The wait between this step and the NEXT one, in `delay_unit`. Not the wait before this step."
                  },
                  "delay_unit": {
                    "type": "string",
                    "enum": [
                      "minutes",
                      "hours",
                      "days"
                    ],
                    "description": "The unit of `delay`."
                  },
                  "pre_delay": {
                    "type": "number",
                    "description": "The wait before the first email of a subsequence, in `pre_delay_unit`. A campaign ignores it."
                  },
                  "pre_delay_unit": {
                    "type": "string",
                    "enum": [
                      "minutes",
                      "hours",
                      "days"
                    ],
                    "description": "The unit of `pre_delay`. A campaign ignores it."
                  },
                  "variants": {
                    "type": "array",
                    "description": "The variants of this step. Each lead receives one of the enabled ones; one is enough.",
                    "items": {
                      "type": "object",
                      "description": "One variant of a step. Subject and body take merge tags such as `{{firstName}}`, `{{lastName}}`, `{{companyName}}` and the names of the leads' custom variables; the spelling of a tag is case sensitive.",
                      "properties": {
                        "subject": {
                          "type": "string",
                          "description": "The subject. Empty on a later step makes it a follow-up in the thread of the step before."
                        },
                        "body": {
                          "type": "string",
                          "description": "The text, as HTML with `<br/>` for a line break. Users report that other markup is changed when it is stored, so read it back before you activate.",
                          "minLength": 1
                        },
                        "v_disabled": {
                          "type": "boolean",
                          "description": "Whether the variant is disabled. Enabled by default."
                        }
                      },
                      "additionalProperties": false,
                      "required": [
                        "subject",
                        "body"
                      ]
                    }
                  }
                },
                "additionalProperties": false,
                "required": [
                  "type",
                  "delay",
                  "variants"
                ]
              }
            }
          },
          "additionalProperties": false,
          "required": [
            "steps"
          ]
        }
      },
      "email_list": {
        "type": "array",
        "description": "The email addresses of all connected accounts that should send. Deleting an account does not remove it from this list.",
        "items": {
          "type": "string",
          "minLength": 1
        }
      },
      "daily_limit": {
        "type": "integer",
        "description": "The maximum number of emails that the campaign sends per day."
      },
      "daily_max_leads": {
        "type": "integer",
        "minimum": 0,
        "description": "The maximum number of leads contacted for the first time per day."
      },
      "open_tracking": {
        "type": "boolean",
        "description": "Whether opens are counted. Unlike the other flags it does not accept null."
      },
      "stop_on_reply": {
        "type": "boolean",
        "description": "Whether a lead who replies receives no further emails."
      },
      "link_tracking": {
        "type": "boolean",
        "description": "Whether clicks on links are counted."
      },
      "text_only": {
        "type": "boolean",
        "description": "Whether every email is sent as plain text."
      },
      "email_gap": {
        "type": "integer",
        "description": "Minutes between one email and the next."
      },
      "pl_value": {
        "type": "number",
        "description": "The value of one positive lead."
      }
    },
    "required": [
      "campaign_id"
    ],
    "additionalProperties": false
  },
  "activate_campaign": {
    "type": "object",
    "properties": {
      "campaign_id": {
        "type": "string",
        "description": "The id of the campaign to start or to resume.",
        "minLength": 1
      }
    },
    "required": [
      "campaign_id"
    ],
    "additionalProperties": false
  },
  "list_emails": {
    "type": "object",
    "properties": {
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 100,
        "description": "How many emails to return, 1 to 100."
      },
      "starting_after": {
        "type": "string",
        "description": "The cursor of the previous page, passed back unchanged. Here it is the id of that page's last email."
      },
      "search": {
        "type": "string",
        "description": "The email address of a lead, or `thread:` followed by a `thread_id` for the emails of one thread."
      },
      "campaign_id": {
        "type": "string",
        "description": "Only emails of this campaign."
      },
      "list_id": {
        "type": "string",
        "description": "Only emails of leads in this lead list."
      },
      "i_status": {
        "type": "integer",
        "description": "Only emails with this interest status. Custom interest labels have further numbers. 4 = Won; 3 = Meeting completed; 2 = Meeting booked; 1 = Interested; 0 = Out of office; -1 = Not interested; -2 = Wrong person; -3 = Lost; -4 = No show."
      },
      "eaccount": {
        "type": "string",
        "description": "Only emails of this connected account, or of any of several accounts, separated by commas."
      },
      "lead": {
        "type": "string",
        "description": "Only emails to or from the lead with this email address. It is not the id of a lead."
      },
      "is_unread": {
        "type": "boolean",
        "description": "Only unread emails, or only read ones. A boolean here, though the field of the same name is 0 or 1."
      }
    },
    "required": [],
    "additionalProperties": false
  },
  "reply_to_email": {
    "type": "object",
    "properties": {
      "eaccount": {
        "type": "string",
        "description": "The address of the account that sends. It must be connected to the workspace, or the response is a 404.",
        "minLength": 1
      },
      "reply_to_uuid": {
        "type": "string",
        "description": "The `id` of the email to reply to, not its `message_id` or `thread_id`.",
        "minLength": 1
      },
      "subject": {
        "type": "string",
        "description": "The subject line, sent as it is. No \"Re:\" is added.",
        "minLength": 1
      },
      "body_text": {
        "type": "string",
        "description": "The content as plain text, sent inside an HTML document. Line breaks may be lost; use HTML for them."
      },
      "body_html": {
        "type": "string",
        "description": "The content as HTML, with `<br/>` for line breaks."
      },
      "cc_address_email_list": {
        "type": "string",
        "description": "The addresses to send a copy to, separated by commas."
      },
      "bcc_address_email_list": {
        "type": "string",
        "description": "The addresses to send a blind copy to, separated by commas."
      }
    },
    "required": [
      "eaccount",
      "reply_to_uuid",
      "subject"
    ],
    "additionalProperties": false
  },
  "list_lead_lists": {
    "type": "object",
    "properties": {
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 100,
        "description": "How many lists to return, 1 to 100."
      },
      "starting_after": {
        "type": "string",
        "description": "The cursor of the previous page, passed back unchanged. Here it is a timestamp, not an id."
      },
      "has_enrichment_task": {
        "type": "boolean",
        "description": "Only lists that enrich their leads, or only those that do not."
      },
      "search": {
        "type": "string",
        "description": "Text to look for in the name."
      }
    },
    "required": [],
    "additionalProperties": false
  },
  "create_lead_list": {
    "type": "object",
    "properties": {
      "name": {
        "type": "string",
        "description": "The name shown in the app. It need not be unique.",
        "minLength": 1
      },
      "has_enrichment_task": {
        "type": "boolean",
        "description": "Whether every lead added to the list should be enriched."
      },
      "owned_by": {
        "type": "string",
        "description": "The user who will own the list. Defaults to the creator."
      }
    },
    "required": [
      "name"
    ],
    "additionalProperties": false
  }
};

export const outputSchemas: Readonly<Record<ActionName, JsonObjectSchema>> = {
  "list_leads": {
    "$defs": {
      "LeadDetail": {
        "additionalProperties": false,
        "properties": {
          "id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Id"
          },
          "timestamp_created": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Created"
          },
          "timestamp_updated": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Updated"
          },
          "organization": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Organization"
          },
          "campaign": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Campaign"
          },
          "status": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Status"
          },
          "email": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Email"
          },
          "personalization": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Personalization"
          },
          "website": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Website"
          },
          "last_name": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Last Name"
          },
          "first_name": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "First Name"
          },
          "company_name": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Company Name"
          },
          "job_title": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Job Title"
          },
          "phone": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Phone"
          },
          "email_open_count": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Email Open Count"
          },
          "email_reply_count": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Email Reply Count"
          },
          "email_click_count": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Email Click Count"
          },
          "company_domain": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Company Domain"
          },
          "payload": {
            "anyOf": [
              {
                "additionalProperties": true,
                "type": "object"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Payload"
          },
          "lt_interest_status": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Lt Interest Status"
          }
        },
        "title": "LeadDetail",
        "type": "object"
      }
    },
    "additionalProperties": false,
    "properties": {
      "success": {
        "title": "Success",
        "type": "boolean"
      },
      "error": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Error"
      },
      "leads": {
        "items": {
          "$ref": "#/$defs/LeadDetail"
        },
        "title": "Leads",
        "type": "array"
      },
      "count": {
        "anyOf": [
          {
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Count"
      },
      "next_starting_after": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Next Starting After"
      }
    },
    "required": [
      "success"
    ],
    "title": "ListLeadsOutput",
    "type": "object"
  },
  "get_lead": {
    "$defs": {
      "LeadDetail": {
        "additionalProperties": false,
        "properties": {
          "id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Id"
          },
          "timestamp_created": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Created"
          },
          "timestamp_updated": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Updated"
          },
          "organization": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Organization"
          },
          "campaign": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Campaign"
          },
          "status": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Status"
          },
          "email": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Email"
          },
          "personalization": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Personalization"
          },
          "website": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Website"
          },
          "last_name": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Last Name"
          },
          "first_name": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "First Name"
          },
          "company_name": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Company Name"
          },
          "job_title": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Job Title"
          },
          "phone": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Phone"
          },
          "email_open_count": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Email Open Count"
          },
          "email_reply_count": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Email Reply Count"
          },
          "email_click_count": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Email Click Count"
          },
          "company_domain": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Company Domain"
          },
          "payload": {
            "anyOf": [
              {
                "additionalProperties": true,
                "type": "object"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Payload"
          },
          "lt_interest_status": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Lt Interest Status"
          }
        },
        "title": "LeadDetail",
        "type": "object"
      }
    },
    "additionalProperties": false,
    "properties": {
      "success": {
        "title": "Success",
        "type": "boolean"
      },
      "error": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Error"
      },
      "lead": {
        "anyOf": [
          {
            "$ref": "#/$defs/LeadDetail"
          },
          {
            "type": "null"
          }
        ],
        "default": null
      },
      "id": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Id"
      },
      "email_address": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Email Address"
      },
      "first_name": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "First Name"
      },
      "last_name": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Last Name"
      },
      "campaign": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Campaign"
      },
      "status": {
        "anyOf": [
          {
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Status"
      }
    },
    "required": [
      "success"
    ],
    "title": "GetLeadOutput",
    "type": "object"
  },
  "create_lead": {
    "$defs": {
      "LeadDetail": {
        "additionalProperties": false,
        "properties": {
          "id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Id"
          },
          "timestamp_created": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Created"
          },
          "timestamp_updated": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Updated"
          },
          "organization": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Organization"
          },
          "campaign": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Campaign"
          },
          "status": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Status"
          },
          "email": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Email"
          },
          "personalization": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Personalization"
          },
          "website": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Website"
          },
          "last_name": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Last Name"
          },
          "first_name": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "First Name"
          },
          "company_name": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Company Name"
          },
          "job_title": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Job Title"
          },
          "phone": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Phone"
          },
          "email_open_count": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Email Open Count"
          },
          "email_reply_count": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Email Reply Count"
          },
          "email_click_count": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Email Click Count"
          },
          "company_domain": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Company Domain"
          },
          "payload": {
            "anyOf": [
              {
                "additionalProperties": true,
                "type": "object"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Payload"
          },
          "lt_interest_status": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Lt Interest Status"
          }
        },
        "title": "LeadDetail",
        "type": "object"
      }
    },
    "additionalProperties": false,
    "properties": {
      "success": {
        "title": "Success",
        "type": "boolean"
      },
      "error": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Error"
      },
      "lead": {
        "anyOf": [
          {
            "$ref": "#/$defs/LeadDetail"
          },
          {
            "type": "null"
          }
        ],
        "default": null
      },
      "id": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Id"
      },
      "email_address": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Email Address"
      },
      "first_name": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "First Name"
      },
      "last_name": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Last Name"
      },
      "campaign": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Campaign"
      },
      "status": {
        "anyOf": [
          {
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Status"
      }
    },
    "required": [
      "success"
    ],
    "title": "CreateLeadOutput",
    "type": "object"
  },
  "delete_leads": {
    "additionalProperties": false,
    "properties": {
      "success": {
        "title": "Success",
        "type": "boolean"
      },
      "error": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Error"
      },
      "count": {
        "anyOf": [
          {
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Count"
      }
    },
    "required": [
      "success"
    ],
    "title": "DeleteLeadsOutput",
    "type": "object"
  },
  "update_lead_interest_status": {
    "additionalProperties": false,
    "properties": {
      "success": {
        "title": "Success",
        "type": "boolean"
      },
      "error": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Error"
      },
      "message": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Message"
      }
    },
    "required": [
      "success"
    ],
    "title": "UpdateLeadInterestStatusOutput",
    "type": "object"
  },
  "list_campaigns": {
    "$defs": {
      "CampaignDetail": {
        "additionalProperties": false,
        "properties": {
          "id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Id"
          },
          "name": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Name"
          },
          "pl_value": {
            "anyOf": [
              {
                "type": "number"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Pl Value"
          },
          "status": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Status"
          },
          "is_evergreen": {
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Is Evergreen"
          },
          "timestamp_created": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Created"
          },
          "timestamp_updated": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Updated"
          },
          "email_gap": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Email Gap"
          },
          "daily_limit": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Daily Limit"
          },
          "daily_max_leads": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Daily Max Leads"
          },
          "open_tracking": {
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Open Tracking"
          },
          "stop_on_reply": {
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Stop On Reply"
          },
          "sequences": {
            "items": {},
            "title": "Sequences",
            "type": "array"
          },
          "campaign_schedule": {
            "anyOf": [
              {
                "additionalProperties": true,
                "type": "object"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Campaign Schedule"
          }
        },
        "title": "CampaignDetail",
        "type": "object"
      }
    },
    "additionalProperties": false,
    "properties": {
      "success": {
        "title": "Success",
        "type": "boolean"
      },
      "error": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Error"
      },
      "campaigns": {
        "items": {
          "$ref": "#/$defs/CampaignDetail"
        },
        "title": "Campaigns",
        "type": "array"
      },
      "count": {
        "anyOf": [
          {
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Count"
      },
      "next_starting_after": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Next Starting After"
      }
    },
    "required": [
      "success"
    ],
    "title": "ListCampaignsOutput",
    "type": "object"
  },
  "create_campaign": {
    "$defs": {
      "CampaignDetail": {
        "additionalProperties": false,
        "properties": {
          "id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Id"
          },
          "name": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Name"
          },
          "pl_value": {
            "anyOf": [
              {
                "type": "number"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Pl Value"
          },
          "status": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Status"
          },
          "is_evergreen": {
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Is Evergreen"
          },
          "timestamp_created": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Created"
          },
          "timestamp_updated": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Updated"
          },
          "email_gap": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Email Gap"
          },
          "daily_limit": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Daily Limit"
          },
          "daily_max_leads": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Daily Max Leads"
          },
          "open_tracking": {
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Open Tracking"
          },
          "stop_on_reply": {
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Stop On Reply"
          },
          "sequences": {
            "items": {},
            "title": "Sequences",
            "type": "array"
          },
          "campaign_schedule": {
            "anyOf": [
              {
                "additionalProperties": true,
                "type": "object"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Campaign Schedule"
          }
        },
        "title": "CampaignDetail",
        "type": "object"
      }
    },
    "additionalProperties": false,
    "properties": {
      "success": {
        "title": "Success",
        "type": "boolean"
      },
      "error": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Error"
      },
      "campaign": {
        "anyOf": [
          {
            "$ref": "#/$defs/CampaignDetail"
          },
          {
            "type": "null"
          }
        ],
        "default": null
      },
      "id": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Id"
      },
      "name": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Name"
      },
      "status": {
        "anyOf": [
          {
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Status"
      }
    },
    "required": [
      "success"
    ],
    "title": "CreateCampaignOutput",
    "type": "object"
  },
  "patch_campaign": {
    "$defs": {
      "CampaignDetail": {
        "additionalProperties": false,
        "properties": {
          "id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Id"
          },
          "name": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Name"
          },
          "pl_value": {
            "anyOf": [
              {
                "type": "number"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Pl Value"
          },
          "status": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Status"
          },
          "is_evergreen": {
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Is Evergreen"
          },
          "timestamp_created": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Created"
          },
          "timestamp_updated": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Updated"
          },
          "email_gap": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Email Gap"
          },
          "daily_limit": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Daily Limit"
          },
          "daily_max_leads": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Daily Max Leads"
          },
          "open_tracking": {
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Open Tracking"
          },
          "stop_on_reply": {
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Stop On Reply"
          },
          "sequences": {
            "items": {},
            "title": "Sequences",
            "type": "array"
          },
          "campaign_schedule": {
            "anyOf": [
              {
                "additionalProperties": true,
                "type": "object"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Campaign Schedule"
          }
        },
        "title": "CampaignDetail",
        "type": "object"
      }
    },
    "additionalProperties": false,
    "properties": {
      "success": {
        "title": "Success",
        "type": "boolean"
      },
      "error": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Error"
      },
      "campaign": {
        "anyOf": [
          {
            "$ref": "#/$defs/CampaignDetail"
          },
          {
            "type": "null"
          }
        ],
        "default": null
      },
      "id": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Id"
      },
      "name": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Name"
      },
      "status": {
        "anyOf": [
          {
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Status"
      }
    },
    "required": [
      "success"
    ],
    "title": "PatchCampaignOutput",
    "type": "object"
  },
  "activate_campaign": {
    "$defs": {
      "CampaignDetail": {
        "additionalProperties": false,
        "properties": {
          "id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Id"
          },
          "name": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Name"
          },
          "pl_value": {
            "anyOf": [
              {
                "type": "number"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Pl Value"
          },
          "status": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Status"
          },
          "is_evergreen": {
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Is Evergreen"
          },
          "timestamp_created": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Created"
          },
          "timestamp_updated": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Updated"
          },
          "email_gap": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Email Gap"
          },
          "daily_limit": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Daily Limit"
          },
          "daily_max_leads": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Daily Max Leads"
          },
          "open_tracking": {
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Open Tracking"
          },
          "stop_on_reply": {
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Stop On Reply"
          },
          "sequences": {
            "items": {},
            "title": "Sequences",
            "type": "array"
          },
          "campaign_schedule": {
            "anyOf": [
              {
                "additionalProperties": true,
                "type": "object"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Campaign Schedule"
          }
        },
        "title": "CampaignDetail",
        "type": "object"
      }
    },
    "additionalProperties": false,
    "properties": {
      "success": {
        "title": "Success",
        "type": "boolean"
      },
      "error": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Error"
      },
      "campaign": {
        "anyOf": [
          {
            "$ref": "#/$defs/CampaignDetail"
          },
          {
            "type": "null"
          }
        ],
        "default": null
      },
      "id": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Id"
      },
      "name": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Name"
      },
      "status": {
        "anyOf": [
          {
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Status"
      }
    },
    "required": [
      "success"
    ],
    "title": "ActivateCampaignOutput",
    "type": "object"
  },
  "list_emails": {
    "$defs": {
      "EmailBody": {
        "additionalProperties": false,
        "properties": {
          "text": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Text"
          },
          "html": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Html"
          }
        },
        "title": "EmailBody",
        "type": "object"
      },
      "EmailDetail": {
        "additionalProperties": false,
        "properties": {
          "id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Id"
          },
          "timestamp_created": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Created"
          },
          "timestamp_email": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Email"
          },
          "message_id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Message Id"
          },
          "subject": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Subject"
          },
          "from_address_email": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "From Address Email"
          },
          "to_address_email_list": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "To Address Email List"
          },
          "cc_address_email_list": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Cc Address Email List"
          },
          "bcc_address_email_list": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Bcc Address Email List"
          },
          "reply_to": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Reply To"
          },
          "body": {
            "anyOf": [
              {
                "$ref": "#/$defs/EmailBody"
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "organization_id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Organization Id"
          },
          "campaign_id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Campaign Id"
          },
          "subsequence_id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Subsequence Id"
          },
          "list_id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "List Id"
          },
          "lead": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Lead"
          },
          "lead_id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Lead Id"
          },
          "eaccount": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Eaccount"
          },
          "ue_type": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Ue Type"
          },
          "is_unread": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Is Unread"
          },
          "is_auto_reply": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Is Auto Reply"
          },
          "i_status": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "I Status"
          },
          "thread_id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Thread Id"
          },
          "content_preview": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Content Preview"
          }
        },
        "title": "EmailDetail",
        "type": "object"
      }
    },
    "additionalProperties": false,
    "properties": {
      "success": {
        "title": "Success",
        "type": "boolean"
      },
      "error": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Error"
      },
      "emails": {
        "items": {
          "$ref": "#/$defs/EmailDetail"
        },
        "title": "Emails",
        "type": "array"
      },
      "count": {
        "anyOf": [
          {
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Count"
      },
      "next_starting_after": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Next Starting After"
      }
    },
    "required": [
      "success"
    ],
    "title": "ListEmailsOutput",
    "type": "object"
  },
  "reply_to_email": {
    "$defs": {
      "EmailBody": {
        "additionalProperties": false,
        "properties": {
          "text": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Text"
          },
          "html": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Html"
          }
        },
        "title": "EmailBody",
        "type": "object"
      },
      "EmailDetail": {
        "additionalProperties": false,
        "properties": {
          "id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Id"
          },
          "timestamp_created": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Created"
          },
          "timestamp_email": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Email"
          },
          "message_id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Message Id"
          },
          "subject": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Subject"
          },
          "from_address_email": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "From Address Email"
          },
          "to_address_email_list": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "To Address Email List"
          },
          "cc_address_email_list": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Cc Address Email List"
          },
          "bcc_address_email_list": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Bcc Address Email List"
          },
          "reply_to": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Reply To"
          },
          "body": {
            "anyOf": [
              {
                "$ref": "#/$defs/EmailBody"
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "organization_id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Organization Id"
          },
          "campaign_id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Campaign Id"
          },
          "subsequence_id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Subsequence Id"
          },
          "list_id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "List Id"
          },
          "lead": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Lead"
          },
          "lead_id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Lead Id"
          },
          "eaccount": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Eaccount"
          },
          "ue_type": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Ue Type"
          },
          "is_unread": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Is Unread"
          },
          "is_auto_reply": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Is Auto Reply"
          },
          "i_status": {
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "I Status"
          },
          "thread_id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Thread Id"
          },
          "content_preview": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Content Preview"
          }
        },
        "title": "EmailDetail",
        "type": "object"
      }
    },
    "additionalProperties": false,
    "properties": {
      "success": {
        "title": "Success",
        "type": "boolean"
      },
      "error": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Error"
      },
      "email": {
        "anyOf": [
          {
            "$ref": "#/$defs/EmailDetail"
          },
          {
            "type": "null"
          }
        ],
        "default": null
      },
      "id": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Id"
      },
      "subject": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Subject"
      },
      "thread_id": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Thread Id"
      }
    },
    "required": [
      "success"
    ],
    "title": "ReplyToEmailOutput",
    "type": "object"
  },
  "list_lead_lists": {
    "$defs": {
      "LeadListDetail": {
        "additionalProperties": false,
        "properties": {
          "id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Id"
          },
          "organization_id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Organization Id"
          },
          "has_enrichment_task": {
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Has Enrichment Task"
          },
          "owned_by": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Owned By"
          },
          "name": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Name"
          },
          "timestamp_created": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Created"
          }
        },
        "title": "LeadListDetail",
        "type": "object"
      }
    },
    "additionalProperties": false,
    "properties": {
      "success": {
        "title": "Success",
        "type": "boolean"
      },
      "error": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Error"
      },
      "lead_lists": {
        "items": {
          "$ref": "#/$defs/LeadListDetail"
        },
        "title": "Lead Lists",
        "type": "array"
      },
      "count": {
        "anyOf": [
          {
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Count"
      },
      "next_starting_after": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Next Starting After"
      }
    },
    "required": [
      "success"
    ],
    "title": "ListLeadListsOutput",
    "type": "object"
  },
  "create_lead_list": {
    "$defs": {
      "LeadListDetail": {
        "additionalProperties": false,
        "properties": {
          "id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Id"
          },
          "organization_id": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Organization Id"
          },
          "has_enrichment_task": {
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Has Enrichment Task"
          },
          "owned_by": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Owned By"
          },
          "name": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Name"
          },
          "timestamp_created": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "title": "Timestamp Created"
          }
        },
        "title": "LeadListDetail",
        "type": "object"
      }
    },
    "additionalProperties": false,
    "properties": {
      "success": {
        "title": "Success",
        "type": "boolean"
      },
      "error": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Error"
      },
      "lead_list": {
        "anyOf": [
          {
            "$ref": "#/$defs/LeadListDetail"
          },
          {
            "type": "null"
          }
        ],
        "default": null
      },
      "id": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Id"
      },
      "name": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "title": "Name"
      }
    },
    "required": [
      "success"
    ],
    "title": "CreateLeadListOutput",
    "type": "object"
  }
};
