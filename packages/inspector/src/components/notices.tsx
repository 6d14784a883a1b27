import { signal } from "@preact/signals";
import { Link } from "../address/link.tsx";

/** A message about something that was just done, with a link to its result. */
interface Notice {
  readonly id: number;
  readonly kind: "done" | "failed";
  readonly text: string;
  readonly link?: { readonly to: string; readonly label: string };
}

const notices = signal<readonly Notice[]>([]);
let lastId = 0;
const SHOWN_MS = 8000;

/** Shows a message for 8 seconds; a failure stays until it is dismissed. */
export function notify(text: string, link?: Notice["link"]): void {
  add({ kind: "done", text, ...(link ? { link } : {}) });
}

/** Does something and shows its failure. Resolves to undefined after a failure. */
export async function attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    add({ kind: "failed", text: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}

function add(notice: Omit<Notice, "id">): void {
  lastId += 1;
  const id = lastId;
  const before = notices.value;
  // Of the messages about what was done, only the latest ones have room.
  const done = before.filter(({ kind: known }) => known === "done").slice(-2);
  notices.value = [...before.filter((known) => known.kind === "failed" || done.includes(known)), { id, ...notice }];
  if (notice.kind === "done") setTimeout(() => dismiss(id), SHOWN_MS);
}

function dismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}

/** The messages at the bottom of the page. Screen readers announce them. */
export function Notices() {
  return (
    <div class="notices" role="status" aria-live="polite">
      {notices.value.map(({ id, kind, text, link }) => (
        <div key={id} class={`notice notice-${kind}`}>
          <span>{text}</span>
          {link && <Link to={link.to}>{link.label}</Link>}
          <button type="button" class="plain" aria-label="Dismiss this message" onClick={() => dismiss(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
