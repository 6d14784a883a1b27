import { addProperty, LEAD, type Mutation, removeProperty, setRequired } from "./vendor-change.ts";
import type { Json, VendorDouble } from "./vendor-fixture.ts";

/** One of these says which leads are deleted. */
const selectors = (double: VendorDouble): Json[] => {
  const [alternatives] = double.schema("DELETE /api/v2/leads body")["allOf"] as Json[];
  return alternatives?.["anyOf"] as Json[];
};

/** Changes of the request bodies. */
export const bodyMutations: readonly Mutation[] = [
  [
    "an optional body field",
    (d) => addProperty(d.schema(`${LEAD} body`), "nickname", { type: ["string", "null"] }),
    ["additive", "field-added", `${LEAD} body nickname`, "spec/schemas/CreateLeadRequest.yaml"],
  ],
  [
    "a required body field",
    (d) => addProperty(d.schema(`${LEAD} body`), "nickname", { type: "string" }, true),
    ["breaking", "field-added", `${LEAD} body nickname`, "spec/schemas/CreateLeadRequest.yaml"],
  ],
  [
    "a body field taken away",
    (d) => removeProperty(d.schema(`${LEAD} body`), "phone"),
    ["breaking", "field-removed", `${LEAD} body phone`, "spec/schemas/CreateLeadRequest.yaml"],
  ],
  [
    "a body field that becomes required",
    (d) => setRequired(d.schema(`${LEAD} body`), "email", true),
    ["breaking", "field-required", `${LEAD} body email`, "spec/schemas/CreateLeadRequest.yaml"],
  ],
  [
    "a required name that has no field",
    (d) => setRequired(d.schema(`${LEAD} body`), "ghost", true),
    ["breaking", "field-required", `${LEAD} body ghost`, "spec/schemas/CreateLeadRequest.yaml"],
  ],
  [
    "a body field that becomes optional",
    (d) => setRequired(d.schema("POST /api/v2/lead-lists body"), "name", false),
    ["changed", "field-optional", "POST /api/v2/lead-lists body name", "spec/schemas/CreateLeadListRequest.yaml"],
  ],
  [
    "a wider type of a body field",
    (d) => {
      d.schema("DELETE /api/v2/leads body limit")["type"] = "number";
    },
    ["changed", "type-changed", "DELETE /api/v2/leads body limit", "spec/schemas/DeleteLeadsRequest.yaml"],
  ],
  [
    "another type of a nested body field",
    (d) => {
      d.schema("POST /api/v2/emails/reply body body.html")["type"] = "array";
    },
    ["breaking", "type-changed", "POST /api/v2/emails/reply body body.html", "spec/schemas/ReplyToEmailRequest.yaml"],
  ],
  [
    "a body field that no longer takes null",
    (d) => {
      d.schema(`${LEAD} body phone`)["type"] = "string";
    },
    ["breaking", "null-removed", `${LEAD} body phone`, "spec/schemas/CreateLeadRequest.yaml"],
  ],
  [
    "a body field that takes null, written as an alternative",
    (d) => {
      const [parent, name] = d.parent("POST /api/v2/lead-lists body name");
      (parent["properties"] as Json)[name] = { anyOf: [{ type: "string" }, { type: "null" }] };
    },
    ["changed", "null-added", "POST /api/v2/lead-lists body name", "spec/schemas/CreateLeadListRequest.yaml"],
  ],
  [
    "a lower bound of a body field",
    (d) => {
      d.schema("DELETE /api/v2/leads body limit")["maximum"] = 1000;
    },
    ["breaking", "maximum-changed", "DELETE /api/v2/leads body limit", "spec/schemas/DeleteLeadsRequest.yaml"],
  ],
  [
    "a length that was not limited before",
    (d) => {
      d.schema("POST /api/v2/lead-lists body name")["maxLength"] = 80;
    },
    ["breaking", "maxLength-changed", "POST /api/v2/lead-lists body name", "spec/schemas/CreateLeadListRequest.yaml"],
  ],
  [
    "a pattern",
    (d) => {
      d.schema("POST /api/v2/lead-lists body name")["pattern"] = "^[a-z]+$";
    },
    ["breaking", "pattern-changed", "POST /api/v2/lead-lists body name", "spec/schemas/CreateLeadListRequest.yaml"],
  ],
  [
    "another pattern",
    (d) => {
      d.schema("POST /api/v2/campaigns body campaign_schedule.schedules[].timing.from")["pattern"] = "^[0-9]{4}$";
    },
    [
      "breaking",
      "pattern-changed",
      "POST /api/v2/campaigns body campaign_schedule.schedules[].timing.from",
      "spec/schemas/CampaignScheduleWindow.yaml",
    ],
  ],
  [
    "a further alternative",
    (d) => void selectors(d).push({ required: ["ids"] }),
    ["changed", "anyOf-changed", "DELETE /api/v2/leads body", "spec/schemas/DeleteLeadsRequest.yaml"],
  ],
  [
    "one alternative fewer",
    (d) => void selectors(d).pop(),
    ["breaking", "anyOf-changed", "DELETE /api/v2/leads body", "spec/schemas/DeleteLeadsRequest.yaml"],
  ],
  [
    "another field in an alternative, behind a reference",
    (d) => {
      const required = ["list_id", "status"];
      d.document["components"] = { ...(d.document["components"] as Json), schemas: { OfList: { required } } };
      selectors(d)[1] = { $ref: "#/components/schemas/OfList" };
    },
    ["breaking", "field-required", "DELETE /api/v2/leads body anyOf-2.status", "spec/schemas/DeleteLeadsRequest.yaml"],
  ],
  [
    "a default",
    (d) => {
      d.schema("POST /api/v2/lead-lists body name")["default"] = "Untitled";
    },
    ["changed", "default-changed", "POST /api/v2/lead-lists body name", "spec/schemas/CreateLeadListRequest.yaml"],
  ],
  [
    "a format of a body field",
    (d) => {
      d.schema(`${LEAD} body email`)["format"] = "email";
    },
    ["changed", "format-changed", `${LEAD} body email`, "spec/schemas/CreateLeadRequest.yaml"],
  ],
  [
    "an enum value of a body field",
    (d) => void (d.schema("POST /api/v2/leads/list body enrichment_status")["enum"] as unknown[]).push(12),
    [
      "additive",
      "enum-value-added",
      "POST /api/v2/leads/list body enrichment_status",
      "spec/schemas/ListLeadsRequest.yaml",
    ],
  ],
  [
    "an enum value taken away",
    (d) => {
      const schema = d.schema("POST /api/v2/leads/list body esg_code");
      schema["enum"] = (schema["enum"] as unknown[]).filter((value) => value !== "none");
      delete (schema["x-enumDescriptions"] as Json)["none"];
    },
    ["breaking", "enum-value-removed", "POST /api/v2/leads/list body esg_code", "spec/schemas/ListLeadsRequest.yaml"],
  ],
  [
    "a value that is only described, beside an open list",
    (d) => {
      const schema = d.schema("POST /api/v2/leads/list body filter");
      (schema["x-enumDescriptions"] as Json)["FILTER_VAL_NEW"] = "Theirs";
    },
    ["additive", "enum-value-added", "POST /api/v2/leads/list body filter", "spec/schemas/ListLeadsRequest.yaml"],
  ],
  [
    "a described value taken away from an open list",
    (d) =>
      void delete (d.schema("POST /api/v2/leads/list body filter")["x-enumDescriptions"] as Json)["FILTER_VAL_VALID"],
    ["breaking", "enum-value-removed", "POST /api/v2/leads/list body filter", "spec/schemas/ListLeadsRequest.yaml"],
  ],
  [
    "a meaning that ours lacks",
    (d) => {
      const zones = ["POST /api/v2/campaigns body campaign_schedule.schedules[].timezone"];
      d.at(zones, (schema) => {
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
    "an enum where any value was allowed",
    (d) => {
      d.schema("POST /api/v2/leads/update-interest-status body ai_interest_value")["enum"] = [0, 1];
    },
    [
      "breaking",
      "enum-closed",
      "POST /api/v2/leads/update-interest-status body ai_interest_value",
      "spec/schemas/UpdateLeadInterestStatusRequest.yaml",
    ],
  ],
  [
    "other keys no longer allowed in a body",
    (d) => {
      d.schema("POST /api/v2/emails/reply body")["additionalProperties"] = false;
    },
    ["breaking", "free-keys-changed", "POST /api/v2/emails/reply body", "spec/schemas/ReplyToEmailRequest.yaml"],
  ],
  [
    "other values of free keys",
    (d) => {
      d.schema(`${LEAD} body custom_variables.*`)["type"] = ["string", "null"];
    },
    ["breaking", "type-changed", `${LEAD} body custom_variables.*`, "spec/schemas/CustomVariables.yaml"],
  ],
  [
    "a keyword this project has never met",
    (d) => {
      d.schema(`${LEAD} body custom_variables`)["propertyNames"] = { maxLength: 30 };
    },
    ["breaking", "propertyNames-changed", `${LEAD} body custom_variables`, "spec/schemas/CustomVariables.yaml"],
  ],
  [
    "a body that becomes optional",
    (d) => {
      (d.operation("POST /api/v2/lead-lists")["requestBody"] as Json)["required"] = false;
    },
    ["changed", "body-optional", "POST /api/v2/lead-lists body", "spec/paths/lead-lists.yaml"],
  ],
  [
    "a body where there was none",
    (d) => {
      const content = { "application/json": { schema: { type: "object" } } };
      d.operation("POST /api/v2/campaigns/{id}/activate")["requestBody"] = { required: true, content };
    },
    ["breaking", "body-added", "POST /api/v2/campaigns/{id}/activate body", "spec/paths/campaign-activate.yaml"],
  ],
  [
    "a body that is no longer JSON",
    (d) => {
      (d.operation("POST /api/v2/lead-lists")["requestBody"] as Json)["content"] = { "text/csv": {} };
    },
    ["breaking", "content-changed", "POST /api/v2/lead-lists body", "spec/paths/lead-lists.yaml"],
  ],
];
