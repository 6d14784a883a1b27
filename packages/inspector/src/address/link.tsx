import type { ComponentChildren, JSX } from "preact";
import { go } from "./address.ts";

interface LinkProps extends Omit<JSX.AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  readonly to: string;
  readonly children: ComponentChildren;
}

/** A link within the page. With a modifier key, the browser opens it as any other link. */
export function Link({ to, children, ...attributes }: LinkProps) {
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a {...attributes} href={to} onClick={follow}>
      {children}
    </a>
  );
}
