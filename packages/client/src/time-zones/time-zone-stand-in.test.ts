import { describe, expect, test } from "vitest";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { errorText } from "../errors/error-text.ts";
import type { InstantlyError } from "../errors/instantly-error.ts";
import { responseOf } from "../response/response-of.ts";
import { knownTimeZones, timeZoneAdvice, timeZoneStandIn } from "./time-zone-stand-in.ts";
import { approximateTimeZoneStandIns, timeZoneStandIns, timeZones } from "./time-zones.gen.ts";

const REJECTED = "body/campaign_schedule/schedules/0/timezone must be equal to one of the allowed values";

/** The error for a campaign with time zones, from an API that rejects it. */
async function errorFor(zones: readonly unknown[], respond = { message: REJECTED }, method = "create", status = 400) {
  const instantly = createInstantlyClient({ apiKey: "key", fetch: async () => Response.json(respond, { status }) });
  const schedules = zones.map((timezone) => ({ name: "w", timing: {}, days: {}, timezone }));
  const campaign = { name: "n", campaign_schedule: { schedules } } as never;
  const { create, update } = instantly.campaigns;
  const call = method === "create" ? create(campaign) : update("id", campaign);
  return call.then(
    () => expect.unreachable("the API rejects it"),
    (error: InstantlyError) => error,
  );
}

describe.each(["create", "update"])("campaigns.%s", (method) => {
  test.each([
    ["America/New_York", 'use "America/Detroit", which has the same clock all year'],
    ["Europe/London", 'use "Europe/Isle_of_Man", which has the same clock all year'],
    ["America/Cayman", 'use "America/Bogota", which has the same clock all year'],
    ["America/Los_Angeles", 'the nearest is "America/Dawson", which differs for a part of the year'],
  ])("names the stand-in of %s", async (zone, advice) => {
    const error = await errorFor([zone], undefined, method);
    expect(error.message).toContain(
      `${REJECTED} (HTTP 400); time zone "${zone}" is not accepted by Instantly; ${advice}`,
    );
    expect(error.stack).toContain(advice);
    expect(error.toJSON()["message"]).toContain(advice);
    expect(error).toMatchObject({ code: "bad_request", outcome: "rejected", apiMessage: REJECTED });
    expect(responseOf(error)?.status).toBe(400);
  });
});

test("several zones each get one; accepted ones and unknown texts get none", async () => {
  const { message } = await errorFor([
    "UTC",
    "America/Detroit",
    "UTC",
    "Europe/Berlin",
    "Mars/Olympus",
    "Pacific/Chatham",
  ]);
  expect(message.match(/is not accepted by Instantly/g)).toHaveLength(2);
  expect(message).toContain('"UTC" is not accepted by Instantly; use "Africa/Abidjan"');
  expect(message).toContain('"Europe/Berlin" is not accepted by Instantly; use "Europe/Belgrade"');
});

test("errors of other kinds stay as they are, and so does the error for a zone that is no text", async () => {
  expect((await errorFor(["UTC"], { message: REJECTED }, "create", 403)).message).not.toContain("Abidjan");
  expect((await errorFor(["UTC"], { message: "body/name must be a string" })).message).not.toContain("Abidjan");
  for (const zone of [null, 5, {}, "x".repeat(100_000), "__proto__", 'U"TC', "constructor", ""]) {
    const error = await errorFor([zone]);
    expect(error.message).toBe(`createCampaign: ${REJECTED} (HTTP 400)`);
    expect(errorText(error)).toContain(REJECTED);
  }
});

test("an accepted zone is its own stand-in, and one that nobody knows has none", () => {
  for (const timeZone of timeZones) expect(timeZoneStandIn(timeZone)).toEqual({ timeZone, isExact: true });
  for (const zone of ["", "Mars/Olympus", "constructor", "y".repeat(1_000_000)]) {
    expect(timeZoneStandIn(zone)).toBeUndefined();
    expect(timeZoneAdvice(zone)).toBeUndefined();
  }
});

test("every zone of the spec has the stand-in of the spec", () => {
  for (const [zone, timeZone] of Object.entries(timeZoneStandIns))
    expect(timeZoneStandIn(zone)?.timeZone).toBe(timeZone);
  for (const [zone, timeZone] of Object.entries(approximateTimeZoneStandIns)) {
    expect(timeZoneStandIn(zone)).toEqual({ timeZone, isExact: false });
  }
  expect(knownTimeZones()).toEqual(expect.arrayContaining([...timeZones, ...Object.keys(timeZoneStandIns)]));
});
