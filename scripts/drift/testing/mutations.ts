import { inside, placesOf } from "./places-of.ts";
import { addProperty, atLead, EMAILS, LEAD, LEADS, removeProperty, setRequired } from "./vendor-change.ts";
import { describeScopes, type Json, type VendorFixture } from "./vendor-fixture.ts";

/** A change of the vendor's document, and what `pnpm spec:update` does about it. */
export interface Mutation {
  readonly name: string;
  readonly change: (vendor: VendorFixture) => void;
  /** The exit code. */
  readonly code: number;
  /** The kinds of findings that are applied. */
  readonly applied: readonly string[];
  /** The findings that need a decision, as `kind place`. */
  readonly decisions: readonly string[];
  /** What a person must write or decide, as `place: what`; lines of files are left out. */
  readonly remaining: readonly string[];
  /** What building and testing finds, as patterns; everything found must match one of them, and each must be found. */
  readonly failures: readonly RegExp[];
}

const statusPlaces = [
  ...inside(placesOf("Campaign"), "status"),
  ...["query status", "query exclude_status"].map((place) => `GET /api/v2/campaigns ${place}`),
];
const parameters = (vendor: VendorFixture): Json[] => vendor.operation(EMAILS)["parameters"] as Json[];
const nothing = { applied: [], remaining: [], failures: [] } as const;

/** Ten kinds of changes that the vendor makes. */
export const mutations: readonly Mutation[] = [
  {
    name: "a new field of a response",
    change: (vendor) => {
      vendor.at(LEADS, (schema) => addProperty(schema, "modulex_owner", { type: ["string", "null"], format: "uuid" }));
    },
    code: 6,
    applied: ["field-added"],
    decisions: [],
    remaining: ["spec/schemas/Lead.yaml: describe modulex_owner in your own words"],
    failures: [],
  },
  {
    name: "a new optional field of a body",
    change: (vendor) => addProperty(vendor.schema(`${LEAD} body`), "modulex_note", { type: "string" }),
    code: 6,
    applied: ["field-added"],
    decisions: [],
    remaining: ["spec/schemas/CreateLeadRequest.yaml: describe modulex_note in your own words"],
    failures: [],
  },
  {
    name: "a new optional parameter",
    change: (vendor) =>
      void parameters(vendor).push({ name: "modulex_folder", in: "query", schema: { type: "string" } }),
    code: 6,
    applied: ["parameter-added"],
    decisions: [],
    remaining: ["spec/parameters/list-emails.yaml: describe modulex_folder in your own words"],
    failures: [],
  },
  {
    name: "a new value of a parameter, which a table of the sandbox lists",
    change: (vendor) => void (vendor.schema(`${EMAILS} query email_type`)["enum"] as unknown[]).push("modulex_kind"),
    code: 6,
    applied: ["enum-value-added"],
    decisions: [],
    remaining: ["spec/parameters/list-emails.yaml: say what the value modulex_kind means"],
    failures: [
      /^packages\/sandbox\/src\/operations\/email-filter\.ts:\d+: TS7053: .*Property 'modulex_kind' does not exist/,
    ],
  },
  {
    name: "a new value of a response, with a description",
    change: (vendor) =>
      void vendor.at(statusPlaces, (schema) => {
        (schema["enum"] as unknown[]).push(7005);
        Object.assign(schema["x-enumDescriptions"] as Json, { 7005: "Theirs" });
      }),
    code: 6,
    applied: ["enum-value-added"],
    decisions: [],
    remaining: ["spec/schemas/CampaignStatus.yaml: say what the value 7005 means"],
    failures: [],
  },
  {
    name: "a new status",
    change: (vendor) => {
      const schema = { type: "object", properties: { code: { type: "string", enum: ["DUPLICATE"] } } };
      const response = { description: "Theirs", content: { "application/json": { schema } } };
      (vendor.operation(LEAD)["responses"] as Json)["418"] = response;
    },
    code: 6,
    applied: ["status-added"],
    decisions: [],
    remaining: [
      "spec/paths/leads.yaml: say when the API responds with 418",
      "spec/paths/leads.yaml: say what the value DUPLICATE means",
      "spec/paths/leads.yaml: describe code in your own words",
      "packages/client/src/response/parse-response.ts: decide on an error code for status 418: it is bad_request now. " +
        'For another, add 418: "..." here, to InstantlyErrorCode and to docs/errors.md',
    ],
    failures: [/^tests\/contract\/documented-responses\.test\.ts: /, /^tests\/spec\/named-examples\.test\.ts: /],
  },
  {
    name: "a scope with another name",
    change: (vendor) => describeScopes(vendor.operation(LEAD), ["leads:write", "leads:all", "all:create", "all:all"]),
    code: 4,
    decisions: [`scopes-changed ${LEAD}`],
    ...nothing,
  },
  {
    name: "a renamed field",
    change: (vendor) =>
      void vendor.at(LEADS, (schema) => {
        setRequired(schema, "phone", false);
        removeProperty(schema, "phone");
        addProperty(schema, "phone_number", { type: ["string", "null"] });
      }),
    code: 4,
    decisions: [`field-removed ${LEAD} 200 phone`, `field-added ${LEAD} 200 phone_number`],
    ...nothing,
  },
  {
    name: "a field with alternatives",
    change: (vendor) =>
      addProperty(vendor.schema(`${LEAD} body`), "either", { oneOf: [{ type: "string" }, { type: "integer" }] }),
    code: 1,
    decisions: [`field-added ${LEAD} body either`],
    ...nothing,
  },
  {
    name: "a changed type",
    change: (vendor) => void vendor.at(atLead("company_domain"), (schema) => Object.assign(schema, { type: "array" })),
    code: 4,
    decisions: [`type-changed ${LEAD} 200 company_domain`],
    ...nothing,
  },
  {
    name: "a new required parameter",
    change: (vendor) =>
      void parameters(vendor).push({ name: "modulex_folder", in: "query", required: true, schema: { type: "string" } }),
    code: 4,
    decisions: [`parameter-added ${EMAILS} query modulex_folder`],
    ...nothing,
  },
];
