import { readFile } from "node:fs/promises";
import path from "node:path";
import * as client from "@modulex-instantly/client";
import * as node from "@modulex-instantly/client/node";
import * as opentelemetry from "@modulex-instantly/client/opentelemetry";
import * as redis from "@modulex-instantly/client/redis";
import * as timeZones from "@modulex-instantly/client/time-zones";
import { describe, expect, test } from "vitest";

const entries = {
  ".": client,
  "./node": node,
  "./opentelemetry": opentelemetry,
  "./redis": redis,
  "./time-zones": timeZones,
} as const;

test("the entries are those of package.json, and it has no others", async () => {
  const file = path.resolve(import.meta.dirname, "../../packages/client/package.json");
  const { exports } = JSON.parse(await readFile(file, "utf8")) as { exports: Record<string, unknown> };
  expect(Object.keys(exports).filter((key) => key !== "./package.json")).toEqual(Object.keys(entries));
});

test("the root exports exactly these values", () => {
  expect(Object.keys(client).toSorted()).toEqual([
    "CampaignStatus",
    "EmailKind",
    "InstantlyError",
    "InterestStatus",
    "LeadFilter",
    "LeadStatus",
    "campaignStatusLabels",
    "createInstantlyClient",
    "createRateLimiter",
    "emailKindLabels",
    "errorText",
    "interestStatusLabels",
    "isInstantlyError",
    "isPathId",
    "leadFilterLabels",
    "leadStatusLabels",
    "operations",
    "responseOf",
    "toEnvelope",
    "typedRequest",
  ]);
  expect(Object.keys(node).toSorted()).toEqual(["nodeTransport", "sendEvidence"]);
  expect(Object.keys(opentelemetry)).toEqual(["openTelemetryHooks"]);
  expect(Object.keys(redis)).toEqual(["redisRateLimitStore"]);
  expect(Object.keys(timeZones).toSorted()).toEqual([
    "knownTimeZones",
    "timeZoneAdvice",
    "timeZoneStandIn",
    "timeZones",
  ]);
});

describe.each(Object.entries(entries))("entry %s", (_, exported) => {
  test("every error class it exports is branded, so that isInstantlyError knows its instances", () => {
    for (const [name, value] of Object.entries(exported)) {
      if (typeof value !== "function" || !(value.prototype instanceof Error)) continue;
      const ErrorClass = value as unknown as typeof client.InstantlyError;
      const error = new ErrorClass("it failed", { code: "network", outcome: "none" });
      expect(client.isInstantlyError(error), name).toBe(true);
      expect(client.isInstantlyError(error, "network"), name).toBe(true);
      expect(Symbol.for("@modulex-instantly/client/InstantlyError") in error, name).toBe(true);
    }
  });
});

test("an error of a second copy of the built package is known to the first", async () => {
  const file = path.resolve(import.meta.dirname, "../../packages/client/dist/index.js");
  const copy = (await import(/* @vite-ignore */ `${file}?copy`)) as { InstantlyError: typeof client.InstantlyError };
  const error = new copy.InstantlyError("it failed", { code: "conflict", outcome: "rejected" });
  expect(error).not.toBeInstanceOf(client.InstantlyError);
  expect(client.isInstantlyError(error, "conflict")).toBe(true);
});

test("every operation has a method of the client, and every method is of an operation", async () => {
  const { calls } = await import("./calls.ts");
  expect(Object.keys(calls).toSorted()).toEqual(Object.keys(client.operations).toSorted());
  const instantly = client.createInstantlyClient({ apiKey: "key" });
  const methods = Object.entries(instantly).flatMap(([resource, value]) =>
    typeof value === "object" && resource !== "raw" ? Object.keys(value as object) : [],
  );
  expect(methods.filter((name) => name !== "iterate")).toHaveLength(Object.keys(client.operations).length);
});
