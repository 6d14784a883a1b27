import type { Tone } from "../components/badge.tsx";

/** The colour of a campaign status. */
export function campaignTone(status: number): Tone {
  if (status < 0) return "bad";
  if (status === 2) return "warning";
  if (status === 1 || status === 4) return "info";
  return status === 3 ? "good" : "neutral";
}
