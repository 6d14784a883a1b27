import { readFileSync } from "node:fs";
import path from "node:path";
import { dereference } from "@apidevtools/json-schema-ref-parser";
import { loadDocument } from "../../spec/load-document.ts";
import type { SpecNode } from "../document/document-node.ts";
import { oneDocument } from "../document/single-document.ts";
import { DEPARTURES, type Departure, readDepartures } from "../vendor/departures.ts";
import { expandPlace } from "../vendor/expand-place.ts";

/** A JSON object of the stand-in document, free to be changed. */
export type Json = { [key: string]: unknown };

/**
 * Stands in for the vendor's document in tests: the curated spec with its declared departures taken back and every
 * reference written out, so that one place can be changed without the others.
 */
export class VendorDouble {
  readonly document: Json;

  private constructor(document: Json) {
    this.document = document;
  }

  /** Builds it from a spec folder. */
  static async of(specDirectory: string): Promise<VendorDouble> {
    const dereferenced = await dereference(await loadDocument(specDirectory));
    // One object for each place: dereferencing puts the same one everywhere.
    const double = new VendorDouble(JSON.parse(JSON.stringify(dereferenced)) as Json);
    for (const departure of readDepartures(path.join(specDirectory, DEPARTURES))) double.#takeBack(departure);
    return double;
  }

  /** Reads a real document of the vendor. */
  static fromFile(file: string): VendorDouble {
    return new VendorDouble(JSON.parse(readFileSync(file, "utf8")) as Json);
  }

  clone(): VendorDouble {
    return new VendorDouble(structuredClone(this.document));
  }

  node(): SpecNode {
    return oneDocument(structuredClone(this.document), "vendor");
  }

  /** An operation by its name, such as `GET /api/v2/emails`. */
  operation(name: string): Json {
    const [method = "", template = ""] = name.split(" ");
    return member(this.document, "paths", template, method.toLowerCase());
  }

  /** A parameter of an operation. */
  parameter(operation: string, name: string): Json {
    const parameters = this.operation(operation)["parameters"] as Json[];
    const found = parameters.find((parameter) => parameter["name"] === name);
    if (!found) throw new Error(`${operation} has no parameter ${name}`);
    return found;
  }

  /** A schema by its place, such as `GET /api/v2/emails 200 items[].thread_id`. */
  schema(place: string): Json {
    const [method, template, section = "", ...rest] = place.split(" ");
    const way = rest.join(" ");
    const operation = this.operation(`${method} ${template}`);
    if (section === "query" || section === "path")
      return member(this.parameter(`${method} ${template}`, way), "schema");
    const holder = section === "body" ? member(operation, "requestBody") : member(operation, "responses", section);
    let current = member(holder, "content", "application/json", "schema");
    for (const step of way.match(/[^.[\]]+|\[\]/g) ?? []) {
      if (step === "[]") current = member(current, "items");
      else current = step === "*" ? member(current, "additionalProperties") : member(current, "properties", step);
    }
    return current;
  }

  /** The schema that holds the property at a place, and the property's name. */
  parent(place: string): [Json, string] {
    const cut = Math.max(place.lastIndexOf("."), place.lastIndexOf(" "));
    return [this.schema(place.slice(0, cut)), place.slice(cut + 1)];
  }

  /** Does the same to the schemas at several places. */
  at(places: readonly string[], change: (schema: Json) => void): this {
    for (const place of places) change(this.schema(place));
    return this;
  }

  #takeBack({ id, kind, cases }: Departure): void {
    const undo = UNDO[kind];
    if (!undo) throw new Error(`${id}: VendorDouble cannot take back ${kind}`);
    const operations = Object.entries(this.document["paths"] as Record<string, Json>).flatMap(([template, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${template}`),
    );
    for (const { where, published } of cases) {
      for (const place of where.flatMap((pattern) => expandPlace(pattern, operations))) undo(this, place, published);
    }
  }
}

const without = (keyword: string) => (double: VendorDouble, place: string) => void delete double.schema(place)[keyword];
const set = (keyword: string) => (double: VendorDouble, place: string, published: unknown) => {
  double.schema(place)[keyword] = published;
};

/** How to take back a departure, by its kind. */
const UNDO: Readonly<Record<string, (double: VendorDouble, place: string, published: unknown) => void>> = {
  "status-removed": (double, place) => {
    const [method, template, status = ""] = place.split(" ");
    delete member(double.operation(`${method} ${template}`), "responses")[status];
  },
  "type-changed": set("type"),
  "format-changed": set("format"),
  "minItems-changed": set("minItems"),
  "enum-opened": without("enum"),
  "default-changed": without("default"),
  "anyOf-changed": without("allOf"),
  "enum-closed": (double, place, published) => {
    const schema = double.schema(place);
    const described = Object.keys((schema["x-enumDescriptions"] as object | undefined) ?? {}).map(Number);
    schema["enum"] = published === "closed" ? described : published;
  },
  "enum-value-removed": (double, place) => {
    const schema = double.schema(place);
    schema["enum"] = (schema["enum"] as unknown[]).filter((value) => value !== 0);
    delete (schema["x-enumDescriptions"] as Json)["0"];
  },
  "null-removed": (double, place) => {
    const schema = double.schema(place);
    schema["enum"] = (schema["enum"] as unknown[]).filter((value) => value !== null);
  },
  "body-optional": (double, place) => {
    delete member(double.operation(place.replace(/ body$/, "")), "requestBody")["required"];
  },
  "field-required": (double, place) => {
    const [parent, name] = double.parent(place);
    parent["required"] = [...((parent["required"] as string[] | undefined) ?? []), name];
  },
};

function member(value: Json, ...keys: string[]): Json {
  let current: unknown = value;
  for (const key of keys) current = (current as Json | undefined)?.[key];
  if (typeof current !== "object" || current === null) throw new Error(`there is no ${keys.join("/")}`);
  return current as Json;
}
