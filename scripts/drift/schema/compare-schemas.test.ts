import { addProperty, LEAD, removeProperty, setRequired, testChanges } from "../testing/vendor-change.ts";
import type { Json, VendorFixture } from "../testing/vendor-fixture.ts";

/** One of these says which leads are deleted. */
const selectors = (vendor: VendorFixture): Json[] => {
  const [alternatives] = vendor.schema("DELETE /api/v2/leads body")["allOf"] as Json[];
  return alternatives?.["anyOf"] as Json[];
};

testChanges("the comparison of request bodies", [
  [
    "an added optional body field",
    (vendor) => addProperty(vendor.schema(`${LEAD} body`), "nickname", { type: ["string", "null"] }),
    ["additive", "field-added", `${LEAD} body nickname`, "spec/schemas/CreateLeadRequest.yaml"],
  ],
  [
    "an added required body field",
    (vendor) => addProperty(vendor.schema(`${LEAD} body`), "nickname", { type: "string" }, true),
    ["breaking", "field-added", `${LEAD} body nickname`, "spec/schemas/CreateLeadRequest.yaml"],
  ],
  [
    "a removed body field",
    (vendor) => removeProperty(vendor.schema(`${LEAD} body`), "phone"),
    ["breaking", "field-removed", `${LEAD} body phone`, "spec/schemas/CreateLeadRequest.yaml"],
  ],
  [
    "a body field that becomes required",
    (vendor) => setRequired(vendor.schema(`${LEAD} body`), "email", true),
    ["breaking", "field-required", `${LEAD} body email`, "spec/schemas/CreateLeadRequest.yaml"],
  ],
  [
    "a required name without a property",
    (vendor) => setRequired(vendor.schema(`${LEAD} body`), "ghost", true),
    ["breaking", "field-required", `${LEAD} body ghost`, "spec/schemas/CreateLeadRequest.yaml"],
  ],
  [
    "a body field that becomes optional",
    (vendor) => setRequired(vendor.schema("POST /api/v2/lead-lists body"), "name", false),
    ["changed", "field-optional", "POST /api/v2/lead-lists body name", "spec/schemas/CreateLeadListRequest.yaml"],
  ],
  [
    "a wider type of a body field",
    (vendor) => {
      vendor.schema("DELETE /api/v2/leads body limit")["type"] = "number";
    },
    ["changed", "type-changed", "DELETE /api/v2/leads body limit", "spec/schemas/DeleteLeadsRequest.yaml"],
  ],
  [
    "a changed type of a nested body field",
    (vendor) => {
      vendor.schema("POST /api/v2/emails/reply body body.html")["type"] = "array";
    },
    ["breaking", "type-changed", "POST /api/v2/emails/reply body body.html", "spec/schemas/ReplyToEmailRequest.yaml"],
  ],
  [
    "a body field that no longer accepts null",
    (vendor) => {
      vendor.schema(`${LEAD} body phone`)["type"] = "string";
    },
    ["breaking", "null-removed", `${LEAD} body phone`, "spec/schemas/CreateLeadRequest.yaml"],
  ],
  [
    "a body field that accepts null, written as an alternative",
    (vendor) => {
      const [parent, name] = vendor.parent("POST /api/v2/lead-lists body name");
      (parent["properties"] as Json)[name] = { anyOf: [{ type: "string" }, { type: "null" }] };
    },
    ["changed", "null-added", "POST /api/v2/lead-lists body name", "spec/schemas/CreateLeadListRequest.yaml"],
  ],
  [
    "a lower bound of a body field",
    (vendor) => {
      vendor.schema("DELETE /api/v2/leads body limit")["maximum"] = 1000;
    },
    ["breaking", "maximum-changed", "DELETE /api/v2/leads body limit", "spec/schemas/DeleteLeadsRequest.yaml"],
  ],
  [
    "a new maximum length",
    (vendor) => {
      vendor.schema("POST /api/v2/lead-lists body name")["maxLength"] = 80;
    },
    ["breaking", "maxLength-changed", "POST /api/v2/lead-lists body name", "spec/schemas/CreateLeadListRequest.yaml"],
  ],
  [
    "a new pattern",
    (vendor) => {
      vendor.schema("POST /api/v2/lead-lists body name")["pattern"] = "^[a-z]+$";
    },
    ["breaking", "pattern-changed", "POST /api/v2/lead-lists body name", "spec/schemas/CreateLeadListRequest.yaml"],
  ],
  [
    "a changed pattern",
    (vendor) => {
      vendor.schema("POST /api/v2/campaigns body campaign_schedule.schedules[].timing.from")["pattern"] = "^[0-9]{4}$";
    },
    [
      "breaking",
      "pattern-changed",
      "POST /api/v2/campaigns body campaign_schedule.schedules[].timing.from",
      "spec/schemas/CampaignScheduleWindow.yaml",
    ],
  ],
  [
    "an added alternative",
    (vendor) => void selectors(vendor).push({ required: ["ids"] }),
    ["changed", "anyOf-changed", "DELETE /api/v2/leads body", "spec/schemas/DeleteLeadsRequest.yaml"],
  ],
  [
    "a removed alternative",
    (vendor) => void selectors(vendor).pop(),
    ["breaking", "anyOf-changed", "DELETE /api/v2/leads body", "spec/schemas/DeleteLeadsRequest.yaml"],
  ],
  [
    "a field required in an alternative, behind a reference",
    (vendor) => {
      const required = ["list_id", "status"];
      vendor.document["components"] = {
        ...(vendor.document["components"] as Json),
        schemas: { OfList: { required } },
      };
      selectors(vendor)[1] = { $ref: "#/components/schemas/OfList" };
    },
    ["breaking", "field-required", "DELETE /api/v2/leads body anyOf-2.status", "spec/schemas/DeleteLeadsRequest.yaml"],
  ],
  [
    "a new default",
    (vendor) => {
      vendor.schema("POST /api/v2/lead-lists body name")["default"] = "Untitled";
    },
    ["changed", "default-changed", "POST /api/v2/lead-lists body name", "spec/schemas/CreateLeadListRequest.yaml"],
  ],
  [
    "a new format of a body field",
    (vendor) => {
      vendor.schema(`${LEAD} body email`)["format"] = "email";
    },
    ["changed", "format-changed", `${LEAD} body email`, "spec/schemas/CreateLeadRequest.yaml"],
  ],
  [
    "an added enum value of a body field",
    (vendor) => void (vendor.schema("POST /api/v2/leads/list body enrichment_status")["enum"] as unknown[]).push(12),
    [
      "additive",
      "enum-value-added",
      "POST /api/v2/leads/list body enrichment_status",
      "spec/schemas/ListLeadsRequest.yaml",
    ],
  ],
  [
    "a removed enum value",
    (vendor) => {
      const schema = vendor.schema("POST /api/v2/leads/list body esg_code");
      schema["enum"] = (schema["enum"] as unknown[]).filter((value) => value !== "none");
      delete (schema["x-enumDescriptions"] as Json)["none"];
    },
    ["breaking", "enum-value-removed", "POST /api/v2/leads/list body esg_code", "spec/schemas/ListLeadsRequest.yaml"],
  ],
  [
    "an added value that is only described",
    (vendor) => {
      const schema = vendor.schema("POST /api/v2/leads/list body filter");
      (schema["x-enumDescriptions"] as Json)["FILTER_VAL_NEW"] = "Theirs";
    },
    ["additive", "enum-value-added", "POST /api/v2/leads/list body filter", "spec/schemas/ListLeadsRequest.yaml"],
  ],
  [
    "a removed value that was only described",
    (vendor) =>
      void delete (vendor.schema("POST /api/v2/leads/list body filter")["x-enumDescriptions"] as Json)[
        "FILTER_VAL_VALID"
      ],
    ["breaking", "enum-value-removed", "POST /api/v2/leads/list body filter", "spec/schemas/ListLeadsRequest.yaml"],
  ],
  [
    "a description that the spec does not have",
    (vendor) => {
      const zones = ["POST /api/v2/campaigns body campaign_schedule.schedules[].timezone"];
      vendor.at(zones, (schema) => {
        schema["x-enumDescriptions"] = { "Africa/Cairo": "Theirs" };
      });
    },
    [
      "docs",
      "enum-meaning-added",
      "POST /api/v2/campaigns body campaign_schedule.schedules[].timezone",
      "spec/schemas/TimeZone.yaml",
    ],
  ],
  [
    "an enum for a field without one",
    (vendor) => {
      vendor.schema("POST /api/v2/leads/update-interest-status body ai_interest_value")["enum"] = [0, 1];
    },
    [
      "breaking",
      "enum-closed",
      "POST /api/v2/leads/update-interest-status body ai_interest_value",
      "spec/schemas/UpdateLeadInterestStatusRequest.yaml",
    ],
  ],
  [
    "additional properties that are no longer allowed",
    (vendor) => {
      vendor.schema("POST /api/v2/emails/reply body")["additionalProperties"] = false;
    },
    ["breaking", "free-keys-changed", "POST /api/v2/emails/reply body", "spec/schemas/ReplyToEmailRequest.yaml"],
  ],
  [
    "a changed type of additional properties",
    (vendor) => {
      vendor.schema(`${LEAD} body custom_variables.*`)["type"] = ["string", "null"];
    },
    ["breaking", "type-changed", `${LEAD} body custom_variables.*`, "spec/schemas/CustomVariables.yaml"],
  ],
  [
    "an unknown keyword",
    (vendor) => {
      vendor.schema(`${LEAD} body custom_variables`)["propertyNames"] = { maxLength: 30 };
    },
    ["breaking", "propertyNames-changed", `${LEAD} body custom_variables`, "spec/schemas/CustomVariables.yaml"],
  ],
  [
    "a body that becomes optional",
    (vendor) => {
      (vendor.operation("POST /api/v2/lead-lists")["requestBody"] as Json)["required"] = false;
    },
    ["changed", "body-optional", "POST /api/v2/lead-lists body", "spec/paths/lead-lists.yaml"],
  ],
  [
    "an added body",
    (vendor) => {
      const content = { "application/json": { schema: { type: "object" } } };
      vendor.operation("POST /api/v2/campaigns/{id}/activate")["requestBody"] = { required: true, content };
    },
    ["breaking", "body-added", "POST /api/v2/campaigns/{id}/activate body", "spec/paths/campaign-activate.yaml"],
  ],
  [
    "a body that is no longer JSON",
    (vendor) => {
      (vendor.operation("POST /api/v2/lead-lists")["requestBody"] as Json)["content"] = { "text/csv": {} };
    },
    ["breaking", "content-changed", "POST /api/v2/lead-lists body", "spec/paths/lead-lists.yaml"],
  ],
]);
