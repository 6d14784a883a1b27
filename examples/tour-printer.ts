/** A step of the tour, as printed. */
export interface TourStep {
  readonly why: string;
  readonly name: string;
  readonly input: object;
  readonly result: { readonly success: boolean; readonly error: string | null };
  readonly durationMs: number;
}

/** An email that would have been sent, as printed. */
export interface TourEmail {
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
}

/** Prints a tour for people: coloured on a terminal, plain in a pipe. */
export interface TourPrinter {
  title(text: string): void;
  step(step: TourStep): void;
  /** The text of a received email. */
  quote(who: string, text: string): void;
  outbox(emails: readonly TourEmail[]): void;
}

/** Creates the printer. */
export function tourPrinter(isColoured: boolean): TourPrinter {
  const paint = (code: number) => (text: string) => (isColoured ? `\u001b[${code}m${text}\u001b[0m` : text);
  const [bold, dim, green, red] = [paint(1), paint(2), paint(32), paint(31)];
  let count = 0;
  const title = (text: string) => console.log(`\n${bold(text)}\n`);
  return {
    title,
    step: ({ why, name, input, result, durationMs }) => {
      count += 1;
      const mark = result.success ? green("ok   ") : red("failed");
      console.log(`${String(count).padStart(2)}  ${bold(name)}  ${dim(why)}`);
      console.log(`    input ${brief(input)}`);
      console.log(`    ${mark} ${brief(outputOf(result))} ${dim(`${durationMs.toFixed(0)} ms`)}`);
    },
    quote: (who, text) => console.log(`    ${bold(who)} wrote: "${text.replaceAll(/\s+/g, " ")}"`),
    outbox: (emails) => {
      title(`The outbox: ${emails.length} emails that were not delivered`);
      for (const { at, from, to, subject } of emails) {
        console.log(`    ${dim(at.slice(0, 16).replace("T", " "))}  ${from} -> ${to.join(", ")}  ${bold(subject)}`);
      }
      console.log(`\nNext: pnpm action list_leads '{"limit": 5}'\n`);
    },
  };
}

/** A result without the fields that repeat others. */
function outputOf({ success: _, ...result }: TourStep["result"]): object {
  const { lead, campaign, email, lead_list: list, ...rest } = result as Record<string, unknown>;
  const interest = (lead as { lt_interest_status?: number | null } | null)?.lt_interest_status ?? null;
  const told = { ...rest, ...(typeof campaign === "string" ? { campaign } : {}), lt_interest_status: interest };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null && value !== ""));
}

/** Formats a value in one line: long strings and arrays are shortened, and objects in an array are shown by name. */
function brief(value: object): string {
  const text = JSON.stringify(value, (_, inner: unknown) => {
    if (Array.isArray(inner) && inner.length > 3)
      return [...inner.slice(0, 3).map(nameOf), `and ${inner.length - 3} more`];
    if (Array.isArray(inner)) return inner.map(nameOf);
    if (typeof inner === "string" && inner.length > 80) return `${inner.slice(0, 77)}...`;
    return inner;
  });
  return text.length > 320 ? `${text.slice(0, 317)}...` : text;
}

function nameOf(item: unknown): unknown {
  if (typeof item !== "object" || item === null || !("id" in item)) return item;
  const { name, email, lead, subject, status } = item as Record<string, unknown>;
  if (typeof subject === "string") return `${subject} (${lead})`;
  return `${name ?? email ?? "?"}${status === null || status === undefined ? "" : ` (status ${status})`}`;
}
