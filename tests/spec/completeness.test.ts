import type { OperationId } from "@modulex-instantly/client";
import { expect, test } from "vitest";
import type { JsonSchema, OpenApiDocument } from "../../scripts/spec/open-api-document.ts";
import { operationsOf } from "../../scripts/spec/operations.ts";
import { document } from "../contract/spec-operations.ts";
import { operationRows } from "../operations.ts";
import { describedNames, describedScopes, describedValues } from "./described-names.ts";
import { find, lostNames, wordsOf } from "./lost-names.ts";
import { undescribedParts } from "./undescribed-parts.ts";

test("no described part is missing", () => {
  expect(lostNames(document)).toEqual([]);
});

test("any property, parameter or value that is removed from the spec is named", () => {
  let count = 0;
  for (const [of, names] of Object.entries(describedNames)) {
    for (const name of wordsOf(names)) {
      const copy = structuredClone(document);
      remove(copy, `${of}.${name}`);
      expect(lostNames(copy)).toContain(`${of}.${name} is gone`);
      count += 1;
    }
  }
  for (const [of, values] of Object.entries(describedValues)) {
    for (const value of wordsOf(values)) {
      const copy = structuredClone(document);
      const schema = find(copy, of) as JsonSchema;
      schema.enum = schema.enum?.filter((each) => String(each) !== value) ?? [];
      expect(lostNames(copy)).toEqual([`${of} has lost the value ${value}`]);
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(450);
});

/** Removes a property or a parameter from a document, by a path such as `Email.body.text` or `listEmail.mode`. */
function remove(copy: OpenApiDocument, place: string): void {
  const [of = "", name = ""] = [place.slice(0, place.lastIndexOf(".")), place.slice(place.lastIndexOf(".") + 1)];
  for (const item of Object.values(copy.paths)) {
    for (const operation of Object.values(item)) {
      if (operation.operationId !== of) continue;
      operation.parameters = operation.parameters?.filter((parameter) => parameter.name !== name);
    }
  }
  Reflect.deleteProperty(find(copy, of)?.properties ?? {}, name);
}

test.each(operationsOf(document))("$operation.operationId has the effect of its row in tests/operations/", (found) => {
  const { operationId, "x-effect": effect } = found.operation;
  expect(effect).toBe(operationRows[operationId as OperationId].effect);
});

test.each(Object.entries(describedScopes))("%s keeps its scopes", (id, scopes) => {
  const found = operationsOf(document).find(({ operation }) => operation.operationId === id);
  expect(found?.operation["x-scopes"].join(" ")).toBe(scopes);
});

test("every enum value has a description, and every operation has evidence", () => {
  expect(undescribedParts(document)).toEqual([]);
});

test("a missing description, an obsolete one and missing evidence are named", () => {
  const copy = structuredClone(document);
  const meanings = find(copy, "Lead.status")?.["x-enumDescriptions"] as Record<string, string>;
  delete meanings["0"];
  meanings["4"] = "Left over";
  const operation = copy.paths["/api/v2/leads/{id}"]?.["get"] as object;
  Reflect.set(operation, "x-evidence", ["S", "X"]);
  expect(undescribedParts(copy)).toEqual([
    "getLead: x-evidence must be some of S, D, L, R, I",
    "#/components/schemas/Lead/properties/status: 0 has no description",
    "#/components/schemas/Lead/properties/status: 4 is not a value",
  ]);
});
