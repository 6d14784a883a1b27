import { signal } from "@preact/signals";

const KEY = "theme";

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

const theme = signal<"light" | "dark">(
  (stored() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark" ? "dark" : "light",
);
theme.subscribe((value) => {
  document.documentElement.dataset["theme"] = value;
});

/** Switches between light and dark. Until it is used, the system decides. */
export function ThemeButton() {
  const other = theme.value === "dark" ? "light" : "dark";
  const change = (): void => {
    theme.value = other;
    try {
      localStorage.setItem(KEY, other);
    } catch {
      // Without storage, the choice lasts until the page is closed.
    }
  };
  return (
    <button
      type="button"
      aria-label={`Switch to ${other} colours`}
      title={`Switch to ${other} colours`}
      onClick={change}
    >
      {theme.value === "dark" ? "☀" : "☾"}
    </button>
  );
}
