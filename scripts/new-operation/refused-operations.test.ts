import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { singleDocument } from "../drift/document/single-document.ts";
import { scaffold } from "./scaffold.ts";
import { ScaffoldError } from "./scaffold-error.ts";
import { pathId, TWIN, vendorDocument, vendorNode, vendorOperation } from "./testing/imaginary-document.ts";
import { repository, sourcesCopy, textsIn } from "./testing/sources-copy.ts";

// Each test copies the sources and bundles the spec.
vi.setConfig({ testTimeout: 60_000 });

let root: string;
beforeEach(() => {
  root = sourcesCopy();
});
afterEach(() => rmSync(root, { recursive: true }));

const ok = { $ref: "#/components/schemas/Campaign" };

describe("what cannot be added is refused, and nothing is written:", () => {
  const twice = {
    "/api/v2/campaigns/{id}/imaginary": { get: vendorOperation("getLead", "leads:read", ok, { parameters: [pathId] }) },
  };
  const page = {
    type: "object",
    properties: { items: { type: "array", items: ok }, next_starting_after: { type: "string" } },
  };
  const one = (template: string, method: string, operation: object) => ({ [template]: { [method]: operation } });
  const named = (id: string, more: object = {}) => vendorOperation(id, "leads:read", ok, more as never);
  const query = { parameters: [{ name: "when", in: "query", schema: { type: "string" } }] };
  const body = { requestBody: { content: { "application/json": { schema: { type: "object" } } } } };
  const form = { requestBody: { content: { "multipart/form-data": { schema: { type: "object" } } } } };

  test.each<[string, string, string, Parameters<typeof vendorDocument>[1], RegExp]>([
    [
      "an unknown path",
      "GET",
      "/api/v2/campains/{id}",
      undefined,
      /^the document has no GET \/api\/v2\/campains\/\{id\}; did you mean \w+ \/api\/v2\/campaigns\/\{id\}\?$/,
    ],
    [
      "an unknown method",
      "DELETE",
      TWIN.path,
      undefined,
      /^the document has no DELETE \/api\/v2\/lead-lists\/\{id\}\/imaginary-twin; that path has GET$/,
    ],
    [
      "an operation of the spec",
      "GET",
      "/api/v2/leads/{id}",
      undefined,
      /^GET \/api\/v2\/leads\/\{id\} is in the spec already, as getLead$/,
    ],
    [
      "an id of the spec",
      "GET",
      "/api/v2/campaigns/{id}/imaginary",
      twice,
      /operationId getLead is that of GET \/api\/v2\/leads\/\{id\}/,
    ],
    [
      "no id",
      "GET",
      "/api/v2/leads/x",
      one("/api/v2/leads/x", "get", named("")),
      /expected an operationId in camel case, such as getCampaign, found none/,
    ],
    [
      "a hostile id",
      "GET",
      "/api/v2/leads/x",
      one("/api/v2/leads/x", "get", named("a`;rm")),
      /expected an operationId in camel case/,
    ],
    [
      "another parameter",
      "GET",
      "/api/v2/leads/{email}",
      one("/api/v2/leads/{email}", "get", named("getX")),
      /one parameter, named id/,
    ],
    [
      "two parameters",
      "GET",
      "/api/v2/leads/{id}/x/{id}",
      one("/api/v2/leads/{id}/x/{id}", "get", named("getX")),
      /one \{id\} in a path/,
    ],
    [
      "a body and a query",
      "POST",
      "/api/v2/leads/x",
      one("/api/v2/leads/x", "post", named("postX", { ...query, ...body })),
      /a body and the query parameters when/,
    ],
    [
      "a form",
      "POST",
      "/api/v2/leads/x",
      one("/api/v2/leads/x", "post", named("postX", form)),
      /expected a body in JSON, found multipart\/form-data/,
    ],
    [
      "a resource that the client lacks",
      "GET",
      "/api/v2/imaginaries",
      one("/api/v2/imaginaries", "get", named("listX")),
      /the client has no resource imaginaries; it has campaigns, .*leads.*\. Add /,
    ],
    [
      "a list",
      "GET",
      "/api/v2/leads/x",
      one("/api/v2/leads/x", "get", vendorOperation("listX", "leads:read", page)),
      /a list is a ListOperation of its resource; add it by hand/,
    ],
    [
      "no success",
      "GET",
      "/api/v2/leads/x",
      one("/api/v2/leads/x", "get", { ...named("getX"), responses: {} }),
      /describes no success/,
    ],
    [
      "a success without a body",
      "GET",
      "/api/v2/leads/x",
      one("/api/v2/leads/x", "get", { ...named("getX"), responses: { "204": {} } }),
      /its 204 has no JSON body/,
    ],
  ])("%s", async (_, method, template, additions, message) => {
    const before = textsIn(root);
    const written = scaffold(root, await vendorNode(repository, additions), {
      method,
      path: template,
      withAction: true,
    });
    const error: unknown = await written.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ScaffoldError);
    expect((error as Error).message).toMatch(message);
    expect(textsIn(root)).toEqual(before);
  });

  test("a method that the client has, and a file that exists", async () => {
    const additions = one(
      "/api/v2/leads/{id}/get",
      "get",
      vendorOperation("getImaginary", "leads:read", ok, { parameters: [pathId] }),
    );
    const node = await vendorNode(repository, additions);
    const wanted = { method: "GET", path: "/api/v2/leads/{id}/get", withAction: false };
    await expect(scaffold(root, node, wanted)).rejects.toThrow("leads.ts has a method get already");
    writeFileSync(path.join(root, "spec/parameters/get-imaginary.yaml"), "id: {}\n");
    await expect(scaffold(root, node, wanted)).rejects.toThrow("spec/parameters/get-imaginary.yaml exists already");
  });

  test("a reference that leads nowhere", async () => {
    const additions = one(
      TWIN.path,
      "get",
      vendorOperation("getImaginary", "leads:read", { $ref: "#/nowhere" }, { parameters: [pathId] }),
    );
    const node = singleDocument(await vendorDocument(repository, additions), "vendor");
    await expect(scaffold(root, node, { ...TWIN, withAction: false })).rejects.toThrow("leads nowhere");
  });
});
