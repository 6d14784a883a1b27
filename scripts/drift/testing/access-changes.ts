import { EMAILS, LEAD, type Mutation } from "./vendor-change.ts";
import type { Json } from "./vendor-fixture.ts";

const schemes = (document: Json): Json => (document["components"] as Record<string, Json>)["securitySchemes"] as Json;

/** Changes of where the API is, how a caller proves who it is, and in which form things travel. */
export const accessMutations: readonly Mutation[] = [
  [
    "another server",
    (d) => {
      d.document["servers"] = [{ url: "https://eu.api.example.com" }];
    },
    ["breaking", "server-changed", "document", "spec/openapi.yaml"],
  ],
  [
    "a server of its own for an operation",
    (d) => {
      d.operation(EMAILS)["servers"] = [{ url: "https://mail.example.com" }];
    },
    ["breaking", "server-changed", EMAILS, "spec/paths/emails.yaml"],
  ],
  [
    "another way to send the key",
    (d) => {
      schemes(d.document)["ApiKeyAuth"] = { type: "apiKey", in: "header", name: "X-Api-Key" };
    },
    ["breaking", "security-changed", "document", "spec/openapi.yaml"],
  ],
  [
    "no key where there was one",
    (d) => void delete d.document["security"],
    ["breaking", "security-changed", "document", "spec/openapi.yaml"],
  ],
  [
    "a second proof beside the key",
    (d) => {
      schemes(d.document)["Workspace"] = { type: "apiKey", in: "header", name: "X-Workspace" };
      d.document["security"] = [{ ApiKeyAuth: [], Workspace: [] }];
    },
    ["breaking", "security-changed", "document", "spec/openapi.yaml"],
  ],
  [
    "a second way to prove who one is",
    (d) => {
      schemes(d.document)["OAuth"] = { type: "oauth2", flows: {} };
      d.document["security"] = [{ ApiKeyAuth: [] }, { OAuth: ["all:read"] }];
    },
    ["changed", "security-changed", "document", "spec/openapi.yaml"],
  ],
  [
    "another proof for one operation",
    (d) => {
      d.operation(LEAD)["security"] = [{ OAuth: [] }];
    },
    ["breaking", "security-changed", LEAD, "spec/paths/leads.yaml"],
  ],
  [
    "a body in a second form",
    (d) => {
      const content = (d.operation(LEAD)["requestBody"] as Record<string, Json>)["content"] as Json;
      content["multipart/form-data"] = { schema: {} };
    },
    ["changed", "media-types-changed", `${LEAD} body`, "spec/paths/leads.yaml"],
  ],
  [
    "an answer that is no longer JSON, whatever departs inside of it",
    (d) => {
      const responses = d.operation(LEAD)["responses"] as Record<string, Json>;
      Object.assign(responses["200"] ?? {}, { content: { "application/xml": { schema: {} } } });
    },
    ["breaking", "content-changed", `${LEAD} 200`, "spec/paths/leads.yaml"],
  ],
  [
    "an answer of which nothing is said any more",
    (d) => {
      const responses = d.operation("GET /api/v2/lead-lists")["responses"] as Record<string, Json>;
      Object.assign(responses["200"] ?? {}, { content: { "application/json": {} } });
    },
    ["breaking", "schema-changed", "GET /api/v2/lead-lists 200", "spec/paths/lead-lists.yaml"],
  ],
];
