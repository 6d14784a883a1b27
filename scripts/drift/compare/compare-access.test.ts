import { EMAILS, LEAD, testChanges } from "../testing/vendor-change.ts";
import type { Json } from "../testing/vendor-fixture.ts";

const schemes = (document: Json): Json => (document["components"] as Record<string, Json>)["securitySchemes"] as Json;

testChanges("the comparison of servers, security and media types", [
  [
    "a changed server",
    (vendor) => {
      vendor.document["servers"] = [{ url: "https://eu.api.example.com" }];
    },
    ["breaking", "server-changed", "document", "spec/openapi.yaml"],
  ],
  [
    "a server for one operation",
    (vendor) => {
      vendor.operation(EMAILS)["servers"] = [{ url: "https://mail.example.com" }];
    },
    ["breaking", "server-changed", EMAILS, "spec/paths/emails.yaml"],
  ],
  [
    "another way to send the API key",
    (vendor) => {
      schemes(vendor.document)["ApiKeyAuth"] = { type: "apiKey", in: "header", name: "X-Api-Key" };
    },
    ["breaking", "security-changed", "document", "spec/openapi.yaml"],
  ],
  [
    "an API key that is no longer required",
    (vendor) => void delete vendor.document["security"],
    ["breaking", "security-changed", "document", "spec/openapi.yaml"],
  ],
  [
    "a second scheme required in addition",
    (vendor) => {
      schemes(vendor.document)["Workspace"] = { type: "apiKey", in: "header", name: "X-Workspace" };
      vendor.document["security"] = [{ ApiKeyAuth: [], Workspace: [] }];
    },
    ["breaking", "security-changed", "document", "spec/openapi.yaml"],
  ],
  [
    "a second scheme as an alternative",
    (vendor) => {
      schemes(vendor.document)["OAuth"] = { type: "oauth2", flows: {} };
      vendor.document["security"] = [{ ApiKeyAuth: [] }, { OAuth: ["all:read"] }];
    },
    ["changed", "security-changed", "document", "spec/openapi.yaml"],
  ],
  [
    "another scheme for one operation",
    (vendor) => {
      vendor.operation(LEAD)["security"] = [{ OAuth: [] }];
    },
    ["breaking", "security-changed", LEAD, "spec/paths/leads.yaml"],
  ],
  [
    "a second media type of a body",
    (vendor) => {
      const content = (vendor.operation(LEAD)["requestBody"] as Record<string, Json>)["content"] as Json;
      content["multipart/form-data"] = { schema: {} };
    },
    ["changed", "media-types-changed", `${LEAD} body`, "spec/paths/leads.yaml"],
  ],
  [
    "a response that is no longer JSON, with departures inside",
    (vendor) => {
      const responses = vendor.operation(LEAD)["responses"] as Record<string, Json>;
      Object.assign(responses["200"] ?? {}, { content: { "application/xml": { schema: {} } } });
    },
    ["breaking", "content-changed", `${LEAD} 200`, "spec/paths/leads.yaml"],
  ],
  [
    "a response without a schema",
    (vendor) => {
      const responses = vendor.operation("GET /api/v2/lead-lists")["responses"] as Record<string, Json>;
      Object.assign(responses["200"] ?? {}, { content: { "application/json": {} } });
    },
    ["breaking", "schema-changed", "GET /api/v2/lead-lists 200", "spec/paths/lead-lists.yaml"],
  ],
]);
