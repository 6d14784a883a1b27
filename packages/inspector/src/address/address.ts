import { computed, signal } from "@preact/signals";

/** The views, in the order of the navigation. */
export const VIEWS = ["mails", "campaigns", "leads", "log", "faults", "sandbox"] as const;

export type View = (typeof VIEWS)[number];

/** The parameters of the page's address. Everything that decides what is shown is among them, so that it can be shared. */
export type Parameters = Readonly<Record<string, string | number | boolean | null | undefined>>;

const parameters = signal(new URLSearchParams(location.search));
addEventListener("popstate", () => {
  parameters.value = new URLSearchParams(location.search);
});

/** The view of the address; an unknown one is the mails. */
export const view = computed<View>(() => VIEWS.find((name) => name === parameters.value.get("view")) ?? "mails");

/** A parameter of the address; undefined if it is missing or empty. */
export function parameter(name: string): string | undefined {
  return parameters.value.get(name) || undefined;
}

/** The address of a view. It keeps the time zone, and no other parameter. */
export function viewAddress(target: View, values: Parameters = {}): string {
  return addressText({ view: target, zone: parameters.value.get("zone"), ...values });
}

/** The present address with other values; `null` removes a parameter. */
export function changedAddress(values: Parameters): string {
  return addressText({ ...Object.fromEntries(parameters.value), ...values });
}

/** Goes to an address of this page. `replace` leaves no entry in the history, for filters that change with every key. */
export function go(address: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (address === `/${location.search}`) return;
  history[replace ? "replaceState" : "pushState"](null, "", address);
  parameters.value = new URLSearchParams(location.search);
}

function addressText(values: Parameters): string {
  const pairs = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return `/?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`;
}
