import { describe, expect, test } from "vitest";
import type { OpenApiDocument } from "./open-api-document.ts";
import { findProperty, followReference, resolveReference, schemaName } from "./reference.ts";

const document: OpenApiDocument = {
  openapi: "3.1.0",
  info: {},
  paths: { "/things/{id}": {} },
  components: {
    schemas: {
      Thing: { type: "object", properties: { owner: { $ref: "#/components/schemas/Alias" } } },
      Alias: { $ref: "#/components/schemas/Owner" },
      Owner: { type: "object", properties: { name: { type: "string" } } },
      "with~tilde/slash": { type: "number" },
      Circle: { $ref: "#/components/schemas/Round" },
      Round: { $ref: "#/components/schemas/Circle" },
      Self: { $ref: "#/components/schemas/Self" },
    },
  },
};
const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe("followReference", () => {
  test("returns a value without a reference as it is", () => {
    const schema = { type: "string" };
    expect(followReference(document, schema)).toBe(schema);
  });

  test("follows a chain to its end", () => {
    expect(followReference(document, to("Alias"))).toBe(document.components.schemas["Owner"]);
  });

  test.each(["Circle", "Self"])("rejects %s, which never ends", (name) => {
    expect(() => followReference(document, to(name))).toThrow("leads in a circle");
  });
});

describe("resolveReference", () => {
  test.each([
    ["#/components/schemas/with~0tilde~1slash", document.components.schemas["with~tilde/slash"]],
    ["#/paths/~1things~1{id}", document.paths["/things/{id}"]],
    ["#/paths/~1things~1%7Bid%7D", document.paths["/things/{id}"]],
  ])("finds %s", (reference, target) => {
    expect(resolveReference(document, reference)).toBe(target);
  });

  test.each([
    "#/components/schemas/Missing",
    "#/components/schemas/toString",
    "#/openapi",
    "Thing",
    "#",
    "other.yaml#/a",
  ])("rejects %s", (reference) => {
    expect(() => resolveReference(document, reference)).toThrow(`${reference} is not in the document`);
  });
});

test("a property is found through references, or not at all", () => {
  expect(findProperty(document, to("Thing"), "owner.name")).toEqual({ type: "string" });
  expect(findProperty(document, to("Thing"), "owner.age")).toBeUndefined();
});

test("only a reference to a shared schema has a schema's name", () => {
  expect(schemaName(to("Thing"))).toBe("Thing");
  expect(schemaName(to("with~0tilde~1slash"))).toBe("with~tilde/slash");
  expect(schemaName({ $ref: "#/components/parameters/id" })).toBeUndefined();
  expect(schemaName({ type: "string" })).toBeUndefined();
});
