import { useState } from "preact/hooks";
import { attempt } from "./notices.tsx";

/** Runs one thing at a time, with `isRunning` for the button that started it. A failure becomes a message. */
export function useAction(): readonly [run: (work: () => Promise<void>) => void, isRunning: boolean] {
  const [isRunning, setRunning] = useState(false);
  const run = (work: () => Promise<void>): void => {
    if (isRunning) return;
    setRunning(true);
    void attempt(work).then(() => setRunning(false));
  };
  return [run, isRunning];
}
