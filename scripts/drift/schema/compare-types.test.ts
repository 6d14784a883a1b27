import { atLead, EMAILS, LEAD, testChanges } from "../testing/vendor-change.ts";

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
]);
