import type { ComponentChildren, JSX } from "preact";

interface ButtonProps extends Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "disabled" | "onClick" | "title"> {
  /** Why it cannot be used now, as a sentence; undefined if it can. */
  readonly blockedBy?: string | undefined;
  readonly title?: string | undefined;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}

/** A button that says why it cannot be used. It keeps the focus meanwhile, which a disabled one would lose. */
export function Button({ blockedBy, title, onClick, type = "button", children, ...attributes }: ButtonProps) {
  const click = (event: MouseEvent): void => {
    if (blockedBy === undefined) onClick?.();
    else event.preventDefault();
  };
  return (
    <button
      {...attributes}
      type={type}
      title={blockedBy ?? title}
      aria-disabled={blockedBy === undefined ? undefined : true}
      onClick={click}
    >
      {children}
    </button>
  );
}
