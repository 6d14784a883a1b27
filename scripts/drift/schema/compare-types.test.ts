import { atLead, EMAILS, LEAD, testChanges } from "../testing/vendor-change.ts";

const INTEREST = "POST /api/v2/leads/update-interest-status body";
const INTEREST_FILE = "spec/schemas/UpdateLeadInterestStatusRequest.yaml";

testChanges("the comparison of types", [
  [
    "null for a value of an enum that does not list it",
    (vendor) => void vendor.at(atLead("status"), (schema) => Object.assign(schema, { type: ["number", "null"] })),
    ["breaking", "null-added", `${LEAD} 200 status`, "spec/schemas/Lead.yaml"],
  ],
  [
    "null for a value of an enum, written as an alternative",
    (vendor) => {
      const mode = vendor.parameter(EMAILS, "mode");
      mode["schema"] = { oneOf: [mode["schema"], { type: "null" }] };
    },
    ["changed", "null-added", `${EMAILS} query mode`, "spec/parameters/list-emails.yaml"],
  ],
  [
    "null that is no longer allowed for a value of an enum",
    (vendor) => {
      for (const place of [`${EMAILS} 200 items[].ue_type`, "POST /api/v2/emails/reply 200 ue_type"])
        vendor.schema(place)["type"] = "number";
    },
    ["changed", "null-removed", `${EMAILS} 200 items[].ue_type`, "spec/schemas/Email.yaml"],
  ],
  [
    "an exclusive bound in the notation of OpenAPI 3.0",
    (vendor) =>
      void Object.assign(vendor.schema(`${INTEREST} ai_interest_value`), { minimum: 3, exclusiveMinimum: true }),
    ["breaking", "exclusiveMinimum-changed", `${INTEREST} ai_interest_value`, INTEREST_FILE],
  ],
  [
    "one constant of an enum",
    (vendor) => void Object.assign(vendor.schema(`${EMAILS} query sort_order`), { const: "asc" }),
    ["breaking", "enum-value-removed", `${EMAILS} query sort_order`, "spec/parameters/list-emails.yaml"],
  ],
  [
    "a keyword that is false",
    (vendor) => void Object.assign(vendor.schema(INTEREST), { unevaluatedProperties: false }),
    ["breaking", "unevaluatedProperties-changed", INTEREST, INTEREST_FILE],
  ],
]);
