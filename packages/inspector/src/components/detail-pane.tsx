import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface DetailPaneProps {
  readonly label: string;
  /** Where it was opened from, such as `All leads`. */
  readonly backLabel: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** What is open beside a list. It gets the focus when it is opened, but not when the page is. */
export function DetailPane({ label, backLabel, onClose, children }: DetailPaneProps) {
  const pane = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (navigator.userActivation.hasBeenActive) pane.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section class="detail-pane" aria-label={label} tabIndex={-1} ref={pane}>
      <button type="button" class="detail-close" onClick={onClose}>
        <span aria-hidden="true">←</span> {backLabel}
      </button>
      {children}
    </section>
  );
}
