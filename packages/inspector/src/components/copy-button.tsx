import { useState } from "preact/hooks";

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
}

/** Copies a text. Where the browser has no clipboard, because the page is not on localhost, it says so. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [state, setState] = useState<"" | "Copied" | "The browser does not allow it">("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState("Copied");
    } catch {
      setState("The browser does not allow it");
    }
    setTimeout(() => setState(""), 2000);
  };
  return (
    <button type="button" onClick={() => void copy()}>
      <span aria-live="polite">{state || label}</span>
    </button>
  );
}
