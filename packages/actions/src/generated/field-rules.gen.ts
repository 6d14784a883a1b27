// Derived from spec/. Do not edit by hand: change the spec, then run `pnpm generate`.

import type { ActionName } from "./action-types.gen.ts";
import type { FieldRule } from "../schema/field-rule.ts";

/** The field rules of each action by path: `a.b`, `a[].b`. */
export const fieldRules: Readonly<Record<ActionName, Readonly<Record<string, FieldRule>>>> = {
  "list_leads": {
    "search": {
      "blank": "left_out"
    },
    "filter": {
      "blank": "left_out",
      "values": {
        "FILTER_VAL_CONTACTED": "At least one email was sent",
        "FILTER_VAL_NOT_CONTACTED": "No email was sent yet",
        "FILTER_VAL_COMPLETED": "Completed the sequence",
        "FILTER_VAL_UNSUBSCRIBED": "Has unsubscribed",
        "FILTER_VAL_ACTIVE": "In the middle of the sequence, or about to start it",
        "FILTER_LEAD_INTERESTED": "Marked as interested",
        "FILTER_LEAD_NOT_INTERESTED": "Marked as not interested",
        "FILTER_LEAD_MEETING_BOOKED": "Marked as having booked a meeting",
        "FILTER_LEAD_MEETING_COMPLETED": "Marked as having had the meeting",
        "FILTER_LEAD_CLOSED": "Marked as won, that is, the deal is closed",
        "FILTER_LEAD_OUT_OF_OFFICE": "Marked as out of office",
        "FILTER_LEAD_WRONG_PERSON": "Marked as the wrong person to ask",
        "FILTER_LEAD_LOST": "Marked as lost",
        "FILTER_LEAD_NO_SHOW": "Marked as not having come to the meeting",
        "FILTER_LEAD_CUSTOM_LABEL_POSITIVE": "Marked with any custom label that counts as positive",
        "FILTER_LEAD_CUSTOM_LABEL_NEGATIVE": "Marked with any custom label that counts as negative",
        "FILTER_VAL_BOUNCED": "An email to the address bounced",
        "FILTER_VAL_SKIPPED": "Skipped by the campaign",
        "FILTER_VAL_RISKY": "Verification found the address risky",
        "FILTER_VAL_INVALID": "Verification found the address invalid",
        "FILTER_VAL_VALID": "Verification found the address valid",
        "FILTER_VAL_IN_SUBSEQUENCE": "Moved into a subsequence",
        "FILTER_VAL_OPENED_NO_REPLY": "Opened an email but never replied",
        "FILTER_VAL_COMPLETED_NO_REPLY": "Completed the sequence and never replied",
        "FILTER_VAL_NO_OPENS": "Never opened an email",
        "FILTER_VAL_REPLIED": "Has replied",
        "FILTER_VAL_LINK_CLICKED": "Clicked a link in an email"
      },
      "further": "^FILTER_[A-Z0-9_]+$"
    },
    "campaign": {
      "blank": "left_out"
    },
    "list_id": {
      "blank": "left_out"
    },
    "in_campaign": {
      "blank": "left_out"
    },
    "in_list": {
      "blank": "left_out"
    },
    "ids": {
      "blank": "left_out"
    },
    "ids[]": {
      "blank": "refused"
    },
    "excluded_ids": {
      "blank": "left_out"
    },
    "excluded_ids[]": {
      "blank": "refused"
    },
    "contacts": {
      "blank": "left_out"
    },
    "contacts[]": {
      "blank": "refused"
    },
    "organization_user_ids": {
      "blank": "left_out"
    },
    "organization_user_ids[]": {
      "blank": "refused"
    },
    "smart_view_id": {
      "blank": "left_out"
    },
    "is_website_visitor": {
      "blank": "left_out"
    },
    "distinct_contacts": {
      "blank": "left_out"
    },
    "enrichment_status": {
      "blank": "left_out",
      "values": {
        "1": "Enriched",
        "11": "Waiting for enrichment",
        "-1": "No data was found",
        "-2": "The enrichment failed"
      }
    },
    "esg_code": {
      "blank": "left_out",
      "values": {
        "0": "Not looked up yet",
        "1": "Barracuda",
        "2": "Mimecast",
        "3": "Proofpoint",
        "4": "Cisco",
        "all": "Any gateway",
        "none": "No gateway"
      },
      "further": "^[0-9]{1,4}$"
    },
    "limit": {
      "blank": "left_out"
    },
    "starting_after": {
      "blank": "left_out"
    }
  },
  "get_lead": {
    "lead_id": {
      "blank": "refused"
    }
  },
  "create_lead": {
    "campaign": {
      "blank": "left_out"
    },
    "list_id": {
      "blank": "left_out"
    },
    "email": {
      "blank": "left_out"
    },
    "first_name": {
      "blank": "left_out"
    },
    "last_name": {
      "blank": "left_out"
    },
    "company_name": {
      "blank": "left_out"
    },
    "job_title": {
      "blank": "left_out"
    },
    "phone": {
      "blank": "left_out"
    },
    "website": {
      "blank": "left_out"
    },
    "personalization": {
      "blank": "left_out"
    },
    "lt_interest_status": {
      "values": {
        "0": "Out of office",
        "1": "Interested",
        "2": "Meeting booked",
        "3": "Meeting completed",
        "4": "Won",
        "-1": "Not interested",
        "-2": "Wrong person",
        "-3": "Lost",
        "-4": "No show"
      }
    },
    "pl_value_lead": {
      "blank": "left_out"
    },
    "assigned_to": {
      "blank": "left_out"
    },
    "blocklist_id": {
      "blank": "left_out"
    }
  },
  "delete_leads": {
    "campaign_id": {
      "blank": "left_out"
    },
    "list_id": {
      "blank": "left_out"
    },
    "status": {
      "values": {
        "1": "Active",
        "2": "Paused",
        "3": "Completed",
        "-1": "Bounced",
        "-2": "Unsubscribed",
        "-3": "Skipped"
      }
    },
    "ids[]": {
      "blank": "refused"
    }
  },
  "update_lead_interest_status": {
    "lead_email": {
      "blank": "refused"
    },
    "interest_value": {
      "values": {
        "0": "Out of office",
        "1": "Interested",
        "2": "Meeting booked",
        "3": "Meeting completed",
        "4": "Won",
        "-1": "Not interested",
        "-2": "Wrong person",
        "-3": "Lost",
        "-4": "No show"
      }
    },
    "campaign_id": {
      "blank": "left_out"
    },
    "list_id": {
      "blank": "left_out"
    }
  },
  "list_campaigns": {
    "limit": {
      "blank": "left_out"
    },
    "starting_after": {
      "blank": "left_out"
    },
    "search": {
      "blank": "left_out"
    },
    "tag_ids": {
      "blank": "left_out"
    },
    "ai_sales_agent_id": {
      "blank": "left_out"
    },
    "status": {
      "blank": "left_out",
      "values": {
        "0": "Draft. Never started",
        "1": "Active",
        "2": "Paused",
        "3": "Completed. Every lead is done",
        "4": "Running subsequences. The campaign itself is done, its subsequences still send",
        "-99": "Account suspended. The workspace may not send",
        "-2": "Bounce protect. Stopped because too many emails bounced",
        "-1": "Accounts unhealthy. No sending account works, or none is set"
      }
    }
  },
  "create_campaign": {
    "name": {
      "blank": "refused"
    },
    "campaign_schedule.start_date": {
      "blank": "left_out"
    },
    "campaign_schedule.end_date": {
      "blank": "left_out"
    },
    "campaign_schedule.schedules[].name": {
      "blank": "refused"
    },
    "campaign_schedule.schedules[].timing.from": {
      "blank": "refused"
    },
    "campaign_schedule.schedules[].timing.to": {
      "blank": "refused"
    },
    "campaign_schedule.schedules[].timezone": {
      "blank": "refused",
      "isTimeZone": true
    },
    "sequences[].steps[].type": {
      "blank": "refused",
      "values": {
        "email": "An email, the only kind of step"
      }
    },
    "sequences[].steps[].delay_unit": {
      "blank": "left_out",
      "values": {
        "minutes": "Minutes",
        "hours": "Hours",
        "days": "Days"
      }
    },
    "sequences[].steps[].pre_delay_unit": {
      "blank": "left_out",
      "values": {
        "minutes": "Minutes",
        "hours": "Hours",
        "days": "Days"
      }
    },
    "sequences[].steps[].variants[].body": {
      "blank": "refused",
      "isHtml": true
    },
    "email_list[]": {
      "blank": "refused"
    }
  },
  "patch_campaign": {
    "campaign_id": {
      "blank": "refused"
    },
    "name": {
      "blank": "refused"
    },
    "campaign_schedule.start_date": {
      "blank": "left_out"
    },
    "campaign_schedule.end_date": {
      "blank": "left_out"
    },
    "campaign_schedule.schedules[].name": {
      "blank": "refused"
    },
    "campaign_schedule.schedules[].timing.from": {
      "blank": "refused"
    },
    "campaign_schedule.schedules[].timing.to": {
      "blank": "refused"
    },
    "campaign_schedule.schedules[].timezone": {
      "blank": "refused",
      "isTimeZone": true
    },
    "sequences[].steps[].type": {
      "blank": "refused",
      "values": {
        "email": "An email, the only kind of step"
      }
    },
    "sequences[].steps[].delay_unit": {
      "blank": "left_out",
      "values": {
        "minutes": "Minutes",
        "hours": "Hours",
        "days": "Days"
      }
    },
    "sequences[].steps[].pre_delay_unit": {
      "blank": "left_out",
      "values": {
        "minutes": "Minutes",
        "hours": "Hours",
        "days": "Days"
      }
    },
    "sequences[].steps[].variants[].body": {
      "blank": "refused",
      "isHtml": true
    },
    "email_list[]": {
      "blank": "refused"
    }
  },
  "activate_campaign": {
    "campaign_id": {
      "blank": "refused"
    }
  },
  "list_emails": {
    "limit": {
      "blank": "left_out"
    },
    "starting_after": {
      "blank": "left_out"
    },
    "search": {
      "blank": "left_out"
    },
    "campaign_id": {
      "blank": "left_out"
    },
    "list_id": {
      "blank": "left_out"
    },
    "i_status": {
      "blank": "left_out",
      "values": {
        "0": "Out of office",
        "1": "Interested",
        "2": "Meeting booked",
        "3": "Meeting completed",
        "4": "Won",
        "-1": "Not interested",
        "-2": "Wrong person",
        "-3": "Lost",
        "-4": "No show"
      }
    },
    "eaccount": {
      "blank": "left_out"
    },
    "lead": {
      "blank": "left_out"
    },
    "is_unread": {
      "blank": "left_out"
    }
  },
  "reply_to_email": {
    "eaccount": {
      "blank": "refused"
    },
    "reply_to_uuid": {
      "blank": "refused"
    },
    "subject": {
      "blank": "refused"
    },
    "body_text": {
      "blank": "left_out"
    },
    "body_html": {
      "blank": "left_out",
      "isHtml": true
    },
    "cc_address_email_list": {
      "blank": "left_out"
    },
    "bcc_address_email_list": {
      "blank": "left_out"
    }
  },
  "list_lead_lists": {
    "limit": {
      "blank": "left_out"
    },
    "starting_after": {
      "blank": "left_out"
    },
    "has_enrichment_task": {
      "blank": "left_out"
    },
    "search": {
      "blank": "left_out"
    }
  },
  "create_lead_list": {
    "name": {
      "blank": "refused"
    },
    "owned_by": {
      "blank": "left_out"
    }
  }
};
