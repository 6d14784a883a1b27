import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDrift } from "../compare/find-drift.ts";
import { driftText } from "../report/drift-text.ts";
import { inside, placesOf } from "./places-of.ts";
import { specFixture } from "./spec-fixture.ts";
import { type Json, type VendorFixture, vendorFixture } from "./vendor-fixture.ts";

/** The spec of this repository. */
export const repositorySpec: string = path.resolve(import.meta.dirname, "../../../spec");

/** The places of a lead. */
export const LEADS: readonly string[] = placesOf("Lead");
/** A place inside each of them. */
export const atLead = (name: string): string[] => inside(LEADS, name);

export const EMAILS: string = "GET /api/v2/emails";
export const LEAD: string = "POST /api/v2/leads";

/** A change of the vendor's document, and the one finding it causes: class, kind, place and the file to edit. */
export type VendorChange = [
  name: string,
  change: (vendor: VendorFixture) => void,
  finding: [string, string, string, string],
];

/** Declares a test for each change: it must cause exactly its finding. */
export function testChanges(subject: string, changes: readonly VendorChange[]): void {
  describe(subject, () => {
    let published: VendorFixture;
    let spec: string;
    beforeAll(async () => {
      published = await vendorFixture(repositorySpec);
      spec = specFixture(published, repositorySpec);
    }, 60_000);
    afterAll(() => rmSync(spec, { recursive: true }));

    it.each(changes)("finds %s", (_name, change, [findingClass, kind, place, file]) => {
      const vendor = published.clone();
      change(vendor);
      const found = findDrift(vendor.node(), spec, true);
      expect(found.findings.map((finding) => [finding.class, finding.kind, finding.place])).toEqual([
        [findingClass, kind, place],
      ]);
      expect(found.stale).toEqual([]);
      const [line] = /edit (\S+?)(:\d+)?$/m.exec(driftText(found, "test"))?.slice(1) ?? [];
      expect(line).toBe(file);
    });
  });
}

/** Adds a property to an object schema. */
export function addProperty(schema: Json, name: string, property: Json, required = false): void {
  schema["properties"] = { ...(schema["properties"] as Json | undefined), [name]: property };
  if (required) schema["required"] = [...((schema["required"] as string[] | undefined) ?? []), name];
}

/** Removes a property from an object schema. */
export function removeProperty(schema: Json, name: string): void {
  delete (schema["properties"] as Json)[name];
}

/** Makes a property required or optional. */
export function setRequired(schema: Json, name: string, required: boolean): void {
  const others = ((schema["required"] as string[] | undefined) ?? []).filter((other) => other !== name);
  schema["required"] = required ? [...others, name] : others;
}
