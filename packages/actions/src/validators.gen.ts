// Derived from spec/ (sha256 a8288510a85202a3). Do not edit by hand: change the spec, then run `pnpm generate`.

// @ts-nocheck: compiled by Ajv from the input schemas and bundled; the one export is typed below.
import type { ActionName } from "./action-types.gen.ts";
import type { CompiledValidator } from "./compiled-validator.ts";

var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/.pnpm/ajv@8.20.0/node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/.pnpm/ajv@8.20.0/node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    function ucs2length(str) {
      let len = str.length, length = 0, pos = 0, value;
      for (; pos < len; )
        length++, value = str.charCodeAt(pos++), value >= 55296 && value <= 56319 && pos < len && (value = str.charCodeAt(pos), (value & 64512) === 56320 && pos++);
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var list_leads = validate20, schema31 = { type: "object", properties: { search: { type: "string", description: "Text to look for in first name, last name and e-mail address. The match is fuzzy, so check it." }, filter: { type: "string", description: "One state to filter by. There is no filter by custom interest label. Instantly ignores a value that it does not know and returns an unfiltered page. FILTER_VAL_CONTACTED = Mailed at least once; FILTER_VAL_NOT_CONTACTED = Not mailed yet; FILTER_VAL_COMPLETED = Through with the sequence; FILTER_VAL_UNSUBSCRIBED = Has unsubscribed; FILTER_VAL_ACTIVE = In the middle of the sequence, or about to start it; FILTER_LEAD_INTERESTED = Marked as interested; FILTER_LEAD_NOT_INTERESTED = Marked as not interested; FILTER_LEAD_MEETING_BOOKED = Marked as having booked a meeting; FILTER_LEAD_MEETING_COMPLETED = Marked as having had the meeting; FILTER_LEAD_CLOSED = Marked as won, that is, the deal is closed; FILTER_LEAD_OUT_OF_OFFICE = Marked as out of office; FILTER_LEAD_WRONG_PERSON = Marked as the wrong person to ask; FILTER_LEAD_LOST = Marked as lost; FILTER_LEAD_NO_SHOW = Marked as not having come to the meeting; FILTER_LEAD_CUSTOM_LABEL_POSITIVE = Marked with any custom label that counts as positive; FILTER_LEAD_CUSTOM_LABEL_NEGATIVE = Marked with any custom label that counts as negative; FILTER_VAL_BOUNCED = Mail to the address bounced; FILTER_VAL_SKIPPED = Passed over by the campaign; FILTER_VAL_RISKY = Verification found the address risky; FILTER_VAL_INVALID = Verification found the address invalid; FILTER_VAL_VALID = Verification found the address valid; FILTER_VAL_IN_SUBSEQUENCE = Moved into a subsequence; FILTER_VAL_OPENED_NO_REPLY = Opened mail but never replied; FILTER_VAL_COMPLETED_NO_REPLY = Through with the sequence and never replied; FILTER_VAL_NO_OPENS = Never opened any mail; FILTER_VAL_REPLIED = Has replied; FILTER_VAL_LINK_CLICKED = Followed a link in a mail." }, campaign: { type: "string", description: "Only leads of this campaign. The name is `campaign`; `campaign_id` is ignored here." }, list_id: { type: "string", description: "Only leads of this lead list." }, in_campaign: { type: "boolean", description: "Only leads that are in some campaign, or only those in none." }, in_list: { type: "boolean", description: "Only leads that are in some lead list, or only those in none." }, ids: { type: "array", description: "Only these leads.", items: { type: "string", minLength: 1 } }, excluded_ids: { type: "array", description: "All but these leads.", items: { type: "string", minLength: 1 } }, contacts: { type: "array", description: "Only leads with one of these e-mail addresses.", items: { type: "string", minLength: 1 } }, organization_user_ids: { type: "array", description: "Only leads of these users of the workspace.", items: { type: "string", minLength: 1 } }, smart_view_id: { type: "string", description: "Only leads that a saved smart view shows." }, is_website_visitor: { type: "boolean", description: "Only leads found by the website visitor tracking, or only the others." }, distinct_contacts: { type: "boolean", description: "One row a person instead of one a lead. Order and cursor then go by e-mail address." }, enrichment_status: { type: "integer", description: "Only leads whose enrichment has this result. 11 = Waiting for enrichment; 1 = Enriched; -1 = Nothing was found to enrich it with; -2 = The enrichment failed." }, esg_code: { type: "string", description: "Only leads whose mail is guarded by this e-mail security gateway. 0 = Not looked up yet; 1 = Barracuda; 2 = Mimecast; 3 = Proofpoint; 4 = Cisco; all = Any gateway; none = No gateway." }, limit: { type: "integer", minimum: 1, maximum: 100, description: "How many leads to return, 1 to 100. It belongs in the body, not in the query." }, starting_after: { type: "string", description: "The cursor of the previous page, passed back unchanged: an id, or an e-mail address when `distinct_contacts` is true. It belongs in the body, not in the query." } }, additionalProperties: !1 }, func1 = Object.prototype.hasOwnProperty, func2 = require_ucs2length().default;
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!func1.call(schema31.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.search !== void 0 && typeof data.search != "string") {
      let err1 = { instancePath: instancePath + "/search", schemaPath: "#/properties/search/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.filter !== void 0 && typeof data.filter != "string") {
      let err2 = { instancePath: instancePath + "/filter", schemaPath: "#/properties/filter/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.campaign !== void 0 && typeof data.campaign != "string") {
      let err3 = { instancePath: instancePath + "/campaign", schemaPath: "#/properties/campaign/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.list_id !== void 0 && typeof data.list_id != "string") {
      let err4 = { instancePath: instancePath + "/list_id", schemaPath: "#/properties/list_id/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.in_campaign !== void 0 && typeof data.in_campaign != "boolean") {
      let err5 = { instancePath: instancePath + "/in_campaign", schemaPath: "#/properties/in_campaign/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.in_list !== void 0 && typeof data.in_list != "boolean") {
      let err6 = { instancePath: instancePath + "/in_list", schemaPath: "#/properties/in_list/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.ids !== void 0) {
      let data6 = data.ids;
      if (Array.isArray(data6)) {
        let len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data7 = data6[i0];
          if (typeof data7 == "string") {
            if (func2(data7) < 1) {
              let err7 = { instancePath: instancePath + "/ids/" + i0, schemaPath: "#/properties/ids/items/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
          } else {
            let err8 = { instancePath: instancePath + "/ids/" + i0, schemaPath: "#/properties/ids/items/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
      } else {
        let err9 = { instancePath: instancePath + "/ids", schemaPath: "#/properties/ids/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.excluded_ids !== void 0) {
      let data8 = data.excluded_ids;
      if (Array.isArray(data8)) {
        let len1 = data8.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data9 = data8[i1];
          if (typeof data9 == "string") {
            if (func2(data9) < 1) {
              let err10 = { instancePath: instancePath + "/excluded_ids/" + i1, schemaPath: "#/properties/excluded_ids/items/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
          } else {
            let err11 = { instancePath: instancePath + "/excluded_ids/" + i1, schemaPath: "#/properties/excluded_ids/items/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
      } else {
        let err12 = { instancePath: instancePath + "/excluded_ids", schemaPath: "#/properties/excluded_ids/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.contacts !== void 0) {
      let data10 = data.contacts;
      if (Array.isArray(data10)) {
        let len2 = data10.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data11 = data10[i2];
          if (typeof data11 == "string") {
            if (func2(data11) < 1) {
              let err13 = { instancePath: instancePath + "/contacts/" + i2, schemaPath: "#/properties/contacts/items/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
          } else {
            let err14 = { instancePath: instancePath + "/contacts/" + i2, schemaPath: "#/properties/contacts/items/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        }
      } else {
        let err15 = { instancePath: instancePath + "/contacts", schemaPath: "#/properties/contacts/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    if (data.organization_user_ids !== void 0) {
      let data12 = data.organization_user_ids;
      if (Array.isArray(data12)) {
        let len3 = data12.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data13 = data12[i3];
          if (typeof data13 == "string") {
            if (func2(data13) < 1) {
              let err16 = { instancePath: instancePath + "/organization_user_ids/" + i3, schemaPath: "#/properties/organization_user_ids/items/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
            }
          } else {
            let err17 = { instancePath: instancePath + "/organization_user_ids/" + i3, schemaPath: "#/properties/organization_user_ids/items/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
        }
      } else {
        let err18 = { instancePath: instancePath + "/organization_user_ids", schemaPath: "#/properties/organization_user_ids/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.smart_view_id !== void 0 && typeof data.smart_view_id != "string") {
      let err19 = { instancePath: instancePath + "/smart_view_id", schemaPath: "#/properties/smart_view_id/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
    }
    if (data.is_website_visitor !== void 0 && typeof data.is_website_visitor != "boolean") {
      let err20 = { instancePath: instancePath + "/is_website_visitor", schemaPath: "#/properties/is_website_visitor/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
    }
    if (data.distinct_contacts !== void 0 && typeof data.distinct_contacts != "boolean") {
      let err21 = { instancePath: instancePath + "/distinct_contacts", schemaPath: "#/properties/distinct_contacts/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
    }
    if (data.enrichment_status !== void 0) {
      let data17 = data.enrichment_status;
      if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
        let err22 = { instancePath: instancePath + "/enrichment_status", schemaPath: "#/properties/enrichment_status/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
    if (data.esg_code !== void 0 && typeof data.esg_code != "string") {
      let err23 = { instancePath: instancePath + "/esg_code", schemaPath: "#/properties/esg_code/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
    }
    if (data.limit !== void 0) {
      let data19 = data.limit;
      if (!(typeof data19 == "number" && !(data19 % 1) && !isNaN(data19) && isFinite(data19))) {
        let err24 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
      if (typeof data19 == "number" && isFinite(data19)) {
        if (data19 > 100 || isNaN(data19)) {
          let err25 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 } };
          vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
        }
        if (data19 < 1 || isNaN(data19)) {
          let err26 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
        }
      }
    }
    if (data.starting_after !== void 0 && typeof data.starting_after != "string") {
      let err27 = { instancePath: instancePath + "/starting_after", schemaPath: "#/properties/starting_after/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
    }
  } else {
    let err28 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
  }
  return validate20.errors = vErrors, errors === 0;
}
validate20.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var get_lead = validate21;
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.lead_id === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "lead_id" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (key0 !== "lead_id") {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.lead_id !== void 0) {
      let data0 = data.lead_id;
      if (typeof data0 == "string") {
        if (func2(data0) < 1) {
          let err2 = { instancePath: instancePath + "/lead_id", schemaPath: "#/properties/lead_id/minLength", keyword: "minLength", params: { limit: 1 } };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/lead_id", schemaPath: "#/properties/lead_id/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
  } else {
    let err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
validate21.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var create_lead = validate22, schema33 = { type: "object", properties: { campaign: { type: "string", description: "The campaign to put the lead into. The name is `campaign`; `campaign_id` is ignored." }, list_id: { type: "string", description: "The lead list to put the lead into." }, email: { type: "string", description: "The e-mail address; needed in a campaign." }, first_name: { type: "string", description: "The given name." }, last_name: { type: "string", description: "The family name." }, company_name: { type: "string", description: "The company the person works for." }, job_title: { type: "string", description: "What the person does there." }, phone: { type: "string", description: "A telephone number, as free text." }, website: { type: "string", description: "The web site of the person or company." }, personalization: { type: "string", description: "A sentence written for this person, for use in the mails." }, lt_interest_status: { type: "integer", description: "How interested the lead is. Absent for a plain lead; custom labels of the workspace add further numbers. 4 = Won; 3 = Meeting completed; 2 = Meeting booked; 1 = Interested; 0 = Out of office; -1 = Not interested; -2 = Wrong person; -3 = Lost; -4 = No show." }, pl_value_lead: { type: "string", description: "What winning the lead could be worth, as free text." }, assigned_to: { type: "string", description: "The user who is to look after the lead." }, skip_if_in_workspace: { type: "boolean", description: "Do nothing if the workspace has a lead with this address anywhere." }, skip_if_in_campaign: { type: "boolean", description: "Do nothing if the campaign has a lead with this address. The answer may then lack the lead's id." }, skip_if_in_list: { type: "boolean", description: "Do nothing if the lead list has a lead with this address." }, blocklist_id: { type: "string", description: "A blocklist to hold the lead against." }, verify_leads_for_lead_finder: { type: "boolean", description: "Verify the address in the way of the lead finder." }, verify_leads_on_import: { type: "boolean", description: "Verify the address in the background after the lead is stored. Costs credits." }, custom_variables: { type: "object", description: "Anything else about the lead, for use as merge tags in the mails. They come back in the `payload` of the lead, and their names are added to the variables of the campaign. Values are plain: no objects, no arrays.", additionalProperties: { type: ["string", "number", "boolean", "null"] } } }, additionalProperties: !1 };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!func1.call(schema33.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.campaign !== void 0 && typeof data.campaign != "string") {
      let err1 = { instancePath: instancePath + "/campaign", schemaPath: "#/properties/campaign/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.list_id !== void 0 && typeof data.list_id != "string") {
      let err2 = { instancePath: instancePath + "/list_id", schemaPath: "#/properties/list_id/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.email !== void 0 && typeof data.email != "string") {
      let err3 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.first_name !== void 0 && typeof data.first_name != "string") {
      let err4 = { instancePath: instancePath + "/first_name", schemaPath: "#/properties/first_name/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.last_name !== void 0 && typeof data.last_name != "string") {
      let err5 = { instancePath: instancePath + "/last_name", schemaPath: "#/properties/last_name/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.company_name !== void 0 && typeof data.company_name != "string") {
      let err6 = { instancePath: instancePath + "/company_name", schemaPath: "#/properties/company_name/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.job_title !== void 0 && typeof data.job_title != "string") {
      let err7 = { instancePath: instancePath + "/job_title", schemaPath: "#/properties/job_title/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.phone !== void 0 && typeof data.phone != "string") {
      let err8 = { instancePath: instancePath + "/phone", schemaPath: "#/properties/phone/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.website !== void 0 && typeof data.website != "string") {
      let err9 = { instancePath: instancePath + "/website", schemaPath: "#/properties/website/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.personalization !== void 0 && typeof data.personalization != "string") {
      let err10 = { instancePath: instancePath + "/personalization", schemaPath: "#/properties/personalization/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.lt_interest_status !== void 0) {
      let data10 = data.lt_interest_status;
      if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
        let err11 = { instancePath: instancePath + "/lt_interest_status", schemaPath: "#/properties/lt_interest_status/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.pl_value_lead !== void 0 && typeof data.pl_value_lead != "string") {
      let err12 = { instancePath: instancePath + "/pl_value_lead", schemaPath: "#/properties/pl_value_lead/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
    if (data.assigned_to !== void 0 && typeof data.assigned_to != "string") {
      let err13 = { instancePath: instancePath + "/assigned_to", schemaPath: "#/properties/assigned_to/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
    }
    if (data.skip_if_in_workspace !== void 0 && typeof data.skip_if_in_workspace != "boolean") {
      let err14 = { instancePath: instancePath + "/skip_if_in_workspace", schemaPath: "#/properties/skip_if_in_workspace/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
    if (data.skip_if_in_campaign !== void 0 && typeof data.skip_if_in_campaign != "boolean") {
      let err15 = { instancePath: instancePath + "/skip_if_in_campaign", schemaPath: "#/properties/skip_if_in_campaign/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
    if (data.skip_if_in_list !== void 0 && typeof data.skip_if_in_list != "boolean") {
      let err16 = { instancePath: instancePath + "/skip_if_in_list", schemaPath: "#/properties/skip_if_in_list/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
    }
    if (data.blocklist_id !== void 0 && typeof data.blocklist_id != "string") {
      let err17 = { instancePath: instancePath + "/blocklist_id", schemaPath: "#/properties/blocklist_id/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
    }
    if (data.verify_leads_for_lead_finder !== void 0 && typeof data.verify_leads_for_lead_finder != "boolean") {
      let err18 = { instancePath: instancePath + "/verify_leads_for_lead_finder", schemaPath: "#/properties/verify_leads_for_lead_finder/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
    }
    if (data.verify_leads_on_import !== void 0 && typeof data.verify_leads_on_import != "boolean") {
      let err19 = { instancePath: instancePath + "/verify_leads_on_import", schemaPath: "#/properties/verify_leads_on_import/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
    }
    if (data.custom_variables !== void 0) {
      let data19 = data.custom_variables;
      if (data19 && typeof data19 == "object" && !Array.isArray(data19))
        for (let key1 in data19) {
          let data20 = data19[key1];
          if (typeof data20 != "string" && !(typeof data20 == "number" && isFinite(data20)) && typeof data20 != "boolean" && data20 !== null) {
            let err20 = { instancePath: instancePath + "/custom_variables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/custom_variables/additionalProperties/type", keyword: "type", params: { type: schema33.properties.custom_variables.additionalProperties.type } };
            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
          }
        }
      else {
        let err21 = { instancePath: instancePath + "/custom_variables", schemaPath: "#/properties/custom_variables/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
  } else {
    let err22 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
  }
  return validate22.errors = vErrors, errors === 0;
}
validate22.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var delete_leads = validate23;
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "campaign_id" || key0 === "list_id" || key0 === "status" || key0 === "ids" || key0 === "limit")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.campaign_id !== void 0 && typeof data.campaign_id != "string") {
      let err1 = { instancePath: instancePath + "/campaign_id", schemaPath: "#/properties/campaign_id/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.list_id !== void 0 && typeof data.list_id != "string") {
      let err2 = { instancePath: instancePath + "/list_id", schemaPath: "#/properties/list_id/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.status !== void 0) {
      let data2 = data.status;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        let err3 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.ids !== void 0) {
      let data3 = data.ids;
      if (Array.isArray(data3)) {
        let len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 == "string") {
            if (func2(data4) < 1) {
              let err4 = { instancePath: instancePath + "/ids/" + i0, schemaPath: "#/properties/ids/items/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
          } else {
            let err5 = { instancePath: instancePath + "/ids/" + i0, schemaPath: "#/properties/ids/items/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        }
      } else {
        let err6 = { instancePath: instancePath + "/ids", schemaPath: "#/properties/ids/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.limit !== void 0) {
      let data5 = data.limit;
      if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
        let err7 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 1e4 || isNaN(data5)) {
          let err8 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 } };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data5 < 1 || isNaN(data5)) {
          let err9 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      }
    }
  } else {
    let err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  return validate23.errors = vErrors, errors === 0;
}
validate23.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var update_lead_interest_status = validate24;
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.lead_email === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "lead_email" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "lead_email" || key0 === "interest_value" || key0 === "campaign_id" || key0 === "list_id" || key0 === "ai_interest_value" || key0 === "disable_auto_interest")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.lead_email !== void 0) {
      let data0 = data.lead_email;
      if (typeof data0 == "string") {
        if (func2(data0) < 1) {
          let err2 = { instancePath: instancePath + "/lead_email", schemaPath: "#/properties/lead_email/minLength", keyword: "minLength", params: { limit: 1 } };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/lead_email", schemaPath: "#/properties/lead_email/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.interest_value !== void 0) {
      let data1 = data.interest_value;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        let err4 = { instancePath: instancePath + "/interest_value", schemaPath: "#/properties/interest_value/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.campaign_id !== void 0 && typeof data.campaign_id != "string") {
      let err5 = { instancePath: instancePath + "/campaign_id", schemaPath: "#/properties/campaign_id/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.list_id !== void 0 && typeof data.list_id != "string") {
      let err6 = { instancePath: instancePath + "/list_id", schemaPath: "#/properties/list_id/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.ai_interest_value !== void 0) {
      let data4 = data.ai_interest_value;
      if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
        let err7 = { instancePath: instancePath + "/ai_interest_value", schemaPath: "#/properties/ai_interest_value/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.disable_auto_interest !== void 0 && typeof data.disable_auto_interest != "boolean") {
      let err8 = { instancePath: instancePath + "/disable_auto_interest", schemaPath: "#/properties/disable_auto_interest/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
  } else {
    let err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate24.errors = vErrors, errors === 0;
}
validate24.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var list_campaigns = validate25;
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "limit" || key0 === "starting_after" || key0 === "search" || key0 === "tag_ids" || key0 === "ai_sales_agent_id" || key0 === "status")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.limit !== void 0) {
      let data0 = data.limit;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        let err1 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 100 || isNaN(data0)) {
          let err2 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 } };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          let err3 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      }
    }
    if (data.starting_after !== void 0 && typeof data.starting_after != "string") {
      let err4 = { instancePath: instancePath + "/starting_after", schemaPath: "#/properties/starting_after/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.search !== void 0 && typeof data.search != "string") {
      let err5 = { instancePath: instancePath + "/search", schemaPath: "#/properties/search/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.tag_ids !== void 0 && typeof data.tag_ids != "string") {
      let err6 = { instancePath: instancePath + "/tag_ids", schemaPath: "#/properties/tag_ids/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.ai_sales_agent_id !== void 0 && typeof data.ai_sales_agent_id != "string") {
      let err7 = { instancePath: instancePath + "/ai_sales_agent_id", schemaPath: "#/properties/ai_sales_agent_id/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.status !== void 0) {
      let data5 = data.status;
      if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
        let err8 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
  } else {
    let err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate25.errors = vErrors, errors === 0;
}
validate25.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var create_campaign = validate26, schema37 = { type: "object", properties: { name: { type: "string", description: "The name shown in the app.", minLength: 1 }, campaign_schedule: { type: "object", description: "When a campaign may send. A patch replaces the whole object, so it has to carry every window that is to remain.", properties: { start_date: { type: "string", description: "The first day of sending, in the time zone of the campaign. Sends from activation on if left out." }, end_date: { type: "string", description: "The last day of sending, in the time zone of the campaign. No end if left out." }, schedules: { type: "array", minItems: 1, description: "The windows of the week in which e-mails go out. At least one.", items: { type: "object", description: "Hours of the day, on some days of the week, in one time zone.", properties: { name: { type: "string", description: "A name for the window, shown in the app.", minLength: 1 }, timing: { type: "object", description: "The hours of the day. Nothing published forbids a `to` before the `from`; do not rely on it.", properties: { from: { type: "string", pattern: "^([01][0-9]|2[0-3]):([0-5][0-9])$", description: "When the window opens, HH:MM of the 24-hour clock." }, to: { type: "string", pattern: "^([01][0-9]|2[0-3]):([0-5][0-9])$", description: "When the window closes, HH:MM of the 24-hour clock." } }, additionalProperties: !1, required: ["from", "to"] }, days: { type: "object", minProperties: 1, description: 'The days of the week as an object, not an array: the keys are "0" (Sunday) to "6" (Saturday), and true means that the window is open on that day. Read back with just the keys that were sent.', properties: { 0: { type: "boolean", description: "Sunday." }, 1: { type: "boolean", description: "Monday." }, 2: { type: "boolean", description: "Tuesday." }, 3: { type: "boolean", description: "Wednesday." }, 4: { type: "boolean", description: "Thursday." }, 5: { type: "boolean", description: "Friday." }, 6: { type: "boolean", description: "Saturday." } }, additionalProperties: !1 }, timezone: { type: "string", enum: ["Africa/Abidjan", "Africa/Addis_Ababa", "Africa/Algiers", "Africa/Blantyre", "Africa/Cairo", "Africa/Casablanca", "Africa/Ceuta", "Africa/Tripoli", "Africa/Windhoek", "America/Anchorage", "America/Anguilla", "America/Bahia_Banderas", "America/Belize", "America/Boise", "America/Chicago", "America/Chihuahua", "America/Creston", "America/Danmarkshavn", "America/Dawson", "America/Detroit", "America/Glace_Bay", "America/Godthab", "America/Indiana/Marengo", "America/Regina", "America/Scoresbysund", "America/St_Johns", "America/Araguaina", "America/Argentina/La_Rioja", "America/Asuncion", "America/Bahia", "America/Bogota", "America/Campo_Grande", "America/Caracas", "America/Montevideo", "America/Noronha", "America/Santiago", "America/Sao_Paulo", "Antarctica/Davis", "Antarctica/DumontDUrville", "Antarctica/Macquarie", "Antarctica/Mawson", "Antarctica/Vostok", "Arctic/Longyearbyen", "Asia/Aden", "Asia/Amman", "Asia/Anadyr", "Asia/Baghdad", "Asia/Baku", "Asia/Beirut", "Asia/Brunei", "Asia/Chita", "Asia/Choibalsan", "Asia/Colombo", "Asia/Damascus", "Asia/Dhaka", "Asia/Dili", "Asia/Dubai", "Asia/Hong_Kong", "Asia/Irkutsk", "Asia/Jerusalem", "Asia/Kabul", "Asia/Kamchatka", "Asia/Karachi", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Krasnoyarsk", "Asia/Nicosia", "Asia/Novokuznetsk", "Asia/Pyongyang", "Asia/Rangoon", "Asia/Sakhalin", "Asia/Taipei", "Asia/Tbilisi", "Asia/Tehran", "Asia/Yekaterinburg", "Asia/Yerevan", "Atlantic/Canary", "Atlantic/Cape_Verde", "Australia/Adelaide", "Australia/Brisbane", "Australia/Currie", "Australia/Darwin", "Australia/Melbourne", "Australia/Perth", "Europe/Astrakhan", "Europe/Belgrade", "Europe/Bucharest", "Europe/Helsinki", "Europe/Isle_of_Man", "Europe/Istanbul", "Europe/Kaliningrad", "Europe/Kirov", "Europe/Sarajevo", "Indian/Mahe", "Pacific/Apia", "Pacific/Auckland", "Pacific/Fiji", "Etc/GMT+12", "Etc/GMT+11", "Etc/GMT+10", "Etc/GMT-12", "Etc/GMT-13"], description: "An IANA zone out of a closed list, in which many everyday zones are missing. For America/New_York give America/Detroit, for Europe/London Europe/Isle_of_Man, for Europe/Berlin Europe/Belgrade, for UTC Africa/Abidjan." } }, additionalProperties: !1, required: ["name", "timing", "days", "timezone"] } } }, additionalProperties: !1, required: ["schedules"] }, sequences: { type: "array", description: "The e-mails. An array, but only its first element is used: put every step there. A step's `delay` is the wait before the NEXT step.", items: { type: "object", description: "The e-mails of a campaign, in order.", properties: { steps: { type: "array", description: "The e-mails, from the first to the last.", items: { type: "object", description: "One e-mail of a sequence. Its `delay` is the wait after it, before the NEXT step: to send the second e-mail three days after the first, put 3 on the first step. The last step's delay has nothing to wait for; give it 0.", properties: { type: { type: "string", enum: ["email"], description: "The kind of step." }, delay: { type: "number", description: "The wait between this step and the NEXT one, in `delay_unit`. Not the wait before this step." }, delay_unit: { type: "string", enum: ["minutes", "hours", "days"], description: "The unit of `delay`." }, pre_delay: { type: "number", description: "The wait before the first e-mail of a subsequence, in `pre_delay_unit`. A campaign ignores it." }, pre_delay_unit: { type: "string", enum: ["minutes", "hours", "days"], description: "The unit of `pre_delay`. A campaign ignores it." }, variants: { type: "array", description: "The wordings of this step. Each lead gets one of those that are enabled; one is enough.", items: { type: "object", description: "One wording of a step. Subject and body take merge tags such as `{{firstName}}`, `{{lastName}}`, `{{companyName}}` and the names of the leads' custom variables; the spelling of a tag is case sensitive.", properties: { subject: { type: "string", description: "The subject. Empty on a later step makes it a follow-up in the thread of the step before." }, body: { type: "string", description: "The text, as HTML with `<br/>` for a line break. Users report that other markup is changed when it is stored, so read it back before you activate.", minLength: 1 }, v_disabled: { type: "boolean", description: "Whether the variant is switched off. Enabled if left out." } }, additionalProperties: !1, required: ["subject", "body"] } } }, additionalProperties: !1, required: ["type", "delay", "variants"] } } }, additionalProperties: !1, required: ["steps"] } }, email_list: { type: "array", description: "The connected accounts that are to send, by their addresses. One the workspace does not have is refused with a 400. There is no `account_ids`; that name is ignored.", items: { type: "string", minLength: 1 } }, daily_limit: { type: "integer", description: "The most e-mails the campaign sends a day." }, daily_max_leads: { type: "integer", minimum: 0, description: "The most leads that are written to for the first time on one day." }, open_tracking: { type: "boolean", description: "Whether opens are counted. Unlike the other switches it takes no null." }, stop_on_reply: { type: "boolean", description: "Whether a lead who replies gets no further e-mail." }, link_tracking: { type: "boolean", description: "Whether clicks on links are counted." }, text_only: { type: "boolean", description: "Whether every e-mail goes out as plain text." }, email_gap: { type: "integer", description: "Minutes between one e-mail and the next." }, pl_value: { type: "number", description: "What one positive lead is worth." } }, required: ["name", "campaign_schedule"], additionalProperties: !1 }, pattern4 = new RegExp("^([01][0-9]|2[0-3]):([0-5][0-9])$", "u");
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.campaign_schedule === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "campaign_schedule" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema37.properties, key0)) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 == "string") {
        if (func2(data0) < 1) {
          let err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        let err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.campaign_schedule !== void 0) {
      let data1 = data.campaign_schedule;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.schedules === void 0) {
          let err5 = { instancePath: instancePath + "/campaign_schedule", schemaPath: "#/properties/campaign_schedule/required", keyword: "required", params: { missingProperty: "schedules" } };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        for (let key1 in data1)
          if (!(key1 === "start_date" || key1 === "end_date" || key1 === "schedules")) {
            let err6 = { instancePath: instancePath + "/campaign_schedule", schemaPath: "#/properties/campaign_schedule/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        if (data1.start_date !== void 0 && typeof data1.start_date != "string") {
          let err7 = { instancePath: instancePath + "/campaign_schedule/start_date", schemaPath: "#/properties/campaign_schedule/properties/start_date/type", keyword: "type", params: { type: "string" } };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data1.end_date !== void 0 && typeof data1.end_date != "string") {
          let err8 = { instancePath: instancePath + "/campaign_schedule/end_date", schemaPath: "#/properties/campaign_schedule/properties/end_date/type", keyword: "type", params: { type: "string" } };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data1.schedules !== void 0) {
          let data4 = data1.schedules;
          if (Array.isArray(data4)) {
            if (data4.length < 1) {
              let err9 = { instancePath: instancePath + "/campaign_schedule/schedules", schemaPath: "#/properties/campaign_schedule/properties/schedules/minItems", keyword: "minItems", params: { limit: 1 } };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
            let len0 = data4.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data5 = data4[i0];
              if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
                if (data5.name === void 0) {
                  let err10 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0, schemaPath: "#/properties/campaign_schedule/properties/schedules/items/required", keyword: "required", params: { missingProperty: "name" } };
                  vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
                }
                if (data5.timing === void 0) {
                  let err11 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0, schemaPath: "#/properties/campaign_schedule/properties/schedules/items/required", keyword: "required", params: { missingProperty: "timing" } };
                  vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
                }
                if (data5.days === void 0) {
                  let err12 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0, schemaPath: "#/properties/campaign_schedule/properties/schedules/items/required", keyword: "required", params: { missingProperty: "days" } };
                  vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
                }
                if (data5.timezone === void 0) {
                  let err13 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0, schemaPath: "#/properties/campaign_schedule/properties/schedules/items/required", keyword: "required", params: { missingProperty: "timezone" } };
                  vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
                }
                for (let key2 in data5)
                  if (!(key2 === "name" || key2 === "timing" || key2 === "days" || key2 === "timezone")) {
                    let err14 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0, schemaPath: "#/properties/campaign_schedule/properties/schedules/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
                    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
                  }
                if (data5.name !== void 0) {
                  let data6 = data5.name;
                  if (typeof data6 == "string") {
                    if (func2(data6) < 1) {
                      let err15 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/name", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
                    }
                  } else {
                    let err16 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/name", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/name/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
                  }
                }
                if (data5.timing !== void 0) {
                  let data7 = data5.timing;
                  if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                    if (data7.from === void 0) {
                      let err17 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timing", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timing/required", keyword: "required", params: { missingProperty: "from" } };
                      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
                    }
                    if (data7.to === void 0) {
                      let err18 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timing", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timing/required", keyword: "required", params: { missingProperty: "to" } };
                      vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
                    }
                    for (let key3 in data7)
                      if (!(key3 === "from" || key3 === "to")) {
                        let err19 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timing", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timing/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
                        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
                      }
                    if (data7.from !== void 0) {
                      let data8 = data7.from;
                      if (typeof data8 == "string") {
                        if (!pattern4.test(data8)) {
                          let err20 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timing/from", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timing/properties/from/pattern", keyword: "pattern", params: { pattern: "^([01][0-9]|2[0-3]):([0-5][0-9])$" } };
                          vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
                        }
                      } else {
                        let err21 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timing/from", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timing/properties/from/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
                      }
                    }
                    if (data7.to !== void 0) {
                      let data9 = data7.to;
                      if (typeof data9 == "string") {
                        if (!pattern4.test(data9)) {
                          let err22 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timing/to", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timing/properties/to/pattern", keyword: "pattern", params: { pattern: "^([01][0-9]|2[0-3]):([0-5][0-9])$" } };
                          vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
                        }
                      } else {
                        let err23 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timing/to", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timing/properties/to/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
                      }
                    }
                  } else {
                    let err24 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timing", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timing/type", keyword: "type", params: { type: "object" } };
                    vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
                  }
                }
                if (data5.days !== void 0) {
                  let data10 = data5.days;
                  if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                    if (Object.keys(data10).length < 1) {
                      let err25 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/minProperties", keyword: "minProperties", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
                    }
                    for (let key4 in data10)
                      if (!(key4 === "0" || key4 === "1" || key4 === "2" || key4 === "3" || key4 === "4" || key4 === "5" || key4 === "6")) {
                        let err26 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
                        vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
                      }
                    if (data10[0] !== void 0 && typeof data10[0] != "boolean") {
                      let err27 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days/0", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/properties/0/type", keyword: "type", params: { type: "boolean" } };
                      vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
                    }
                    if (data10[1] !== void 0 && typeof data10[1] != "boolean") {
                      let err28 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days/1", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/properties/1/type", keyword: "type", params: { type: "boolean" } };
                      vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
                    }
                    if (data10[2] !== void 0 && typeof data10[2] != "boolean") {
                      let err29 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days/2", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/properties/2/type", keyword: "type", params: { type: "boolean" } };
                      vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
                    }
                    if (data10[3] !== void 0 && typeof data10[3] != "boolean") {
                      let err30 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days/3", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/properties/3/type", keyword: "type", params: { type: "boolean" } };
                      vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
                    }
                    if (data10[4] !== void 0 && typeof data10[4] != "boolean") {
                      let err31 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days/4", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/properties/4/type", keyword: "type", params: { type: "boolean" } };
                      vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
                    }
                    if (data10[5] !== void 0 && typeof data10[5] != "boolean") {
                      let err32 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days/5", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/properties/5/type", keyword: "type", params: { type: "boolean" } };
                      vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
                    }
                    if (data10[6] !== void 0 && typeof data10[6] != "boolean") {
                      let err33 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days/6", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/properties/6/type", keyword: "type", params: { type: "boolean" } };
                      vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
                    }
                  } else {
                    let err34 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/type", keyword: "type", params: { type: "object" } };
                    vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
                  }
                }
                if (data5.timezone !== void 0) {
                  let data18 = data5.timezone;
                  if (typeof data18 != "string") {
                    let err35 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timezone", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timezone/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
                  }
                  if (!(data18 === "Africa/Abidjan" || data18 === "Africa/Addis_Ababa" || data18 === "Africa/Algiers" || data18 === "Africa/Blantyre" || data18 === "Africa/Cairo" || data18 === "Africa/Casablanca" || data18 === "Africa/Ceuta" || data18 === "Africa/Tripoli" || data18 === "Africa/Windhoek" || data18 === "America/Anchorage" || data18 === "America/Anguilla" || data18 === "America/Bahia_Banderas" || data18 === "America/Belize" || data18 === "America/Boise" || data18 === "America/Chicago" || data18 === "America/Chihuahua" || data18 === "America/Creston" || data18 === "America/Danmarkshavn" || data18 === "America/Dawson" || data18 === "America/Detroit" || data18 === "America/Glace_Bay" || data18 === "America/Godthab" || data18 === "America/Indiana/Marengo" || data18 === "America/Regina" || data18 === "America/Scoresbysund" || data18 === "America/St_Johns" || data18 === "America/Araguaina" || data18 === "America/Argentina/La_Rioja" || data18 === "America/Asuncion" || data18 === "America/Bahia" || data18 === "America/Bogota" || data18 === "America/Campo_Grande" || data18 === "America/Caracas" || data18 === "America/Montevideo" || data18 === "America/Noronha" || data18 === "America/Santiago" || data18 === "America/Sao_Paulo" || data18 === "Antarctica/Davis" || data18 === "Antarctica/DumontDUrville" || data18 === "Antarctica/Macquarie" || data18 === "Antarctica/Mawson" || data18 === "Antarctica/Vostok" || data18 === "Arctic/Longyearbyen" || data18 === "Asia/Aden" || data18 === "Asia/Amman" || data18 === "Asia/Anadyr" || data18 === "Asia/Baghdad" || data18 === "Asia/Baku" || data18 === "Asia/Beirut" || data18 === "Asia/Brunei" || data18 === "Asia/Chita" || data18 === "Asia/Choibalsan" || data18 === "Asia/Colombo" || data18 === "Asia/Damascus" || data18 === "Asia/Dhaka" || data18 === "Asia/Dili" || data18 === "Asia/Dubai" || data18 === "Asia/Hong_Kong" || data18 === "Asia/Irkutsk" || data18 === "Asia/Jerusalem" || data18 === "Asia/Kabul" || data18 === "Asia/Kamchatka" || data18 === "Asia/Karachi" || data18 === "Asia/Kathmandu" || data18 === "Asia/Kolkata" || data18 === "Asia/Krasnoyarsk" || data18 === "Asia/Nicosia" || data18 === "Asia/Novokuznetsk" || data18 === "Asia/Pyongyang" || data18 === "Asia/Rangoon" || data18 === "Asia/Sakhalin" || data18 === "Asia/Taipei" || data18 === "Asia/Tbilisi" || data18 === "Asia/Tehran" || data18 === "Asia/Yekaterinburg" || data18 === "Asia/Yerevan" || data18 === "Atlantic/Canary" || data18 === "Atlantic/Cape_Verde" || data18 === "Australia/Adelaide" || data18 === "Australia/Brisbane" || data18 === "Australia/Currie" || data18 === "Australia/Darwin" || data18 === "Australia/Melbourne" || data18 === "Australia/Perth" || data18 === "Europe/Astrakhan" || data18 === "Europe/Belgrade" || data18 === "Europe/Bucharest" || data18 === "Europe/Helsinki" || data18 === "Europe/Isle_of_Man" || data18 === "Europe/Istanbul" || data18 === "Europe/Kaliningrad" || data18 === "Europe/Kirov" || data18 === "Europe/Sarajevo" || data18 === "Indian/Mahe" || data18 === "Pacific/Apia" || data18 === "Pacific/Auckland" || data18 === "Pacific/Fiji" || data18 === "Etc/GMT+12" || data18 === "Etc/GMT+11" || data18 === "Etc/GMT+10" || data18 === "Etc/GMT-12" || data18 === "Etc/GMT-13")) {
                    let err36 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timezone", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timezone/enum", keyword: "enum", params: { allowedValues: schema37.properties.campaign_schedule.properties.schedules.items.properties.timezone.enum } };
                    vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
                  }
                }
              } else {
                let err37 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0, schemaPath: "#/properties/campaign_schedule/properties/schedules/items/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
              }
            }
          } else {
            let err38 = { instancePath: instancePath + "/campaign_schedule/schedules", schemaPath: "#/properties/campaign_schedule/properties/schedules/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
          }
        }
      } else {
        let err39 = { instancePath: instancePath + "/campaign_schedule", schemaPath: "#/properties/campaign_schedule/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
      }
    }
    if (data.sequences !== void 0) {
      let data19 = data.sequences;
      if (Array.isArray(data19)) {
        let len1 = data19.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data20 = data19[i1];
          if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
            if (data20.steps === void 0) {
              let err40 = { instancePath: instancePath + "/sequences/" + i1, schemaPath: "#/properties/sequences/items/required", keyword: "required", params: { missingProperty: "steps" } };
              vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
            }
            for (let key5 in data20)
              if (key5 !== "steps") {
                let err41 = { instancePath: instancePath + "/sequences/" + i1, schemaPath: "#/properties/sequences/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
                vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
              }
            if (data20.steps !== void 0) {
              let data21 = data20.steps;
              if (Array.isArray(data21)) {
                let len2 = data21.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  let data22 = data21[i2];
                  if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
                    if (data22.type === void 0) {
                      let err42 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2, schemaPath: "#/properties/sequences/items/properties/steps/items/required", keyword: "required", params: { missingProperty: "type" } };
                      vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
                    }
                    if (data22.delay === void 0) {
                      let err43 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2, schemaPath: "#/properties/sequences/items/properties/steps/items/required", keyword: "required", params: { missingProperty: "delay" } };
                      vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
                    }
                    if (data22.variants === void 0) {
                      let err44 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2, schemaPath: "#/properties/sequences/items/properties/steps/items/required", keyword: "required", params: { missingProperty: "variants" } };
                      vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
                    }
                    for (let key6 in data22)
                      if (!(key6 === "type" || key6 === "delay" || key6 === "delay_unit" || key6 === "pre_delay" || key6 === "pre_delay_unit" || key6 === "variants")) {
                        let err45 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2, schemaPath: "#/properties/sequences/items/properties/steps/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 } };
                        vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
                      }
                    if (data22.type !== void 0) {
                      let data23 = data22.type;
                      if (typeof data23 != "string") {
                        let err46 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/type", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/type/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
                      }
                      if (data23 !== "email") {
                        let err47 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/type", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/type/enum", keyword: "enum", params: { allowedValues: schema37.properties.sequences.items.properties.steps.items.properties.type.enum } };
                        vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
                      }
                    }
                    if (data22.delay !== void 0) {
                      let data24 = data22.delay;
                      if (!(typeof data24 == "number" && isFinite(data24))) {
                        let err48 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/delay", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/delay/type", keyword: "type", params: { type: "number" } };
                        vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
                      }
                    }
                    if (data22.delay_unit !== void 0) {
                      let data25 = data22.delay_unit;
                      if (typeof data25 != "string") {
                        let err49 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/delay_unit", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/delay_unit/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
                      }
                      if (!(data25 === "minutes" || data25 === "hours" || data25 === "days")) {
                        let err50 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/delay_unit", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/delay_unit/enum", keyword: "enum", params: { allowedValues: schema37.properties.sequences.items.properties.steps.items.properties.delay_unit.enum } };
                        vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
                      }
                    }
                    if (data22.pre_delay !== void 0) {
                      let data26 = data22.pre_delay;
                      if (!(typeof data26 == "number" && isFinite(data26))) {
                        let err51 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/pre_delay", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/pre_delay/type", keyword: "type", params: { type: "number" } };
                        vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
                      }
                    }
                    if (data22.pre_delay_unit !== void 0) {
                      let data27 = data22.pre_delay_unit;
                      if (typeof data27 != "string") {
                        let err52 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/pre_delay_unit", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/pre_delay_unit/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
                      }
                      if (!(data27 === "minutes" || data27 === "hours" || data27 === "days")) {
                        let err53 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/pre_delay_unit", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/pre_delay_unit/enum", keyword: "enum", params: { allowedValues: schema37.properties.sequences.items.properties.steps.items.properties.pre_delay_unit.enum } };
                        vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
                      }
                    }
                    if (data22.variants !== void 0) {
                      let data28 = data22.variants;
                      if (Array.isArray(data28)) {
                        let len3 = data28.length;
                        for (let i3 = 0; i3 < len3; i3++) {
                          let data29 = data28[i3];
                          if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
                            if (data29.subject === void 0) {
                              let err54 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants/" + i3, schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/items/required", keyword: "required", params: { missingProperty: "subject" } };
                              vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
                            }
                            if (data29.body === void 0) {
                              let err55 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants/" + i3, schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/items/required", keyword: "required", params: { missingProperty: "body" } };
                              vErrors === null ? vErrors = [err55] : vErrors.push(err55), errors++;
                            }
                            for (let key7 in data29)
                              if (!(key7 === "subject" || key7 === "body" || key7 === "v_disabled")) {
                                let err56 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants/" + i3, schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 } };
                                vErrors === null ? vErrors = [err56] : vErrors.push(err56), errors++;
                              }
                            if (data29.subject !== void 0 && typeof data29.subject != "string") {
                              let err57 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants/" + i3 + "/subject", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/items/properties/subject/type", keyword: "type", params: { type: "string" } };
                              vErrors === null ? vErrors = [err57] : vErrors.push(err57), errors++;
                            }
                            if (data29.body !== void 0) {
                              let data31 = data29.body;
                              if (typeof data31 == "string") {
                                if (func2(data31) < 1) {
                                  let err58 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants/" + i3 + "/body", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/items/properties/body/minLength", keyword: "minLength", params: { limit: 1 } };
                                  vErrors === null ? vErrors = [err58] : vErrors.push(err58), errors++;
                                }
                              } else {
                                let err59 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants/" + i3 + "/body", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/items/properties/body/type", keyword: "type", params: { type: "string" } };
                                vErrors === null ? vErrors = [err59] : vErrors.push(err59), errors++;
                              }
                            }
                            if (data29.v_disabled !== void 0 && typeof data29.v_disabled != "boolean") {
                              let err60 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants/" + i3 + "/v_disabled", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/items/properties/v_disabled/type", keyword: "type", params: { type: "boolean" } };
                              vErrors === null ? vErrors = [err60] : vErrors.push(err60), errors++;
                            }
                          } else {
                            let err61 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants/" + i3, schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/items/type", keyword: "type", params: { type: "object" } };
                            vErrors === null ? vErrors = [err61] : vErrors.push(err61), errors++;
                          }
                        }
                      } else {
                        let err62 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/type", keyword: "type", params: { type: "array" } };
                        vErrors === null ? vErrors = [err62] : vErrors.push(err62), errors++;
                      }
                    }
                  } else {
                    let err63 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2, schemaPath: "#/properties/sequences/items/properties/steps/items/type", keyword: "type", params: { type: "object" } };
                    vErrors === null ? vErrors = [err63] : vErrors.push(err63), errors++;
                  }
                }
              } else {
                let err64 = { instancePath: instancePath + "/sequences/" + i1 + "/steps", schemaPath: "#/properties/sequences/items/properties/steps/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err64] : vErrors.push(err64), errors++;
              }
            }
          } else {
            let err65 = { instancePath: instancePath + "/sequences/" + i1, schemaPath: "#/properties/sequences/items/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err65] : vErrors.push(err65), errors++;
          }
        }
      } else {
        let err66 = { instancePath: instancePath + "/sequences", schemaPath: "#/properties/sequences/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err66] : vErrors.push(err66), errors++;
      }
    }
    if (data.email_list !== void 0) {
      let data33 = data.email_list;
      if (Array.isArray(data33)) {
        let len4 = data33.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data34 = data33[i4];
          if (typeof data34 == "string") {
            if (func2(data34) < 1) {
              let err67 = { instancePath: instancePath + "/email_list/" + i4, schemaPath: "#/properties/email_list/items/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err67] : vErrors.push(err67), errors++;
            }
          } else {
            let err68 = { instancePath: instancePath + "/email_list/" + i4, schemaPath: "#/properties/email_list/items/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err68] : vErrors.push(err68), errors++;
          }
        }
      } else {
        let err69 = { instancePath: instancePath + "/email_list", schemaPath: "#/properties/email_list/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err69] : vErrors.push(err69), errors++;
      }
    }
    if (data.daily_limit !== void 0) {
      let data35 = data.daily_limit;
      if (!(typeof data35 == "number" && !(data35 % 1) && !isNaN(data35) && isFinite(data35))) {
        let err70 = { instancePath: instancePath + "/daily_limit", schemaPath: "#/properties/daily_limit/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err70] : vErrors.push(err70), errors++;
      }
    }
    if (data.daily_max_leads !== void 0) {
      let data36 = data.daily_max_leads;
      if (!(typeof data36 == "number" && !(data36 % 1) && !isNaN(data36) && isFinite(data36))) {
        let err71 = { instancePath: instancePath + "/daily_max_leads", schemaPath: "#/properties/daily_max_leads/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err71] : vErrors.push(err71), errors++;
      }
      if (typeof data36 == "number" && isFinite(data36) && (data36 < 0 || isNaN(data36))) {
        let err72 = { instancePath: instancePath + "/daily_max_leads", schemaPath: "#/properties/daily_max_leads/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
        vErrors === null ? vErrors = [err72] : vErrors.push(err72), errors++;
      }
    }
    if (data.open_tracking !== void 0 && typeof data.open_tracking != "boolean") {
      let err73 = { instancePath: instancePath + "/open_tracking", schemaPath: "#/properties/open_tracking/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err73] : vErrors.push(err73), errors++;
    }
    if (data.stop_on_reply !== void 0 && typeof data.stop_on_reply != "boolean") {
      let err74 = { instancePath: instancePath + "/stop_on_reply", schemaPath: "#/properties/stop_on_reply/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err74] : vErrors.push(err74), errors++;
    }
    if (data.link_tracking !== void 0 && typeof data.link_tracking != "boolean") {
      let err75 = { instancePath: instancePath + "/link_tracking", schemaPath: "#/properties/link_tracking/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err75] : vErrors.push(err75), errors++;
    }
    if (data.text_only !== void 0 && typeof data.text_only != "boolean") {
      let err76 = { instancePath: instancePath + "/text_only", schemaPath: "#/properties/text_only/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err76] : vErrors.push(err76), errors++;
    }
    if (data.email_gap !== void 0) {
      let data41 = data.email_gap;
      if (!(typeof data41 == "number" && !(data41 % 1) && !isNaN(data41) && isFinite(data41))) {
        let err77 = { instancePath: instancePath + "/email_gap", schemaPath: "#/properties/email_gap/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err77] : vErrors.push(err77), errors++;
      }
    }
    if (data.pl_value !== void 0) {
      let data42 = data.pl_value;
      if (!(typeof data42 == "number" && isFinite(data42))) {
        let err78 = { instancePath: instancePath + "/pl_value", schemaPath: "#/properties/pl_value/type", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err78] : vErrors.push(err78), errors++;
      }
    }
  } else {
    let err79 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err79] : vErrors.push(err79), errors++;
  }
  return validate26.errors = vErrors, errors === 0;
}
validate26.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var patch_campaign = validate27, schema38 = { type: "object", properties: { campaign_id: { type: "string", description: "The id of the campaign to change.", minLength: 1 }, name: { type: "string", description: "The name shown in the app.", minLength: 1 }, campaign_schedule: { type: "object", description: "When a campaign may send. A patch replaces the whole object, so it has to carry every window that is to remain.", properties: { start_date: { type: "string", description: "The first day of sending, in the time zone of the campaign. Sends from activation on if left out." }, end_date: { type: "string", description: "The last day of sending, in the time zone of the campaign. No end if left out." }, schedules: { type: "array", minItems: 1, description: "The windows of the week in which e-mails go out. At least one.", items: { type: "object", description: "Hours of the day, on some days of the week, in one time zone.", properties: { name: { type: "string", description: "A name for the window, shown in the app.", minLength: 1 }, timing: { type: "object", description: "The hours of the day. Nothing published forbids a `to` before the `from`; do not rely on it.", properties: { from: { type: "string", pattern: "^([01][0-9]|2[0-3]):([0-5][0-9])$", description: "When the window opens, HH:MM of the 24-hour clock." }, to: { type: "string", pattern: "^([01][0-9]|2[0-3]):([0-5][0-9])$", description: "When the window closes, HH:MM of the 24-hour clock." } }, additionalProperties: !1, required: ["from", "to"] }, days: { type: "object", minProperties: 1, description: 'The days of the week as an object, not an array: the keys are "0" (Sunday) to "6" (Saturday), and true means that the window is open on that day. Read back with just the keys that were sent.', properties: { 0: { type: "boolean", description: "Sunday." }, 1: { type: "boolean", description: "Monday." }, 2: { type: "boolean", description: "Tuesday." }, 3: { type: "boolean", description: "Wednesday." }, 4: { type: "boolean", description: "Thursday." }, 5: { type: "boolean", description: "Friday." }, 6: { type: "boolean", description: "Saturday." } }, additionalProperties: !1 }, timezone: { type: "string", enum: ["Africa/Abidjan", "Africa/Addis_Ababa", "Africa/Algiers", "Africa/Blantyre", "Africa/Cairo", "Africa/Casablanca", "Africa/Ceuta", "Africa/Tripoli", "Africa/Windhoek", "America/Anchorage", "America/Anguilla", "America/Bahia_Banderas", "America/Belize", "America/Boise", "America/Chicago", "America/Chihuahua", "America/Creston", "America/Danmarkshavn", "America/Dawson", "America/Detroit", "America/Glace_Bay", "America/Godthab", "America/Indiana/Marengo", "America/Regina", "America/Scoresbysund", "America/St_Johns", "America/Araguaina", "America/Argentina/La_Rioja", "America/Asuncion", "America/Bahia", "America/Bogota", "America/Campo_Grande", "America/Caracas", "America/Montevideo", "America/Noronha", "America/Santiago", "America/Sao_Paulo", "Antarctica/Davis", "Antarctica/DumontDUrville", "Antarctica/Macquarie", "Antarctica/Mawson", "Antarctica/Vostok", "Arctic/Longyearbyen", "Asia/Aden", "Asia/Amman", "Asia/Anadyr", "Asia/Baghdad", "Asia/Baku", "Asia/Beirut", "Asia/Brunei", "Asia/Chita", "Asia/Choibalsan", "Asia/Colombo", "Asia/Damascus", "Asia/Dhaka", "Asia/Dili", "Asia/Dubai", "Asia/Hong_Kong", "Asia/Irkutsk", "Asia/Jerusalem", "Asia/Kabul", "Asia/Kamchatka", "Asia/Karachi", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Krasnoyarsk", "Asia/Nicosia", "Asia/Novokuznetsk", "Asia/Pyongyang", "Asia/Rangoon", "Asia/Sakhalin", "Asia/Taipei", "Asia/Tbilisi", "Asia/Tehran", "Asia/Yekaterinburg", "Asia/Yerevan", "Atlantic/Canary", "Atlantic/Cape_Verde", "Australia/Adelaide", "Australia/Brisbane", "Australia/Currie", "Australia/Darwin", "Australia/Melbourne", "Australia/Perth", "Europe/Astrakhan", "Europe/Belgrade", "Europe/Bucharest", "Europe/Helsinki", "Europe/Isle_of_Man", "Europe/Istanbul", "Europe/Kaliningrad", "Europe/Kirov", "Europe/Sarajevo", "Indian/Mahe", "Pacific/Apia", "Pacific/Auckland", "Pacific/Fiji", "Etc/GMT+12", "Etc/GMT+11", "Etc/GMT+10", "Etc/GMT-12", "Etc/GMT-13"], description: "An IANA zone out of a closed list, in which many everyday zones are missing. For America/New_York give America/Detroit, for Europe/London Europe/Isle_of_Man, for Europe/Berlin Europe/Belgrade, for UTC Africa/Abidjan." } }, additionalProperties: !1, required: ["name", "timing", "days", "timezone"] } } }, additionalProperties: !1, required: ["schedules"] }, sequences: { type: "array", description: "The e-mails. An array, but only its first element is used: put every step there. A step's `delay` is the wait before the NEXT step.", items: { type: "object", description: "The e-mails of a campaign, in order.", properties: { steps: { type: "array", description: "The e-mails, from the first to the last.", items: { type: "object", description: "One e-mail of a sequence. Its `delay` is the wait after it, before the NEXT step: to send the second e-mail three days after the first, put 3 on the first step. The last step's delay has nothing to wait for; give it 0.", properties: { type: { type: "string", enum: ["email"], description: "The kind of step." }, delay: { type: "number", description: "The wait between this step and the NEXT one, in `delay_unit`. Not the wait before this step." }, delay_unit: { type: "string", enum: ["minutes", "hours", "days"], description: "The unit of `delay`." }, pre_delay: { type: "number", description: "The wait before the first e-mail of a subsequence, in `pre_delay_unit`. A campaign ignores it." }, pre_delay_unit: { type: "string", enum: ["minutes", "hours", "days"], description: "The unit of `pre_delay`. A campaign ignores it." }, variants: { type: "array", description: "The wordings of this step. Each lead gets one of those that are enabled; one is enough.", items: { type: "object", description: "One wording of a step. Subject and body take merge tags such as `{{firstName}}`, `{{lastName}}`, `{{companyName}}` and the names of the leads' custom variables; the spelling of a tag is case sensitive.", properties: { subject: { type: "string", description: "The subject. Empty on a later step makes it a follow-up in the thread of the step before." }, body: { type: "string", description: "The text, as HTML with `<br/>` for a line break. Users report that other markup is changed when it is stored, so read it back before you activate.", minLength: 1 }, v_disabled: { type: "boolean", description: "Whether the variant is switched off. Enabled if left out." } }, additionalProperties: !1, required: ["subject", "body"] } } }, additionalProperties: !1, required: ["type", "delay", "variants"] } } }, additionalProperties: !1, required: ["steps"] } }, email_list: { type: "array", description: "Every connected account that is to send, by its address. Deleting an account does not take it out of this list.", items: { type: "string", minLength: 1 } }, daily_limit: { type: "integer", description: "The most e-mails the campaign sends a day." }, daily_max_leads: { type: "integer", minimum: 0, description: "The most leads that are written to for the first time on one day." }, open_tracking: { type: "boolean", description: "Whether opens are counted. Unlike the other switches it takes no null." }, stop_on_reply: { type: "boolean", description: "Whether a lead who replies gets no further e-mail." }, link_tracking: { type: "boolean", description: "Whether clicks on links are counted." }, text_only: { type: "boolean", description: "Whether every e-mail goes out as plain text." }, email_gap: { type: "integer", description: "Minutes between one e-mail and the next." }, pl_value: { type: "number", description: "What one positive lead is worth." } }, required: ["campaign_id"], additionalProperties: !1 };
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate27.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.campaign_id === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "campaign_id" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!func1.call(schema38.properties, key0)) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.campaign_id !== void 0) {
      let data0 = data.campaign_id;
      if (typeof data0 == "string") {
        if (func2(data0) < 1) {
          let err2 = { instancePath: instancePath + "/campaign_id", schemaPath: "#/properties/campaign_id/minLength", keyword: "minLength", params: { limit: 1 } };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/campaign_id", schemaPath: "#/properties/campaign_id/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 == "string") {
        if (func2(data1) < 1) {
          let err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.campaign_schedule !== void 0) {
      let data2 = data.campaign_schedule;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.schedules === void 0) {
          let err6 = { instancePath: instancePath + "/campaign_schedule", schemaPath: "#/properties/campaign_schedule/required", keyword: "required", params: { missingProperty: "schedules" } };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        for (let key1 in data2)
          if (!(key1 === "start_date" || key1 === "end_date" || key1 === "schedules")) {
            let err7 = { instancePath: instancePath + "/campaign_schedule", schemaPath: "#/properties/campaign_schedule/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        if (data2.start_date !== void 0 && typeof data2.start_date != "string") {
          let err8 = { instancePath: instancePath + "/campaign_schedule/start_date", schemaPath: "#/properties/campaign_schedule/properties/start_date/type", keyword: "type", params: { type: "string" } };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data2.end_date !== void 0 && typeof data2.end_date != "string") {
          let err9 = { instancePath: instancePath + "/campaign_schedule/end_date", schemaPath: "#/properties/campaign_schedule/properties/end_date/type", keyword: "type", params: { type: "string" } };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (data2.schedules !== void 0) {
          let data5 = data2.schedules;
          if (Array.isArray(data5)) {
            if (data5.length < 1) {
              let err10 = { instancePath: instancePath + "/campaign_schedule/schedules", schemaPath: "#/properties/campaign_schedule/properties/schedules/minItems", keyword: "minItems", params: { limit: 1 } };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
            let len0 = data5.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data6 = data5[i0];
              if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                if (data6.name === void 0) {
                  let err11 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0, schemaPath: "#/properties/campaign_schedule/properties/schedules/items/required", keyword: "required", params: { missingProperty: "name" } };
                  vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
                }
                if (data6.timing === void 0) {
                  let err12 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0, schemaPath: "#/properties/campaign_schedule/properties/schedules/items/required", keyword: "required", params: { missingProperty: "timing" } };
                  vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
                }
                if (data6.days === void 0) {
                  let err13 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0, schemaPath: "#/properties/campaign_schedule/properties/schedules/items/required", keyword: "required", params: { missingProperty: "days" } };
                  vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
                }
                if (data6.timezone === void 0) {
                  let err14 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0, schemaPath: "#/properties/campaign_schedule/properties/schedules/items/required", keyword: "required", params: { missingProperty: "timezone" } };
                  vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
                }
                for (let key2 in data6)
                  if (!(key2 === "name" || key2 === "timing" || key2 === "days" || key2 === "timezone")) {
                    let err15 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0, schemaPath: "#/properties/campaign_schedule/properties/schedules/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
                    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
                  }
                if (data6.name !== void 0) {
                  let data7 = data6.name;
                  if (typeof data7 == "string") {
                    if (func2(data7) < 1) {
                      let err16 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/name", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
                    }
                  } else {
                    let err17 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/name", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/name/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
                  }
                }
                if (data6.timing !== void 0) {
                  let data8 = data6.timing;
                  if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                    if (data8.from === void 0) {
                      let err18 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timing", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timing/required", keyword: "required", params: { missingProperty: "from" } };
                      vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
                    }
                    if (data8.to === void 0) {
                      let err19 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timing", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timing/required", keyword: "required", params: { missingProperty: "to" } };
                      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
                    }
                    for (let key3 in data8)
                      if (!(key3 === "from" || key3 === "to")) {
                        let err20 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timing", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timing/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
                        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
                      }
                    if (data8.from !== void 0) {
                      let data9 = data8.from;
                      if (typeof data9 == "string") {
                        if (!pattern4.test(data9)) {
                          let err21 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timing/from", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timing/properties/from/pattern", keyword: "pattern", params: { pattern: "^([01][0-9]|2[0-3]):([0-5][0-9])$" } };
                          vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
                        }
                      } else {
                        let err22 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timing/from", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timing/properties/from/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
                      }
                    }
                    if (data8.to !== void 0) {
                      let data10 = data8.to;
                      if (typeof data10 == "string") {
                        if (!pattern4.test(data10)) {
                          let err23 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timing/to", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timing/properties/to/pattern", keyword: "pattern", params: { pattern: "^([01][0-9]|2[0-3]):([0-5][0-9])$" } };
                          vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
                        }
                      } else {
                        let err24 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timing/to", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timing/properties/to/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
                      }
                    }
                  } else {
                    let err25 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timing", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timing/type", keyword: "type", params: { type: "object" } };
                    vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
                  }
                }
                if (data6.days !== void 0) {
                  let data11 = data6.days;
                  if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                    if (Object.keys(data11).length < 1) {
                      let err26 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/minProperties", keyword: "minProperties", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
                    }
                    for (let key4 in data11)
                      if (!(key4 === "0" || key4 === "1" || key4 === "2" || key4 === "3" || key4 === "4" || key4 === "5" || key4 === "6")) {
                        let err27 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
                        vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
                      }
                    if (data11[0] !== void 0 && typeof data11[0] != "boolean") {
                      let err28 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days/0", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/properties/0/type", keyword: "type", params: { type: "boolean" } };
                      vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
                    }
                    if (data11[1] !== void 0 && typeof data11[1] != "boolean") {
                      let err29 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days/1", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/properties/1/type", keyword: "type", params: { type: "boolean" } };
                      vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
                    }
                    if (data11[2] !== void 0 && typeof data11[2] != "boolean") {
                      let err30 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days/2", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/properties/2/type", keyword: "type", params: { type: "boolean" } };
                      vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
                    }
                    if (data11[3] !== void 0 && typeof data11[3] != "boolean") {
                      let err31 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days/3", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/properties/3/type", keyword: "type", params: { type: "boolean" } };
                      vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
                    }
                    if (data11[4] !== void 0 && typeof data11[4] != "boolean") {
                      let err32 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days/4", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/properties/4/type", keyword: "type", params: { type: "boolean" } };
                      vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
                    }
                    if (data11[5] !== void 0 && typeof data11[5] != "boolean") {
                      let err33 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days/5", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/properties/5/type", keyword: "type", params: { type: "boolean" } };
                      vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
                    }
                    if (data11[6] !== void 0 && typeof data11[6] != "boolean") {
                      let err34 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days/6", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/properties/6/type", keyword: "type", params: { type: "boolean" } };
                      vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
                    }
                  } else {
                    let err35 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/days", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/days/type", keyword: "type", params: { type: "object" } };
                    vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
                  }
                }
                if (data6.timezone !== void 0) {
                  let data19 = data6.timezone;
                  if (typeof data19 != "string") {
                    let err36 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timezone", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timezone/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
                  }
                  if (!(data19 === "Africa/Abidjan" || data19 === "Africa/Addis_Ababa" || data19 === "Africa/Algiers" || data19 === "Africa/Blantyre" || data19 === "Africa/Cairo" || data19 === "Africa/Casablanca" || data19 === "Africa/Ceuta" || data19 === "Africa/Tripoli" || data19 === "Africa/Windhoek" || data19 === "America/Anchorage" || data19 === "America/Anguilla" || data19 === "America/Bahia_Banderas" || data19 === "America/Belize" || data19 === "America/Boise" || data19 === "America/Chicago" || data19 === "America/Chihuahua" || data19 === "America/Creston" || data19 === "America/Danmarkshavn" || data19 === "America/Dawson" || data19 === "America/Detroit" || data19 === "America/Glace_Bay" || data19 === "America/Godthab" || data19 === "America/Indiana/Marengo" || data19 === "America/Regina" || data19 === "America/Scoresbysund" || data19 === "America/St_Johns" || data19 === "America/Araguaina" || data19 === "America/Argentina/La_Rioja" || data19 === "America/Asuncion" || data19 === "America/Bahia" || data19 === "America/Bogota" || data19 === "America/Campo_Grande" || data19 === "America/Caracas" || data19 === "America/Montevideo" || data19 === "America/Noronha" || data19 === "America/Santiago" || data19 === "America/Sao_Paulo" || data19 === "Antarctica/Davis" || data19 === "Antarctica/DumontDUrville" || data19 === "Antarctica/Macquarie" || data19 === "Antarctica/Mawson" || data19 === "Antarctica/Vostok" || data19 === "Arctic/Longyearbyen" || data19 === "Asia/Aden" || data19 === "Asia/Amman" || data19 === "Asia/Anadyr" || data19 === "Asia/Baghdad" || data19 === "Asia/Baku" || data19 === "Asia/Beirut" || data19 === "Asia/Brunei" || data19 === "Asia/Chita" || data19 === "Asia/Choibalsan" || data19 === "Asia/Colombo" || data19 === "Asia/Damascus" || data19 === "Asia/Dhaka" || data19 === "Asia/Dili" || data19 === "Asia/Dubai" || data19 === "Asia/Hong_Kong" || data19 === "Asia/Irkutsk" || data19 === "Asia/Jerusalem" || data19 === "Asia/Kabul" || data19 === "Asia/Kamchatka" || data19 === "Asia/Karachi" || data19 === "Asia/Kathmandu" || data19 === "Asia/Kolkata" || data19 === "Asia/Krasnoyarsk" || data19 === "Asia/Nicosia" || data19 === "Asia/Novokuznetsk" || data19 === "Asia/Pyongyang" || data19 === "Asia/Rangoon" || data19 === "Asia/Sakhalin" || data19 === "Asia/Taipei" || data19 === "Asia/Tbilisi" || data19 === "Asia/Tehran" || data19 === "Asia/Yekaterinburg" || data19 === "Asia/Yerevan" || data19 === "Atlantic/Canary" || data19 === "Atlantic/Cape_Verde" || data19 === "Australia/Adelaide" || data19 === "Australia/Brisbane" || data19 === "Australia/Currie" || data19 === "Australia/Darwin" || data19 === "Australia/Melbourne" || data19 === "Australia/Perth" || data19 === "Europe/Astrakhan" || data19 === "Europe/Belgrade" || data19 === "Europe/Bucharest" || data19 === "Europe/Helsinki" || data19 === "Europe/Isle_of_Man" || data19 === "Europe/Istanbul" || data19 === "Europe/Kaliningrad" || data19 === "Europe/Kirov" || data19 === "Europe/Sarajevo" || data19 === "Indian/Mahe" || data19 === "Pacific/Apia" || data19 === "Pacific/Auckland" || data19 === "Pacific/Fiji" || data19 === "Etc/GMT+12" || data19 === "Etc/GMT+11" || data19 === "Etc/GMT+10" || data19 === "Etc/GMT-12" || data19 === "Etc/GMT-13")) {
                    let err37 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0 + "/timezone", schemaPath: "#/properties/campaign_schedule/properties/schedules/items/properties/timezone/enum", keyword: "enum", params: { allowedValues: schema38.properties.campaign_schedule.properties.schedules.items.properties.timezone.enum } };
                    vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
                  }
                }
              } else {
                let err38 = { instancePath: instancePath + "/campaign_schedule/schedules/" + i0, schemaPath: "#/properties/campaign_schedule/properties/schedules/items/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
              }
            }
          } else {
            let err39 = { instancePath: instancePath + "/campaign_schedule/schedules", schemaPath: "#/properties/campaign_schedule/properties/schedules/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
          }
        }
      } else {
        let err40 = { instancePath: instancePath + "/campaign_schedule", schemaPath: "#/properties/campaign_schedule/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
      }
    }
    if (data.sequences !== void 0) {
      let data20 = data.sequences;
      if (Array.isArray(data20)) {
        let len1 = data20.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data21 = data20[i1];
          if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
            if (data21.steps === void 0) {
              let err41 = { instancePath: instancePath + "/sequences/" + i1, schemaPath: "#/properties/sequences/items/required", keyword: "required", params: { missingProperty: "steps" } };
              vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
            }
            for (let key5 in data21)
              if (key5 !== "steps") {
                let err42 = { instancePath: instancePath + "/sequences/" + i1, schemaPath: "#/properties/sequences/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
                vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
              }
            if (data21.steps !== void 0) {
              let data22 = data21.steps;
              if (Array.isArray(data22)) {
                let len2 = data22.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  let data23 = data22[i2];
                  if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
                    if (data23.type === void 0) {
                      let err43 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2, schemaPath: "#/properties/sequences/items/properties/steps/items/required", keyword: "required", params: { missingProperty: "type" } };
                      vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
                    }
                    if (data23.delay === void 0) {
                      let err44 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2, schemaPath: "#/properties/sequences/items/properties/steps/items/required", keyword: "required", params: { missingProperty: "delay" } };
                      vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
                    }
                    if (data23.variants === void 0) {
                      let err45 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2, schemaPath: "#/properties/sequences/items/properties/steps/items/required", keyword: "required", params: { missingProperty: "variants" } };
                      vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
                    }
                    for (let key6 in data23)
                      if (!(key6 === "type" || key6 === "delay" || key6 === "delay_unit" || key6 === "pre_delay" || key6 === "pre_delay_unit" || key6 === "variants")) {
                        let err46 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2, schemaPath: "#/properties/sequences/items/properties/steps/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 } };
                        vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
                      }
                    if (data23.type !== void 0) {
                      let data24 = data23.type;
                      if (typeof data24 != "string") {
                        let err47 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/type", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/type/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
                      }
                      if (data24 !== "email") {
                        let err48 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/type", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/type/enum", keyword: "enum", params: { allowedValues: schema38.properties.sequences.items.properties.steps.items.properties.type.enum } };
                        vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
                      }
                    }
                    if (data23.delay !== void 0) {
                      let data25 = data23.delay;
                      if (!(typeof data25 == "number" && isFinite(data25))) {
                        let err49 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/delay", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/delay/type", keyword: "type", params: { type: "number" } };
                        vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
                      }
                    }
                    if (data23.delay_unit !== void 0) {
                      let data26 = data23.delay_unit;
                      if (typeof data26 != "string") {
                        let err50 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/delay_unit", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/delay_unit/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
                      }
                      if (!(data26 === "minutes" || data26 === "hours" || data26 === "days")) {
                        let err51 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/delay_unit", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/delay_unit/enum", keyword: "enum", params: { allowedValues: schema38.properties.sequences.items.properties.steps.items.properties.delay_unit.enum } };
                        vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
                      }
                    }
                    if (data23.pre_delay !== void 0) {
                      let data27 = data23.pre_delay;
                      if (!(typeof data27 == "number" && isFinite(data27))) {
                        let err52 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/pre_delay", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/pre_delay/type", keyword: "type", params: { type: "number" } };
                        vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
                      }
                    }
                    if (data23.pre_delay_unit !== void 0) {
                      let data28 = data23.pre_delay_unit;
                      if (typeof data28 != "string") {
                        let err53 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/pre_delay_unit", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/pre_delay_unit/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
                      }
                      if (!(data28 === "minutes" || data28 === "hours" || data28 === "days")) {
                        let err54 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/pre_delay_unit", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/pre_delay_unit/enum", keyword: "enum", params: { allowedValues: schema38.properties.sequences.items.properties.steps.items.properties.pre_delay_unit.enum } };
                        vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
                      }
                    }
                    if (data23.variants !== void 0) {
                      let data29 = data23.variants;
                      if (Array.isArray(data29)) {
                        let len3 = data29.length;
                        for (let i3 = 0; i3 < len3; i3++) {
                          let data30 = data29[i3];
                          if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
                            if (data30.subject === void 0) {
                              let err55 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants/" + i3, schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/items/required", keyword: "required", params: { missingProperty: "subject" } };
                              vErrors === null ? vErrors = [err55] : vErrors.push(err55), errors++;
                            }
                            if (data30.body === void 0) {
                              let err56 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants/" + i3, schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/items/required", keyword: "required", params: { missingProperty: "body" } };
                              vErrors === null ? vErrors = [err56] : vErrors.push(err56), errors++;
                            }
                            for (let key7 in data30)
                              if (!(key7 === "subject" || key7 === "body" || key7 === "v_disabled")) {
                                let err57 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants/" + i3, schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 } };
                                vErrors === null ? vErrors = [err57] : vErrors.push(err57), errors++;
                              }
                            if (data30.subject !== void 0 && typeof data30.subject != "string") {
                              let err58 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants/" + i3 + "/subject", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/items/properties/subject/type", keyword: "type", params: { type: "string" } };
                              vErrors === null ? vErrors = [err58] : vErrors.push(err58), errors++;
                            }
                            if (data30.body !== void 0) {
                              let data32 = data30.body;
                              if (typeof data32 == "string") {
                                if (func2(data32) < 1) {
                                  let err59 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants/" + i3 + "/body", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/items/properties/body/minLength", keyword: "minLength", params: { limit: 1 } };
                                  vErrors === null ? vErrors = [err59] : vErrors.push(err59), errors++;
                                }
                              } else {
                                let err60 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants/" + i3 + "/body", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/items/properties/body/type", keyword: "type", params: { type: "string" } };
                                vErrors === null ? vErrors = [err60] : vErrors.push(err60), errors++;
                              }
                            }
                            if (data30.v_disabled !== void 0 && typeof data30.v_disabled != "boolean") {
                              let err61 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants/" + i3 + "/v_disabled", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/items/properties/v_disabled/type", keyword: "type", params: { type: "boolean" } };
                              vErrors === null ? vErrors = [err61] : vErrors.push(err61), errors++;
                            }
                          } else {
                            let err62 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants/" + i3, schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/items/type", keyword: "type", params: { type: "object" } };
                            vErrors === null ? vErrors = [err62] : vErrors.push(err62), errors++;
                          }
                        }
                      } else {
                        let err63 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2 + "/variants", schemaPath: "#/properties/sequences/items/properties/steps/items/properties/variants/type", keyword: "type", params: { type: "array" } };
                        vErrors === null ? vErrors = [err63] : vErrors.push(err63), errors++;
                      }
                    }
                  } else {
                    let err64 = { instancePath: instancePath + "/sequences/" + i1 + "/steps/" + i2, schemaPath: "#/properties/sequences/items/properties/steps/items/type", keyword: "type", params: { type: "object" } };
                    vErrors === null ? vErrors = [err64] : vErrors.push(err64), errors++;
                  }
                }
              } else {
                let err65 = { instancePath: instancePath + "/sequences/" + i1 + "/steps", schemaPath: "#/properties/sequences/items/properties/steps/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err65] : vErrors.push(err65), errors++;
              }
            }
          } else {
            let err66 = { instancePath: instancePath + "/sequences/" + i1, schemaPath: "#/properties/sequences/items/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err66] : vErrors.push(err66), errors++;
          }
        }
      } else {
        let err67 = { instancePath: instancePath + "/sequences", schemaPath: "#/properties/sequences/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err67] : vErrors.push(err67), errors++;
      }
    }
    if (data.email_list !== void 0) {
      let data34 = data.email_list;
      if (Array.isArray(data34)) {
        let len4 = data34.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data35 = data34[i4];
          if (typeof data35 == "string") {
            if (func2(data35) < 1) {
              let err68 = { instancePath: instancePath + "/email_list/" + i4, schemaPath: "#/properties/email_list/items/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err68] : vErrors.push(err68), errors++;
            }
          } else {
            let err69 = { instancePath: instancePath + "/email_list/" + i4, schemaPath: "#/properties/email_list/items/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err69] : vErrors.push(err69), errors++;
          }
        }
      } else {
        let err70 = { instancePath: instancePath + "/email_list", schemaPath: "#/properties/email_list/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err70] : vErrors.push(err70), errors++;
      }
    }
    if (data.daily_limit !== void 0) {
      let data36 = data.daily_limit;
      if (!(typeof data36 == "number" && !(data36 % 1) && !isNaN(data36) && isFinite(data36))) {
        let err71 = { instancePath: instancePath + "/daily_limit", schemaPath: "#/properties/daily_limit/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err71] : vErrors.push(err71), errors++;
      }
    }
    if (data.daily_max_leads !== void 0) {
      let data37 = data.daily_max_leads;
      if (!(typeof data37 == "number" && !(data37 % 1) && !isNaN(data37) && isFinite(data37))) {
        let err72 = { instancePath: instancePath + "/daily_max_leads", schemaPath: "#/properties/daily_max_leads/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err72] : vErrors.push(err72), errors++;
      }
      if (typeof data37 == "number" && isFinite(data37) && (data37 < 0 || isNaN(data37))) {
        let err73 = { instancePath: instancePath + "/daily_max_leads", schemaPath: "#/properties/daily_max_leads/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
        vErrors === null ? vErrors = [err73] : vErrors.push(err73), errors++;
      }
    }
    if (data.open_tracking !== void 0 && typeof data.open_tracking != "boolean") {
      let err74 = { instancePath: instancePath + "/open_tracking", schemaPath: "#/properties/open_tracking/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err74] : vErrors.push(err74), errors++;
    }
    if (data.stop_on_reply !== void 0 && typeof data.stop_on_reply != "boolean") {
      let err75 = { instancePath: instancePath + "/stop_on_reply", schemaPath: "#/properties/stop_on_reply/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err75] : vErrors.push(err75), errors++;
    }
    if (data.link_tracking !== void 0 && typeof data.link_tracking != "boolean") {
      let err76 = { instancePath: instancePath + "/link_tracking", schemaPath: "#/properties/link_tracking/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err76] : vErrors.push(err76), errors++;
    }
    if (data.text_only !== void 0 && typeof data.text_only != "boolean") {
      let err77 = { instancePath: instancePath + "/text_only", schemaPath: "#/properties/text_only/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err77] : vErrors.push(err77), errors++;
    }
    if (data.email_gap !== void 0) {
      let data42 = data.email_gap;
      if (!(typeof data42 == "number" && !(data42 % 1) && !isNaN(data42) && isFinite(data42))) {
        let err78 = { instancePath: instancePath + "/email_gap", schemaPath: "#/properties/email_gap/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err78] : vErrors.push(err78), errors++;
      }
    }
    if (data.pl_value !== void 0) {
      let data43 = data.pl_value;
      if (!(typeof data43 == "number" && isFinite(data43))) {
        let err79 = { instancePath: instancePath + "/pl_value", schemaPath: "#/properties/pl_value/type", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err79] : vErrors.push(err79), errors++;
      }
    }
  } else {
    let err80 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err80] : vErrors.push(err80), errors++;
  }
  return validate27.errors = vErrors, errors === 0;
}
validate27.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var activate_campaign = validate28;
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate28.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.campaign_id === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "campaign_id" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (key0 !== "campaign_id") {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.campaign_id !== void 0) {
      let data0 = data.campaign_id;
      if (typeof data0 == "string") {
        if (func2(data0) < 1) {
          let err2 = { instancePath: instancePath + "/campaign_id", schemaPath: "#/properties/campaign_id/minLength", keyword: "minLength", params: { limit: 1 } };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/campaign_id", schemaPath: "#/properties/campaign_id/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
  } else {
    let err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  return validate28.errors = vErrors, errors === 0;
}
validate28.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var list_emails = validate29, schema40 = { type: "object", properties: { limit: { type: "integer", minimum: 1, maximum: 100, description: "How many mails to return, 1 to 100." }, starting_after: { type: "string", description: "The cursor of the previous page, passed back unchanged. Here it is the id of that page's last mail." }, search: { type: "string", description: "The e-mail address of a lead, or `thread:` followed by a `thread_id` for the mails of one thread." }, campaign_id: { type: "string", description: "Only mails of this campaign." }, list_id: { type: "string", description: "Only mails of leads in this lead list." }, i_status: { type: "integer", description: "Only mails with this interest status. Custom interest labels have numbers of their own. 4 = Won; 3 = Meeting completed; 2 = Meeting booked; 1 = Interested; 0 = Out of office; -1 = Not interested; -2 = Wrong person; -3 = Lost; -4 = No show." }, eaccount: { type: "string", description: "Only mails of this connected account, or of any of several, separated by commas." }, lead: { type: "string", description: "Only mails to or from the lead with this e-mail address. It is not the id of a lead." }, is_unread: { type: "boolean", description: "Only unread mails, or only read ones. A boolean here, though the field of the same name is 0 or 1." } }, additionalProperties: !1 };
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!func1.call(schema40.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.limit !== void 0) {
      let data0 = data.limit;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        let err1 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 100 || isNaN(data0)) {
          let err2 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 } };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          let err3 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      }
    }
    if (data.starting_after !== void 0 && typeof data.starting_after != "string") {
      let err4 = { instancePath: instancePath + "/starting_after", schemaPath: "#/properties/starting_after/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.search !== void 0 && typeof data.search != "string") {
      let err5 = { instancePath: instancePath + "/search", schemaPath: "#/properties/search/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.campaign_id !== void 0 && typeof data.campaign_id != "string") {
      let err6 = { instancePath: instancePath + "/campaign_id", schemaPath: "#/properties/campaign_id/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.list_id !== void 0 && typeof data.list_id != "string") {
      let err7 = { instancePath: instancePath + "/list_id", schemaPath: "#/properties/list_id/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.i_status !== void 0) {
      let data5 = data.i_status;
      if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
        let err8 = { instancePath: instancePath + "/i_status", schemaPath: "#/properties/i_status/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.eaccount !== void 0 && typeof data.eaccount != "string") {
      let err9 = { instancePath: instancePath + "/eaccount", schemaPath: "#/properties/eaccount/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.lead !== void 0 && typeof data.lead != "string") {
      let err10 = { instancePath: instancePath + "/lead", schemaPath: "#/properties/lead/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.is_unread !== void 0 && typeof data.is_unread != "boolean") {
      let err11 = { instancePath: instancePath + "/is_unread", schemaPath: "#/properties/is_unread/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
  } else {
    let err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
  }
  return validate29.errors = vErrors, errors === 0;
}
validate29.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var reply_to_email = validate30;
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate30.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.eaccount === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "eaccount" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.reply_to_uuid === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reply_to_uuid" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.subject === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subject" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "eaccount" || key0 === "reply_to_uuid" || key0 === "subject" || key0 === "body_text" || key0 === "body_html" || key0 === "cc_address_email_list" || key0 === "bcc_address_email_list")) {
        let err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    if (data.eaccount !== void 0) {
      let data0 = data.eaccount;
      if (typeof data0 == "string") {
        if (func2(data0) < 1) {
          let err4 = { instancePath: instancePath + "/eaccount", schemaPath: "#/properties/eaccount/minLength", keyword: "minLength", params: { limit: 1 } };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath: instancePath + "/eaccount", schemaPath: "#/properties/eaccount/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.reply_to_uuid !== void 0) {
      let data1 = data.reply_to_uuid;
      if (typeof data1 == "string") {
        if (func2(data1) < 1) {
          let err6 = { instancePath: instancePath + "/reply_to_uuid", schemaPath: "#/properties/reply_to_uuid/minLength", keyword: "minLength", params: { limit: 1 } };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        let err7 = { instancePath: instancePath + "/reply_to_uuid", schemaPath: "#/properties/reply_to_uuid/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.subject !== void 0) {
      let data2 = data.subject;
      if (typeof data2 == "string") {
        if (func2(data2) < 1) {
          let err8 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/minLength", keyword: "minLength", params: { limit: 1 } };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        let err9 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.body_text !== void 0 && typeof data.body_text != "string") {
      let err10 = { instancePath: instancePath + "/body_text", schemaPath: "#/properties/body_text/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.body_html !== void 0 && typeof data.body_html != "string") {
      let err11 = { instancePath: instancePath + "/body_html", schemaPath: "#/properties/body_html/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.cc_address_email_list !== void 0 && typeof data.cc_address_email_list != "string") {
      let err12 = { instancePath: instancePath + "/cc_address_email_list", schemaPath: "#/properties/cc_address_email_list/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
    if (data.bcc_address_email_list !== void 0 && typeof data.bcc_address_email_list != "string") {
      let err13 = { instancePath: instancePath + "/bcc_address_email_list", schemaPath: "#/properties/bcc_address_email_list/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
    }
  } else {
    let err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
  }
  return validate30.errors = vErrors, errors === 0;
}
validate30.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var list_lead_lists = validate31;
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate31.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "limit" || key0 === "starting_after" || key0 === "has_enrichment_task" || key0 === "search")) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.limit !== void 0) {
      let data0 = data.limit;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        let err1 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 100 || isNaN(data0)) {
          let err2 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 } };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          let err3 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      }
    }
    if (data.starting_after !== void 0 && typeof data.starting_after != "string") {
      let err4 = { instancePath: instancePath + "/starting_after", schemaPath: "#/properties/starting_after/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.has_enrichment_task !== void 0 && typeof data.has_enrichment_task != "boolean") {
      let err5 = { instancePath: instancePath + "/has_enrichment_task", schemaPath: "#/properties/has_enrichment_task/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.search !== void 0 && typeof data.search != "string") {
      let err6 = { instancePath: instancePath + "/search", schemaPath: "#/properties/search/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
  } else {
    let err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate31.errors = vErrors, errors === 0;
}
validate31.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var create_lead_list = validate32;
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate32.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "name" || key0 === "has_enrichment_task" || key0 === "owned_by")) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 == "string") {
        if (func2(data0) < 1) {
          let err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.has_enrichment_task !== void 0 && typeof data.has_enrichment_task != "boolean") {
      let err4 = { instancePath: instancePath + "/has_enrichment_task", schemaPath: "#/properties/has_enrichment_task/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.owned_by !== void 0 && typeof data.owned_by != "string") {
      let err5 = { instancePath: instancePath + "/owned_by", schemaPath: "#/properties/owned_by/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
  } else {
    let err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate32.errors = vErrors, errors === 0;
}
validate32.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };

export const compiledValidators: Readonly<Record<ActionName, CompiledValidator>> = { list_leads, get_lead, create_lead, delete_leads, update_lead_interest_status, list_campaigns, create_campaign, patch_campaign, activate_campaign, list_emails, reply_to_email, list_lead_lists, create_lead_list };
