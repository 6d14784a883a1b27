/** What the keys do in the view that is open. */
export interface ListKeys {
  /** j and k: selects another row. */
  readonly move: (step: 1 | -1) => void;
  /** Enter: opens the selected row. */
  readonly open: () => void;
  /** Esc: closes what is open. */
  readonly close: () => void;
}

let current: ListKeys | undefined;

/** Gives the keys to a view, until the returned function is called. */
export function giveKeys(keys: ListKeys): () => void {
  current = keys;
  return () => {
    if (current === keys) current = undefined;
  };
}

/** Listens to the keys of the page: j, k, Enter, Esc, /. Returns a function that stops it. */
export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]")) return;
    const target = event.target instanceof Element ? event.target : undefined;
    if (target?.closest("input, textarea, select")) {
      if (event.key === "Escape" && target instanceof HTMLElement) target.blur();
      return;
    }
    const isControl = target?.closest("a, button, summary, [role=tab]");
    const actions: Readonly<Record<string, (() => void) | undefined>> = {
      j: () => current?.move(1),
      k: () => current?.move(-1),
      Enter: isControl ? undefined : () => current?.open(),
      Escape: () => current?.close(),
      "/": () => document.querySelector<HTMLElement>("[data-search]")?.focus(),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
