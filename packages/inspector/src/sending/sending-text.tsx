import type { SendingState } from "@modulex-instantly/sandbox";
import { Time } from "../time/time.tsx";

interface SendingTextProps {
  readonly sending: Pick<SendingState, "text" | "template" | "until">;
  /** The time zone of the campaign. */
  readonly zone: string;
}

/** Why nothing is sent, in words. The time in the sentence is in the time zone of the page, like all others. */
export function SendingText({ sending: { text, template, until }, zone }: SendingTextProps) {
  if (until === null) return <>{text}</>;
  const [before, after] = template.split("{until}");
  return (
    <>
      {before}
      <Time at={until} zone={zone} />
      {after}
    </>
  );
}
