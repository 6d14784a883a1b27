import type { LabelledValue } from "@modulex-instantly/sandbox";
import type { Tone } from "./badge.tsx";

/** The colour of a lead status. */
export function leadTone({ value }: LabelledValue): Tone {
  if (value === -1) return "bad";
  if (value === -2 || value === -3 || value === 2) return "warning";
  if (value === 1) return "info";
  return value === 3 ? "good" : "neutral";
}

/** The colour of an interest status. */
export function interestTone({ value }: LabelledValue): Tone {
  if (value > 0) return "good";
  return value < 0 ? "bad" : "neutral";
}

/** The colour of the result of a verification. */
export function verificationTone({ value }: LabelledValue): Tone {
  if (value === 1) return "good";
  return value < 0 ? "bad" : "neutral";
}
