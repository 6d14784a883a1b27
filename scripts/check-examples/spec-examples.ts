import { pointerTo } from "../spec/json-pointer.ts";
import type { OpenApiDocument } from "../spec/open-api-document.ts";
import type { ExampledBody, SpecOperation } from "../spec/operation-examples.ts";
import { specOperations } from "../spec/operation-examples.ts";
import { type SpecExample, schemaExamples } from "./schema-examples.ts";

/** Lists every example of a bundled document: of schemas, parameters, request bodies and responses. */
export function specExamples(document: OpenApiDocument): SpecExample[] {
  const shared = Object.entries(document.components.schemas).flatMap(([name, schema]) =>
    schemaExamples(`schema ${name}`, pointerTo("", "components", "schemas", name), schema),
  );
  const examples = [...shared, ...specOperations(document).flatMap(operationExamples)];
  // Many operations refer to a shared response; it is listed for the first of them.
  const known = new Set<string>();
  return examples.filter(({ schemaPointer, value }) => {
    const key = `${schemaPointer} ${JSON.stringify(value)}`;
    return !known.has(key) && known.add(key);
  });
}

function operationExamples({ id, pointer, parameters, request, responses }: SpecOperation): SpecExample[] {
  const ofParameters = parameters.flatMap((parameter, index) => {
    const place = `${id}, parameter ${parameter.name}`;
    const schemaPointer = pointerTo(pointer, "parameters", String(index), "schema");
    return [
      ...schemaExamples(place, schemaPointer, parameter.schema),
      ...("example" in parameter ? [{ place: `${place}, example`, schemaPointer, value: parameter.example }] : []),
      ...Object.entries(parameter.examples ?? {}).map(([name, { value }]) => ({
        place: `${place}, example ${name}`,
        schemaPointer,
        value,
      })),
    ];
  });
  const ofResponses = Object.entries(responses).flatMap(([status, body]) => ofBody(`${id}, response ${status}`, body));
  return [...ofParameters, ...(request ? ofBody(`${id}, request`, request) : []), ...ofResponses];
}

function ofBody(place: string, { schemaPointer, schema, examples }: ExampledBody): SpecExample[] {
  const named = Object.entries(examples).map(([name, value]) => ({
    place: `${place}, example ${name}`,
    schemaPointer,
    value,
  }));
  return [...schemaExamples(place, schemaPointer, schema), ...named];
}
