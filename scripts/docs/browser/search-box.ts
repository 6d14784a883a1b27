import type { SearchEntry } from "../search-entry.ts";
import type { Found, Search } from "./search-index.ts";
import { searchIndex } from "./search-index.ts";

declare global {
  /** Set by `assets/search-data.js`, which is loaded on the first search. */
  var searchEntries: readonly SearchEntry[] | undefined;
}

/** Sets up the search field of a page. Arrow keys select a result, Enter opens it, Escape closes, `/` focuses the field. */
export function searchBox(box: HTMLElement, root: string): void {
  const input = part(box, "input", HTMLInputElement);
  const list = part(box, "[role=listbox]", HTMLUListElement);
  const count = part(box, "[role=status]", HTMLElement);
  let search: Promise<Search> | undefined;
  let chosen = -1;

  const close = (): void => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (index: number): void => {
    chosen = index;
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(at === index));
      if (at === index) option.scrollIntoView({ block: "nearest" });
    }
    input.setAttribute("aria-activedescendant", `site-found-${index}`);
  };
  const show = (found: readonly Found[]): void => {
    list.replaceChildren(...found.map((entry, index) => option(entry, index, root)));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    count.textContent = `${found.length === 0 ? "Nothing" : found.length} found`;
    if (found.length === 0) list.append(Object.assign(document.createElement("li"), { textContent: "Nothing found" }));
    else choose(0);
  };

  input.addEventListener("focus", () => {
    search ??= loadedSearch(root);
  });
  input.addEventListener("input", async () => {
    search ??= loadedSearch(root);
    const query = input.value;
    const find = await search;
    if (query !== input.value) return;
    if (query.trim() === "") close();
    else show(find(query));
  });
  input.addEventListener("keydown", (event) => {
    const size = list.querySelectorAll("[role=option]").length;
    if (event.key === "Escape") close();
    if (list.hidden || size === 0) return;
    if (event.key === "ArrowDown") choose((chosen + 1) % size);
    else if (event.key === "ArrowUp") choose((chosen + size - 1) % size);
    else if (event.key === "Enter") list.children[chosen]?.querySelector("a")?.click();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLInputElement || event.metaKey || event.ctrlKey || event.altKey;
    if (event.key !== "/" || isTyping) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Node && box.contains(event.target))) close();
  });
  // A link within the page does not reload it.
  list.addEventListener("click", () => {
    close();
    input.blur();
  });
}

function option(entry: Found, index: number, root: string): HTMLLIElement {
  const item = document.createElement("li");
  item.id = `site-found-${index}`;
  item.setAttribute("role", "option");
  const link = Object.assign(document.createElement("a"), { href: root + entry.address, tabIndex: -1 });
  const title = Object.assign(document.createElement("span"), { className: "found-title", textContent: entry.title });
  const within = Object.assign(document.createElement("span"), {
    className: "found-within",
    textContent: `${entry.kind} · ${entry.within}`,
  });
  link.append(title, within);
  item.append(link);
  return item;
}

function loadedSearch(root: string): Promise<Search> {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: `${root}assets/search-data.js` });
    script.addEventListener("load", () => resolve(searchIndex(globalThis.searchEntries ?? [])));
    script.addEventListener("error", () => reject(new Error("the search data could not be loaded")));
    document.head.append(script);
  });
}

function part<Part extends HTMLElement>(box: HTMLElement, selector: string, type: new () => Part): Part {
  const found = box.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`the search has no ${selector}`);
  return found;
}
