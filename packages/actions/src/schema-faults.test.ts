import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inputSchemas } from "./action-schemas.gen.ts";
import { schemaFaults } from "./schema-faults.ts";

// Ajv is the oracle: both must object to the same places for the same reasons.

const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });

interface Schema {
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

/** Values near a schema: mostly of its type and with its names, now and then of another. */
function near(schema: Schema): fc.Arbitrary<unknown> {
  const { properties = {}, items, additionalProperties } = schema;
  const inner = fc.oneof({ weight: 6, arbitrary: fitting() }, { weight: 1, arbitrary: anything });
  return schema.enum ? fc.oneof(fc.constantFrom(...schema.enum), inner) : inner;

  function fitting(): fc.Arbitrary<unknown> {
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
      default:
        return texts;
    }
  }
}

describe.each(Object.entries(inputSchemas))("%s", (_, schema) => {
  const validate = ajv.compile(schema);
  const faultsOf = (faults: readonly { instancePath: string; keyword: string; params: object }[]) =>
    faults
      .map(({ instancePath, keyword, params }) => {
        const { comparison: _, ...known } = params as { comparison?: string };
        return JSON.stringify([instancePath, keyword, known]);
      })
      .sort();

  test("the same faults as Ajv finds, in any value", () => {
    let invalid = 0;
    fc.assert(
      fc.property(
        fc.oneof({ weight: 20, arbitrary: near(schema as Schema) }, { weight: 1, arbitrary: anything }),
        (value) => {
          const isValid = validate(value);
          if (!isValid) invalid += 1;
          const wrongType = new Set(
            (validate.errors ?? []).filter(({ keyword }) => keyword === "type").map(({ instancePath }) => instancePath),
          );
          // What is of the wrong type is not looked into further: one fault is enough.
          const wanted = (validate.errors ?? []).filter(
            ({ keyword, instancePath }) => keyword === "type" || !wrongType.has(instancePath),
          );
          expect(faultsOf(schemaFaults(schema, value))).toEqual(faultsOf(isValid ? [] : wanted));
        },
      ),
      { numRuns: 400 },
    );
    expect(invalid).toBeGreaterThan(20);
  });
});

test("a hundred thousand faults are found in no time", () => {
  const startedAt = performance.now();
  expect(schemaFaults(inputSchemas.list_leads, { ids: Array(100_000).fill(1) })).toHaveLength(100_000);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test("required names come before unknown ones, and both before what is inside", () => {
  const faults = schemaFaults(inputSchemas.get_lead, { leadid: "x" });
  expect(faults.map(({ keyword }) => keyword)).toEqual(["required", "additionalProperties"]);
});
