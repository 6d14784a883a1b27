import type { SendingState } from "@modulex-instantly/sandbox";
import { Time } from "../time/time.tsx";

interface SendingTextProps {
  readonly sending: Pick<SendingState, "text" | "until">;
  /** The time zone of the campaign. */
  readonly zone: string;
}

/** `Tue 8 Sep 2026, 09:00 (Europe/Belgrade)` */
const TIME = /[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2} \d{4,}, \d\d:\d\d \([^()]+\)/;

/** Why nothing is sent, in words. The time in the sentence is in the time zone of the page, like all others. */
export function SendingText({ sending: { text, until }, zone }: SendingTextProps) {
  if (until === null) return <>{text}</>;
  const [found] = TIME.exec(text) ?? [];
  if (found === undefined)
    return (
      <>
        {text} Until <Time at={until} zone={zone} />.
      </>
    );
  const at = text.indexOf(found);
  return (
    <>
      {text.slice(0, at)}
      <Time at={until} zone={zone} />
      {text.slice(at + found.length)}
    </>
  );
}
