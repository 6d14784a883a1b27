import { signal } from "@preact/signals";

const KEY = "theme";

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

const system = matchMedia("(prefers-color-scheme: dark)");
const isSystemDark = signal(system.matches);
system.addEventListener("change", () => {
  isSystemDark.value = system.matches;
});

const chosen = signal(stored());
chosen.subscribe((value) => {
  if (value === "light" || value === "dark") document.documentElement.dataset["theme"] = value;
});

/** Switches between light and dark. Until it is used, the system decides. */
export function ThemeButton() {
  const isDark = chosen.value === null ? isSystemDark.value : chosen.value === "dark";
  const other = isDark ? "light" : "dark";
  const change = (): void => {
    chosen.value = other;
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
      {isDark ? "☀" : "☾"}
    </button>
  );
}
