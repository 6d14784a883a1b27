import { brokenBodies } from "./broken-bodies.ts";
import { cutOff } from "./cut-off.ts";
import type { Fault } from "./fault.ts";
import { hostileAnswers } from "./hostile-answers.ts";
import { oddAnswers } from "./odd-answers.ts";
import { pageWalks } from "./page-walks.ts";
import { refusals } from "./refusals.ts";
import { refusedLocally } from "./refused-locally.ts";
import { strangeButGood } from "./strange-but-good.ts";
import { unreachable } from "./unreachable.ts";

/** The rows of the matrix, apart from those that are contested or not built. */
export const matrix: readonly Fault[] = [
  ...unreachable,
  ...refusedLocally,
  ...cutOff,
  ...refusals,
  ...oddAnswers,
  ...brokenBodies,
  ...hostileAnswers,
  ...strangeButGood,
  ...pageWalks,
];
