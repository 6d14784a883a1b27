import { isoTime } from "../iso-time.ts";
import { Refusal } from "../refusal.ts";
import type { Unknowns } from "../unknowns.ts";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A cursor that is an id, in lower case; undefined for the first page. */
export function idCursor(cursor: string | undefined, unknowns: Unknowns): string | undefined {
  if (cursor === undefined || cursor === "") return undefined;
  return UUID.test(cursor) ? cursor.toLowerCase() : malformed(unknowns);
}

/** A cursor that is a time, in milliseconds; undefined for the first page. */
export function timeCursor(cursor: string | undefined, unknowns: Unknowns): number | undefined {
  if (cursor === undefined || cursor === "") return undefined;
  const time = isoTime(cursor);
  return Number.isNaN(time) ? malformed(unknowns) : time;
}

function malformed({ malformedCursor }: Unknowns): undefined {
  if (malformedCursor === "first_page") return undefined;
  if (malformedCursor === "server_error") throw new Refusal(500, "Internal Server Error");
  throw new Refusal(400, "Invalid starting_after");
}
