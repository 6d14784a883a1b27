import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { OpenApiDocument } from "../generate/open-api-document.ts";
import { exampleCoverage } from "./example-coverage.ts";
import { propertyCoverage } from "./property-coverage.ts";
import { specExamples } from "./spec-examples.ts";
import type { SpecOperation } from "./spec-operation.ts";
import { specOperations } from "./spec-operation.ts";

/** What the check of a spec's examples found. */
export interface ExampleReport {
  /** How many examples were validated. */
  readonly checked: number;
  /** One line a fault, beginning with its place. */
  readonly faults: readonly string[];
}

/** Validates every example of a bundled document against its schema and looks for those that are missing. */
export function exampleFaults(document: OpenApiDocument): ExampleReport {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  formats.default(ajv);
  ajv.addSchema({ ...document, $id: "spec" });
  const examples = specExamples(document);
  const invalid = examples.flatMap(({ place, schemaPointer, value }) => {
    const validate = ajv.compile({ $ref: `spec#${encodeURI(schemaPointer)}` });
    if (validate(value)) return [];
    return [`${place}: ${ajv.errorsText(validate.errors, { dataVar: "it", separator: "; " })}`];
  });
  const operations = specOperations(document);
  const missing = [
    ...Object.entries(document.components.schemas).flatMap(([name, schema]) =>
      propertyCoverage(`schema ${name}`, schema),
    ),
    ...operations.flatMap(parameterCoverage),
    ...operations.flatMap(exampleCoverage),
  ];
  return { checked: examples.length, faults: [...invalid, ...missing] };
}

function parameterCoverage({ id, parameters }: SpecOperation): string[] {
  return parameters
    .filter((parameter) => !("example" in parameter || "examples" in parameter || "examples" in parameter.schema))
    .map(({ name }) => `${id}, parameter ${name}: has no example`);
}
