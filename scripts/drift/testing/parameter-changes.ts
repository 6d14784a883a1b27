import { EMAILS, type Mutation } from "./vendor-change.ts";
import type { Json } from "./vendor-fixture.ts";

/** Changes of the parameters. */
export const parameterMutations: readonly Mutation[] = [
  [
    "an optional parameter",
    (d) =>
      void (d.operation(EMAILS)["parameters"] as Json[]).push({
        name: "folder",
        in: "query",
        schema: { type: "string" },
      }),
    ["additive", "parameter-added", `${EMAILS} query folder`, "spec/paths/emails.yaml"],
  ],
  [
    "a required parameter",
    (d) =>
      void (d.operation(EMAILS)["parameters"] as Json[]).push({
        name: "folder",
        in: "query",
        required: true,
        schema: {},
      }),
    ["breaking", "parameter-added", `${EMAILS} query folder`, "spec/paths/emails.yaml"],
  ],
  [
    "a parameter taken away",
    (d) => {
      const operation = d.operation(EMAILS);
      operation["parameters"] = (operation["parameters"] as Json[]).filter(({ name }) => name !== "lead");
    },
    ["breaking", "parameter-removed", `${EMAILS} query lead`, "spec/parameters/list-emails.yaml"],
  ],
  [
    "a parameter that becomes required",
    (d) => {
      d.parameter(EMAILS, "lead")["required"] = true;
    },
    ["breaking", "parameter-required", `${EMAILS} query lead`, "spec/parameters/list-emails.yaml"],
  ],
  [
    "a path parameter that becomes optional",
    (d) => {
      d.parameter("GET /api/v2/leads/{id}", "id")["required"] = false;
    },
    ["changed", "parameter-optional", "GET /api/v2/leads/{id} path id", "spec/parameters/get-lead.yaml"],
  ],
  [
    "another type of a parameter",
    (d) => {
      d.schema(`${EMAILS} query is_unread`)["type"] = "string";
    },
    ["breaking", "type-changed", `${EMAILS} query is_unread`, "spec/parameters/list-emails.yaml"],
  ],
  [
    "a parameter that is no longer described by a schema",
    (d) => void delete d.parameter(EMAILS, "lead")["schema"],
    ["breaking", "schema-changed", `${EMAILS} query lead`, "spec/parameters/list-emails.yaml"],
  ],
  [
    "another way to write a parameter",
    (d) => {
      d.parameter(EMAILS, "eaccount")["explode"] = false;
    },
    ["breaking", "serialization-changed", `${EMAILS} query eaccount`, "spec/parameters/list-emails.yaml"],
  ],
  [
    "reserved characters that are no longer written as codes",
    (d) => {
      d.parameter(EMAILS, "eaccount")["allowReserved"] = true;
    },
    ["breaking", "serialization-changed", `${EMAILS} query eaccount`, "spec/parameters/list-emails.yaml"],
  ],
  [
    "a deprecated parameter",
    (d) => {
      d.parameter(EMAILS, "lead")["deprecated"] = true;
    },
    ["docs", "deprecated-changed", `${EMAILS} query lead`, "spec/parameters/list-emails.yaml"],
  ],
  [
    "a higher bound of a parameter",
    (d) => {
      d.schema(`${EMAILS} query limit`)["maximum"] = 500;
    },
    ["changed", "maximum-changed", `${EMAILS} query limit`, "spec/parameters/list-emails.yaml"],
  ],
];
