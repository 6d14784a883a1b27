import path from "node:path";
import { loadDocument } from "../../spec/load-document.ts";
import { operationFacts } from "../document/operation-facts.ts";
import { operationNodes } from "../document/operation-nodes.ts";
import { singleDocument } from "../document/single-document.ts";

const operations = operationNodes(
  singleDocument(await loadDocument(path.resolve(import.meta.dirname, "../../../spec"))),
);

/** Every place in a response that has the shared schema of an entity, such as `GET /api/v2/campaigns 200 items[]`. */
export function placesOf(entity: string): string[] {
  return operations.flatMap(({ name, node }) => {
    const [method = "", template = ""] = name.split(" ");
    const facts = operationFacts(method, template, node);
    return facts.entity === entity ? [`${name} ${facts.successStatus}${facts.isList ? " items[]" : ""}`] : [];
  });
}

/** A place inside each of the given ones. */
export function inside(places: readonly string[], name: string): string[] {
  return places.map((place) => (place.endsWith("]") ? `${place}.${name}` : `${place} ${name}`));
}
