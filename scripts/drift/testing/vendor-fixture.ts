import { readFileSync } from "node:fs";
import path from "node:path";
import { dereference } from "@apidevtools/json-schema-ref-parser";
import { loadDocument } from "../../spec/load-document.ts";
import { type RateLimit, rateLimitText } from "../compare/published-rate-limit.ts";
import type { DocumentNode } from "../document/document-node.ts";
import { singleDocument } from "../document/single-document.ts";
import { DEPARTURES, type Departure, readDepartures } from "../records/departures.ts";
import { expandPlace } from "../records/expand-place.ts";

/** A mutable JSON object. */
export type Json = { [key: string]: unknown };

/** A document of the vendor that tests can change. */
export class VendorFixture {
  readonly document: Json;

  constructor(document: Json) {
    this.document = document;
  }

  /** Reads the vendor's real document. */
  static fromFile(file: string): VendorFixture {
    return new VendorFixture(JSON.parse(readFileSync(file, "utf8")) as Json);
  }

  clone(): VendorFixture {
    return new VendorFixture(structuredClone(this.document));
  }

  /** The document itself, not a copy: nothing changes it during a comparison. */
  node(): DocumentNode {
    return singleDocument(this.document, "vendor");
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
    const below = rest.join(" ");
    const operation = this.operation(`${method} ${template}`);
    if (section === "query" || section === "path")
      return member(this.parameter(`${method} ${template}`, below), "schema");
    const holder = section === "body" ? member(operation, "requestBody") : member(operation, "responses", section);
    let current = member(holder, "content", "application/json", "schema");
    for (const step of below.match(/[^.[\]]+|\[\]/g) ?? []) {
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

  /** Changes the schemas at several places. */
  at(places: readonly string[], change: (schema: Json) => void): this {
    for (const place of places) change(this.schema(place));
    return this;
  }
}

const published = new Map<string, Promise<VendorFixture>>();

/**
 * The document that the vendor would publish if only the declared departures differed: the spec with these reverted. It
 * has no references, so that each place can be changed alone.
 */
export async function vendorFixture(specDirectory: string): Promise<VendorFixture> {
  const found = published.get(specDirectory) ?? newVendorFixture(specDirectory);
  published.set(specDirectory, found);
  return (await found).clone();
}

async function newVendorFixture(specDirectory: string): Promise<VendorFixture> {
  const dereferenced = await dereference(await loadDocument(specDirectory));
  // A copy as JSON: dereferencing puts the same object in many places.
  const vendor = new VendorFixture(JSON.parse(JSON.stringify(dereferenced)) as Json);
  for (const item of Object.values(vendor.document["paths"] as Record<string, Record<string, Json>>))
    for (const operation of Object.values(item)) {
      describeScopes(operation);
      describeRateLimit(operation);
    }
  for (const departure of readDepartures(path.join(specDirectory, DEPARTURES))) revert(vendor, departure);
  return vendor;
}

/** The vendor publishes the scopes of an operation as a sentence in its description. */
export function describeScopes(operation: Json, scopes: readonly string[] = operation["x-scopes"] as string[]): void {
  const names = scopes.map((scope) => `\`${scope}\``).join(", ");
  operation["description"] = `Theirs\n\n\nRequires one of the following scopes: ${names}`;
  delete operation["x-scopes"];
}

/** The vendor publishes a rate limit as a line of the description. */
export function describeRateLimit(operation: Json, limit = operation["x-rate-limit"] as RateLimit | undefined): void {
  delete operation["x-rate-limit"];
  if (limit === undefined) return;
  const line = `**Rate Limit:** This endpoint has a rate limit of ${rateLimitText(limit)}, unlike other API endpoints.`;
  operation["description"] = String(operation["description"]).replace(/^.*/, line);
}

function revert(vendor: VendorFixture, { id, kind, cases }: Departure): void {
  const revertAt = REVERT[kind];
  if (!revertAt) throw new Error(`${id}: vendorFixture cannot revert ${kind}`);
  const operations = Object.entries(vendor.document["paths"] as Record<string, Json>).flatMap(([template, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${template}`),
  );
  for (const { where, published } of cases) {
    for (const place of where.flatMap((pattern) => expandPlace(pattern, operations)))
      revertAt(vendor, place, published);
  }
}

const without = (keyword: string) => (vendor: VendorFixture, place: string) =>
  void delete vendor.schema(place)[keyword];
const set = (keyword: string) => (vendor: VendorFixture, place: string, published: unknown) => {
  vendor.schema(place)[keyword] = published;
};

/** How to revert a departure, by kind. */
const REVERT: Readonly<Record<string, (vendor: VendorFixture, place: string, published: unknown) => void>> = {
  "status-removed": (vendor, place) => {
    const [method, template, status = ""] = place.split(" ");
    delete member(vendor.operation(`${method} ${template}`), "responses")[status];
  },
  "type-changed": set("type"),
  "format-changed": set("format"),
  "minItems-changed": set("minItems"),
  "enum-opened": without("enum"),
  "default-changed": without("default"),
  "anyOf-changed": without("allOf"),
  "enum-closed": (vendor, place, published) => {
    const schema = vendor.schema(place);
    const described = Object.keys((schema["x-enumDescriptions"] as object | undefined) ?? {}).map(Number);
    schema["enum"] = published === "closed" ? described : published;
  },
  "enum-value-removed": (vendor, place) => {
    const schema = vendor.schema(place);
    schema["enum"] = (schema["enum"] as unknown[]).filter((value) => value !== 0);
    delete (schema["x-enumDescriptions"] as Json)["0"];
  },
  "scopes-changed": (vendor, place) => {
    delete vendor.operation(place)["description"];
  },
  "body-optional": (vendor, place) => {
    delete member(vendor.operation(place.replace(/ body$/, "")), "requestBody")["required"];
  },
  "field-required": (vendor, place) => {
    const [parent, name] = vendor.parent(place);
    parent["required"] = [...((parent["required"] as string[] | undefined) ?? []), name];
  },
};

function member(value: Json, ...keys: string[]): Json {
  let current: unknown = value;
  for (const key of keys) current = (current as Json | undefined)?.[key];
  if (typeof current !== "object" || current === null) throw new Error(`there is no ${keys.join("/")}`);
  return current as Json;
}
