import type { MailSummary } from "@modulex-instantly/sandbox";
import type { Tone } from "./badge.tsx";

/** How a mail came about. */
export function kindOf({ by, isAutomatic }: MailSummary): { readonly label: string; readonly tone: Tone } {
  if (by === "campaign") return { label: "Sent", tone: "neutral" };
  if (by === "reply") return { label: "Reply by hand", tone: "info" };
  return isAutomatic ? { label: "Automatic", tone: "neutral" } : { label: "Received", tone: "good" };
}
