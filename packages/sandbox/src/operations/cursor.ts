import { ApiError } from "../api-error.ts";
import { isoTime } from "../input/iso-time.ts";
import type { Assumptions } from "../options/assumptions.ts";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Parses a cursor that is an id, to lower case; undefined for the first page. */
export function idCursor(cursor: string | undefined, assumptions: Assumptions): string | undefined {
  if (cursor === undefined || cursor === "") return undefined;
  return UUID.test(cursor) ? cursor.toLowerCase() : malformed(assumptions);
}

/** Parses a cursor that is a time, to milliseconds; undefined for the first page. */
export function timeCursor(cursor: string | undefined, assumptions: Assumptions): number | undefined {
  if (cursor === undefined || cursor === "") return undefined;
  const time = isoTime(cursor);
  return Number.isNaN(time) ? malformed(assumptions) : time;
}

function malformed({ malformedCursor }: Assumptions): undefined {
  if (malformedCursor === "first_page") return undefined;
  if (malformedCursor === "server_error") throw new ApiError(500, "Internal Server Error");
  throw new ApiError(400, "Invalid starting_after");
}
