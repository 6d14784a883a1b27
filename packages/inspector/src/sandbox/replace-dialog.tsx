import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { countText } from "../components/count-text.ts";
import { Dialog } from "../components/dialog.tsx";
import { live } from "../control/live.ts";
import { LARGEST_KEPT, withCheckpoint } from "../shell/keep-checkpoint.ts";

interface ReplaceDialogProps {
  readonly title: string;
  /** What replaces the state, such as `the scenario outreach`. */
  readonly what: string;
  readonly confirm: string;
  readonly work: () => Promise<void>;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
}

/** Asks before everything is replaced. A failure stays in it, and has changed nothing. */
export function ReplaceDialog({ title, what, confirm, work, onClose, children }: ReplaceDialogProps) {
  const [problem, setProblem] = useState<string>();
  const [isRunning, setRunning] = useState(false);
  const { leads = 0, campaigns = 0, mails = 0 } = live.value ?? {};
  const replace = async (): Promise<void> => {
    setRunning(true);
    setProblem(undefined);
    try {
      await withCheckpoint(what, work);
      onClose();
    } catch (error) {
      setProblem((error as Error).message);
      setRunning(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="stack">
        <p>
          Everything is replaced: {countText(campaigns, "campaign")}, {countText(leads, "lead")},{" "}
          {countText(mails, "mail")}, and the virtual time.{" "}
          {leads + mails > LARGEST_KEPT
            ? "This state is too large to be kept by itself: use “Keep this moment” in the rewind menu first, or download a snapshot."
            : "The present state is kept: the rewind menu of the clock returns to it."}
        </p>
        {children}
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <div class="row">
          <Button class="primary" blockedBy={isRunning ? "Working…" : undefined} onClick={() => void replace()}>
            {confirm}
          </Button>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </div>
    </Dialog>
  );
}
