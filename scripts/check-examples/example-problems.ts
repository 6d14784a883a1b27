import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { OpenApiDocument } from "../spec/open-api-document.ts";
import type { SpecOperation } from "../spec/operation-examples.ts";
import { specOperations } from "../spec/operation-examples.ts";
import { exampleCoverage } from "./example-coverage.ts";
import { propertyCoverage } from "./property-coverage.ts";
import { specExamples } from "./spec-examples.ts";

/** The result of checking the examples of a spec. */
export interface ExampleReport {
  /** The number of examples that were validated. */
  readonly checked: number;
  /** One line for each problem, starting with its place. */
  readonly problems: readonly string[];
}

/** Validates every example of a bundled document against its schema, and finds missing examples. */
export function exampleProblems(document: OpenApiDocument): ExampleReport {
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
      propertyCoverage(`schema ${name}`, schema, document),
    ),
    ...operations.flatMap((operation) => bodyCoverage(operation, document)),
    ...operations.flatMap(parameterCoverage),
    ...operations.flatMap(exampleCoverage),
  ];
  return { checked: examples.length, problems: [...invalid, ...missing] };
}

/** Checks the inline schemas of an operation. Shared schemas are checked once, by their names. */
function bodyCoverage({ id, request, responses }: SpecOperation, document: OpenApiDocument): string[] {
  return [
    ...(request ? propertyCoverage(`${id}, request`, request.schema, document) : []),
    ...Object.entries(responses).flatMap(([status, { schema }]) =>
      propertyCoverage(`${id}, response ${status}`, schema, document),
    ),
  ];
}

function parameterCoverage({ id, parameters }: SpecOperation): string[] {
  return parameters
    .filter((parameter) => !("example" in parameter || "examples" in parameter || "examples" in parameter.schema))
    .map(({ name }) => `${id}, parameter ${name}: has no example`);
}
