import {
  addProperty,
  atLead,
  LEAD,
  LEADS,
  removeProperty,
  setRequired,
  testChanges,
} from "../testing/vendor-change.ts";
import type { Json } from "../testing/vendor-fixture.ts";

testChanges("the comparison of responses and operations", [
  [
    "an added response field, at every place of a shared schema",
    (vendor) => void vendor.at(LEADS, (schema) => addProperty(schema, "score", { type: "number" })),
    ["additive", "field-added", `${LEADS[0]} score`, "spec/schemas/Lead.yaml"],
  ],
  [
    "a removed response field",
    (vendor) => void vendor.at(LEADS, (schema) => removeProperty(schema, "phone")),
    ["breaking", "field-removed", `${LEADS[0]} phone`, "spec/schemas/Lead.yaml"],
  ],
  [
    "a response field that becomes optional",
    (vendor) => void vendor.at(LEADS, (schema) => setRequired(schema, "company_domain", false)),
    ["breaking", "field-optional", `${LEADS[0]} company_domain`, "spec/schemas/Lead.yaml"],
  ],
  [
    "a response field that becomes nullable",
    (vendor) =>
      void vendor.at(atLead("company_domain"), (schema) => {
        schema["type"] = ["string", "null"];
      }),
    ["breaking", "null-added", `${LEADS[0]} company_domain`, "spec/schemas/Lead.yaml"],
  ],
  [
    "a narrower type of a response field",
    (vendor) =>
      void vendor.at(atLead("email_open_count"), (schema) => {
        schema["type"] = "integer";
      }),
    ["changed", "type-changed", `${LEADS[0]} email_open_count`, "spec/schemas/Lead.yaml"],
  ],
  [
    "a changed format of a response field",
    (vendor) => void vendor.at(atLead("id"), (schema) => delete schema["format"]),
    ["changed", "format-changed", `${LEADS[0]} id`, "spec/schemas/Lead.yaml"],
  ],
  [
    "a response field that becomes read-only",
    (vendor) =>
      void vendor.at(atLead("phone"), (schema) => {
        schema["readOnly"] = true;
      }),
    ["docs", "readOnly-changed", `${LEADS[0]} phone`, "spec/schemas/Lead.yaml"],
  ],
  [
    "an added enum value in a response",
    (vendor) => void vendor.at(atLead("status"), (schema) => void (schema["enum"] as unknown[]).push(-4)),
    ["additive", "enum-value-added", `${LEADS[0]} status`, "spec/schemas/Lead.yaml"],
  ],
  [
    "an enum value that is still described but no longer listed",
    (vendor) =>
      void vendor.at(atLead("status"), (schema) => {
        schema["enum"] = (schema["enum"] as unknown[]).filter((value) => value !== 3);
      }),
    ["breaking", "enum-value-removed", `${LEADS[0]} status`, "spec/schemas/Lead.yaml"],
  ],
  [
    "a changed description of an enum value",
    (vendor) =>
      void vendor.at(atLead("status"), (schema) =>
        Object.assign(schema["x-enumDescriptions"] as Json, { "3": "Theirs" }),
      ),
    ["docs", "enum-meaning-changed", `${LEADS[0]} status`, "spec/schemas/Lead.yaml"],
  ],
  [
    "an enum value that is no longer described",
    (vendor) => void vendor.at(atLead("status"), (schema) => delete (schema["x-enumDescriptions"] as Json)["3"]),
    ["docs", "enum-meaning-removed", `${LEADS[0]} status`, "spec/schemas/Lead.yaml"],
  ],
  [
    "an added status",
    (vendor) => {
      (vendor.operation(LEAD)["responses"] as Json)["418"] = { description: "Theirs" };
    },
    ["additive", "status-added", `${LEAD} 418`, "spec/paths/leads.yaml"],
  ],
  [
    "a removed error status",
    (vendor) => void delete (vendor.operation(LEAD)["responses"] as Json)["429"],
    ["changed", "status-removed", `${LEAD} 429`, "spec/paths/leads.yaml"],
  ],
  [
    "an added response header",
    (vendor) => {
      const responses = vendor.operation(LEAD)["responses"] as Record<string, Json>;
      Object.assign(responses["200"] ?? {}, {
        headers: { "X-RateLimit-Remaining": { schema: { type: "integer" } } },
      });
    },
    ["docs", "headers-changed", `${LEAD} 200`, "spec/paths/leads.yaml"],
  ],
  [
    "a removed operation",
    (vendor) => void delete (vendor.document["paths"] as Json)["/api/v2/emails/reply"],
    ["breaking", "operation-removed", "POST /api/v2/emails/reply", "spec/paths/emails-reply.yaml"],
  ],
  [
    "an operation under another path",
    (vendor) => {
      const paths = vendor.document["paths"] as Json;
      paths["/api/v2/emails/answer"] = paths["/api/v2/emails/reply"];
      delete paths["/api/v2/emails/reply"];
    },
    ["breaking", "operation-moved", "POST /api/v2/emails/reply", "spec/paths/emails-reply.yaml"],
  ],
  [
    "a changed operation id",
    (vendor) => {
      vendor.operation(LEAD)["operationId"] = "addLead";
    },
    ["docs", "operation-id-changed", LEAD, "spec/paths/leads.yaml"],
  ],
  [
    "a deprecated operation",
    (vendor) => {
      vendor.operation(LEAD)["deprecated"] = true;
    },
    ["docs", "deprecated-changed", LEAD, "spec/paths/leads.yaml"],
  ],
]);
