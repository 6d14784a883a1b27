import { rmSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { scaffold } from "./scaffold.ts";
import { ScaffoldError } from "./scaffold-error.ts";
import { pathId, vendorNode, vendorOperation } from "./testing/imaginary-document.ts";
import { repository, sourcesCopy, textsIn } from "./testing/sources-copy.ts";

// Each test copies the sources and bundles the spec.
vi.setConfig({ testTimeout: 60_000 });

type Json = Record<string, unknown>;

const lead = { $ref: "#/components/schemas/Lead" };
const read = (id: string, more: Json = {}, success: Json = lead) => vendorOperation(id, "leads:read", success, more);
const query = (more: Json) => read("getX", { parameters: [{ name: "when", in: "query", ...more }] });
const body = (schema: Json) => ({ requestBody: { content: { "application/json": { schema } } } });
const withField = (name: string) =>
  read("postX", { parameters: [pathId], ...body({ type: "object", properties: { [name]: { type: "string" } } }) });
const text = { type: "string" };

test.each<[string, string, Json, RegExp]>([
  ...["delete", "await", "constructor"].map((id) => ["GET", "imaginary", read(id), /cannot name a constant/] as never),
  [
    "GET",
    "imaginary",
    read("getLEAD"),
    /operationId getLEAD is that of GET \/api\/v2\/leads\/\{id\} in the spec, getLead/,
  ],
  ...["list", "iterate", "then", "to-string", "2fa"].map(
    (last) => ["GET", last, read("getX"), /cannot be the name of a method of the client/] as never,
  ),
  ["GET", "imaginary", query({ in: "header", required: true, schema: text }), /requires the header parameter when/],
  ["GET", "imaginary", query({ schema: { type: "object" } }), /cannot send the query parameter when/],
  [
    "GET",
    "imaginary",
    query({ explode: false, schema: { type: "array", items: text } }),
    /lists of them as when=a&when=b/,
  ],
  [
    "GET",
    "imaginary",
    query({ schema: { type: "array", items: { type: "object" } } }),
    /cannot send the query parameter/,
  ],
  ["GET", "imaginary", query({ content: {} }), /cannot send the query parameter when/],
  [
    "GET",
    "imaginary",
    query({ name: "ids[]", schema: text }),
    /expected a plain name of a query parameter, found ids\[\]/,
  ],
  ["POST", "imaginary", read("postX", body({ type: "array", items: text })), /a body that is an object, found array/],
  ["POST", "{id}/imaginary", withField("id"), /id in its path and in its body/],
  ["POST", "{id}/imaginary", withField("lead_id"), /its body has lead_id, too; use --no-action/],
  [
    "GET",
    "imaginary",
    read("getX", {}, { type: "array", items: lead }),
    /its 200 is array, and the client requires an object/,
  ],
])("%s %s is refused, and nothing is written", async (method, last, operation, message) => {
  const path = `/api/v2/leads/${last}`;
  const root = sourcesCopy();
  try {
    const before = textsIn(root);
    const node = await vendorNode(repository, { [path]: { [method.toLowerCase()]: operation } });
    const error: unknown = await scaffold(root, node, { method, path, withAction: true }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ScaffoldError);
    expect((error as Error).message).toMatch(message);
    expect(textsIn(root)).toEqual(before);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test.each([
  ["of its path item", { parameters: [pathId] }, {}],
  ["by a reference", {}, { parameters: [{ $ref: "#/paths/~1api~1v2~1leads~1{id}/get/parameters/0" }] }],
])("a deprecated operation with the parameter %s is written", async (_, shared, own) => {
  const path = "/api/v2/leads/{id}/imaginary";
  const lists = { name: "tag_ids", in: "query", schema: { type: "array", items: text } };
  const parameters = [...((own as { parameters?: object[] }).parameters ?? []), lists];
  const root = sourcesCopy();
  try {
    const item = { ...shared, get: read("getImaginary", { parameters, deprecated: true }) };
    await scaffold(root, await vendorNode(repository, { [path]: item }), { method: "GET", path, withAction: true });
    const written = textsIn(root);
    expect(written.get("spec/paths/lead-imaginary.yaml")).toMatch(
      /deprecated: true\n(.*\n)+.*get-imaginary.yaml#\/id\n/,
    );
    expect(written.get("spec/parameters/get-imaginary.yaml")).toContain("example: [example]");
    expect(written.get("packages/client/src/resources/leads.ts")).toContain("@deprecated TODO");
  } finally {
    rmSync(root, { recursive: true });
  }
});
