import { childOf, type DocumentNode, isRecord } from "../document/document-node.ts";
import { printable } from "../report/printable.ts";
import { schemaView } from "../schema/schema-view.ts";

/** Why the client cannot send a parameter; undefined if it can, or if it may leave it out. */
export function parameterIssue(parameter: DocumentNode): string | undefined {
  const { in: place, required, style = "form", explode = true, ...given } = fieldsOf(parameter);
  const name = printable(String(given["name"]));
  if (place === "path") return undefined;
  if (place !== "query") {
    return required === true
      ? `it requires the ${printable(String(place))} parameter ${name}, which the client cannot send`
      : undefined;
  }
  if (!/^[A-Za-z][\w-]*$/.test(name)) return `expected a plain name of a query parameter, found ${name}`;
  const types = (schema: DocumentNode | undefined) => (schema ? schemaView(schema).types : undefined) ?? ["object"];
  const schema = childOf(parameter, "schema");
  const items = schema && schemaView(schema).keywords.get("items");
  const isList = types(schema).includes("array");
  if (!types(schema).includes("object") && !isList) return undefined;
  if (isList && style === "form" && explode === true && !types(items).some((type) => /^(array|object)$/.test(type)))
    return undefined;
  return `the client cannot send the query parameter ${name}: it supports texts, numbers, booleans, and lists of them as ${name}=a&${name}=b`;
}

function fieldsOf({ value }: DocumentNode): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
