import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuMs } from "../../../../tests/support/cpu-time.ts";
import { inputSchemas } from "../generated/action-schemas.gen.ts";
import { schemaIssues } from "./schema-issues.ts";

// Ajv is the oracle: both must report the same keywords at the same paths.

const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });

interface Schema {
  readonly anyOf?: readonly { readonly type: string }[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
}

const texts = fc.oneof(
  fc.constantFrom("", " ", "09:00", "24:00", "email", "days", "America/Detroit", "FILTER_X", "a/b~c", "\ud83d"),
  fc.string({ maxLength: 5 }),
);
const anything = fc.oneof(
  texts,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, 0, -0, 1.5, 101, [], {}),
  fc.jsonValue(),
);

/** Values close to a schema: mostly of its type and with its names, sometimes of another type. */
function near(schema: Schema): fc.Arbitrary<unknown> {
  const { properties = {}, items, additionalProperties } = schema;
  const inner = fc.oneof({ weight: 6, arbitrary: fitting() }, { weight: 1, arbitrary: anything });
  return schema.enum ? fc.oneof(fc.constantFrom(...schema.enum), inner) : inner;

  function fitting(): fc.Arbitrary<unknown> {
    if (schema.anyOf) return fc.oneof(...schema.anyOf.map((branch) => near(branch)));
    switch ([schema.type].flat()[0]) {
      case "object": {
        const named = Object.entries(properties).map(([name, property]) => fc.tuple(fc.constant(name), near(property)));
        const free = typeof additionalProperties === "object" ? near(additionalProperties) : anything;
        const other = fc.tuple(fc.constantFrom("nonsense", "a/b~c", "__proto__", "toString", ""), free);
        return fc.array(fc.oneof(...named, other), { maxLength: 8 }).map((entries) => Object.fromEntries(entries));
      }
      case "array":
        return fc.array(near(items ?? {}), { maxLength: 3 });
      case "integer":
        return fc.integer({ min: -3, max: 120 });
      case "number":
        return fc.double({ noNaN: true });
      case "boolean":
        return fc.boolean();
      case "null":
        return fc.constant(null);
      default:
        return texts;
    }
  }
}

/** A copy with a list of types for an `anyOf` of types, for which Ajv reports one issue like we do. */
function withTypeLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTypeLists);
  if (typeof value !== "object" || value === null) return value;
  const { anyOf, ...rest } = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withTypeLists(inner)]),
  );
  return anyOf === undefined ? rest : { ...rest, type: (anyOf as { type: string }[]).map(({ type }) => type) };
}

describe.each(Object.entries(inputSchemas))("%s", (_, schema) => {
  const validate = ajv.compile(withTypeLists(schema) as object);
  const validatePublished = ajv.compile(schema);
  const issuesOf = (issues: readonly { instancePath: string; keyword: string; params: object }[]) =>
    issues
      .map(({ instancePath, keyword, params }) => {
        const { comparison: _, ...known } = params as { comparison?: string };
        return JSON.stringify([instancePath, keyword, known]);
      })
      .sort();

  test("finds the same issues as Ajv in any value", () => {
    let invalid = 0;
    fc.assert(
      fc.property(
        fc.oneof({ weight: 20, arbitrary: near(schema as Schema) }, { weight: 1, arbitrary: anything }),
        (value) => {
          const isValid = validate(value);
          if (!isValid) invalid += 1;
          expect(validatePublished(value)).toBe(isValid);
          const wrongType = new Set(
            (validate.errors ?? []).filter(({ keyword }) => keyword === "type").map(({ instancePath }) => instancePath),
          );
          // A value of the wrong type is not checked further: one issue is enough.
          const wanted = (validate.errors ?? []).filter(
            ({ keyword, instancePath }) => keyword === "type" || !wrongType.has(instancePath),
          );
          expect(issuesOf(schemaIssues(schema, value))).toEqual(issuesOf(isValid ? [] : wanted));
        },
      ),
      { numRuns: 400 },
    );
    expect(invalid).toBeGreaterThan(20);
  });
});

test("a hundred thousand issues are found quickly", () => {
  const input = { ids: Array(100_000).fill(1) };
  expect(schemaIssues(inputSchemas.list_leads, input)).toHaveLength(100_000);
  expect(cpuMs(() => schemaIssues(inputSchemas.list_leads, input))).toBeLessThan(2_000);
});

test("missing properties come before unknown ones, and both before nested issues", () => {
  const issues = schemaIssues(inputSchemas.get_lead, { leadid: "x" });
  expect(issues.map(({ keyword }) => keyword)).toEqual(["required", "additionalProperties"]);
});
