import type { OpenApiDocument } from "../spec/open-api-document.ts";

/**
 * The time zones that the API accepts, and the accepted ones for common zones that it does not.
 *
 * @throws Error if `spec/schemas/TimeZone.yaml` has none.
 */
export function timeZoneModule({ components }: OpenApiDocument): string {
  const schema = components.schemas["TimeZone"];
  if (!schema?.enum || !schema["x-stand-ins"])
    throw new Error("spec/schemas/TimeZone.yaml: expected enum and x-stand-ins");
  const table = (name: string, value: unknown) =>
    `export const ${name}: Readonly<Record<string, TimeZone>> = ${JSON.stringify(value, null, 2)};\n`;
  return [
    'import type { TimeZone } from "@modulex-instantly/types";',
    "",
    "/** The time zones that the API accepts. */",
    `export const timeZones: readonly TimeZone[] = ${JSON.stringify(schema.enum, null, 2)};\n`,
    "/** For common time zones that the API does not accept: an accepted one with the same local time all year. */",
    table("timeZoneStandIns", schema["x-stand-ins"]),
    "/** For zones without an exact equivalent: the nearest accepted zone. */",
    table("approximateTimeZoneStandIns", schema["x-stand-ins-approximate"] ?? {}),
  ].join("\n");
}
