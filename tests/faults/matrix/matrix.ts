import { brokenBodies } from "./broken-bodies.ts";
import { cutOff } from "./cut-off.ts";
import { errorResponses } from "./error-responses.ts";
import type { Fault } from "./fault.ts";
import { hostileResponses } from "./hostile-responses.ts";
import { pageWalks } from "./page-walks.ts";
import { rejectedLocally } from "./rejected-locally.ts";
import { toleratedResponses } from "./tolerated-responses.ts";
import { unreachable } from "./unreachable.ts";
import { unusualResponses } from "./unusual-responses.ts";

/** The rows of the matrix, except those that are contested or not implemented. */
export const matrix: readonly Fault[] = [
  ...unreachable,
  ...rejectedLocally,
  ...cutOff,
  ...errorResponses,
  ...unusualResponses,
  ...brokenBodies,
  ...hostileResponses,
  ...toleratedResponses,
  ...pageWalks,
];
