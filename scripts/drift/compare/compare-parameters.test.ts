import { EMAILS, testChanges } from "../testing/vendor-change.ts";
import type { Json } from "../testing/vendor-fixture.ts";

testChanges("the comparison of parameters", [
  [
    "an optional parameter",
    (vendor) =>
      void (vendor.operation(EMAILS)["parameters"] as Json[]).push({
        name: "modulex_folder",
        in: "query",
        schema: { type: "string" },
      }),
    ["additive", "parameter-added", `${EMAILS} query modulex_folder`, "spec/paths/emails.yaml"],
  ],
  [
    "a required parameter",
    (vendor) =>
      void (vendor.operation(EMAILS)["parameters"] as Json[]).push({
        name: "modulex_folder",
        in: "query",
        required: true,
        schema: {},
      }),
    ["breaking", "parameter-added", `${EMAILS} query modulex_folder`, "spec/paths/emails.yaml"],
  ],
  [
    "a removed parameter",
    (vendor) => {
      const operation = vendor.operation(EMAILS);
      operation["parameters"] = (operation["parameters"] as Json[]).filter(({ name }) => name !== "lead");
    },
    ["breaking", "parameter-removed", `${EMAILS} query lead`, "spec/parameters/list-emails.yaml"],
  ],
  [
    "a parameter that becomes required",
    (vendor) => {
      vendor.parameter(EMAILS, "lead")["required"] = true;
    },
    ["breaking", "parameter-required", `${EMAILS} query lead`, "spec/parameters/list-emails.yaml"],
  ],
  [
    "a path parameter that becomes optional",
    (vendor) => {
      vendor.parameter("GET /api/v2/leads/{id}", "id")["required"] = false;
    },
    ["changed", "parameter-optional", "GET /api/v2/leads/{id} path id", "spec/parameters/get-lead.yaml"],
  ],
  [
    "a changed type of a parameter",
    (vendor) => {
      vendor.schema(`${EMAILS} query is_unread`)["type"] = "string";
    },
    ["breaking", "type-changed", `${EMAILS} query is_unread`, "spec/parameters/list-emails.yaml"],
  ],
  [
    "a parameter without a schema",
    (vendor) => void delete vendor.parameter(EMAILS, "lead")["schema"],
    ["breaking", "schema-changed", `${EMAILS} query lead`, "spec/parameters/list-emails.yaml"],
  ],
  [
    "a changed serialization of a parameter",
    (vendor) => {
      vendor.parameter(EMAILS, "eaccount")["explode"] = false;
    },
    ["breaking", "serialization-changed", `${EMAILS} query eaccount`, "spec/parameters/list-emails.yaml"],
  ],
  [
    "reserved characters that are no longer encoded",
    (vendor) => {
      vendor.parameter(EMAILS, "eaccount")["allowReserved"] = true;
    },
    ["breaking", "serialization-changed", `${EMAILS} query eaccount`, "spec/parameters/list-emails.yaml"],
  ],
  [
    "a deprecated parameter",
    (vendor) => {
      vendor.parameter(EMAILS, "lead")["deprecated"] = true;
    },
    ["docs", "deprecated-changed", `${EMAILS} query lead`, "spec/parameters/list-emails.yaml"],
  ],
  [
    "a higher bound of a parameter",
    (vendor) => {
      vendor.schema(`${EMAILS} query limit`)["maximum"] = 500;
    },
    ["changed", "maximum-changed", `${EMAILS} query limit`, "spec/parameters/list-emails.yaml"],
  ],
]);
