import { readFileSync } from "node:fs";
import { campaignStatusLabels, interestStatusLabels, leadStatusLabels } from "@modulex-instantly/client";

type Fields = Readonly<Record<string, unknown>>;
type Labels = Readonly<Record<number, string>>;

/** A UUID or a thread id. */
const ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|31-\w{22})$/;

const { packageManager } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const pnpmVersion = /^pnpm@([^+]+)/.exec(packageManager)?.[1] ?? "10";

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
      const mark = result.success ? green("ok") : red("failed");
      const output = brief(inWords(outputOf(result), name), 165);
      console.log(`${String(count).padStart(2)}  ${bold(name)}  ${dim(`${why}, ${durationMs.toFixed(0)} ms`)}`);
      console.log(`    ${dim(brief(input, 80))} ${mark} ${output}`);
    },
    quote: (who, text) => console.log(`    ${bold(who)} wrote: "${text.replaceAll(/\s+/g, " ")}"`),
    outbox: (emails) => {
      title(`The outbox: ${emails.length} emails that were not delivered`);
      for (const { at, from, to, subject } of emails) {
        console.log(`    ${dim(at.slice(0, 16).replace("T", " "))}  ${from} -> ${to.join(", ")}  ${bold(subject)}`);
      }
      console.log("\nNext, without installing anything:");
      const next = {
        "start --keep": "does this again, and shows it on a page in the browser",
        [`action list_leads '{"limit": 5}'`]: "runs one action on the sandbox",
        "action --help": "lists the actions",
      };
      for (const [command, effect] of Object.entries(next)) {
        console.log(`    npx -y pnpm@${pnpmVersion} ${command.padEnd(35)} ${dim(effect)}`);
      }
      console.log("");
    },
  };
}

/** A result without the fields that repeat others, and without empty ones. */
function outputOf({ success: _, ...result }: TourStep["result"]): Readonly<Record<string, unknown>> {
  const { lead, campaign, email, lead_list: list, next_starting_after: next, ...rest } = result as Fields;
  const interest = (lead as { lt_interest_status?: number | null } | null)?.lt_interest_status ?? null;
  const place = typeof campaign === "string" ? { campaign } : {};
  const told = { ...rest, lt_interest_status: interest, ...place };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null && value !== ""));
}

/** Replaces the codes of a result by words. */
function inWords(output: Fields, action: string): Fields {
  const words = action.includes("campaign") ? campaignStatusLabels : leadStatusLabels;
  const told: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(output)) {
    if (name === "status") told[name] = labelOf(value, words);
    else if (name === "lt_interest_status") told["interest"] = labelOf(value, interestStatusLabels);
    else told[name] = Array.isArray(value) ? value.map((item) => nameOf(item, words)) : value;
  }
  return told;
}

/** The name of an item of a list, with its status. */
function nameOf(item: unknown, words: Labels): unknown {
  if (typeof item !== "object" || item === null || !("id" in item)) return item;
  const { name, email, lead, subject, status } = item as Fields;
  if (typeof subject === "string") return `${subject} (${lead})`;
  return `${name ?? email ?? "?"}${typeof status === "number" ? ` (${labelOf(status, words)})` : ""}`;
}

/** The first sentence of the label of a code, or the code. */
function labelOf(code: unknown, words: Labels): string {
  return (words[code as number] ?? String(code)).split(".")[0]?.toLowerCase() ?? "";
}

/** Formats a value in one line. Ids, long strings and long arrays are shortened. */
function brief(value: object, length: number): string {
  const text = JSON.stringify(value, (_, inner: unknown) => {
    if (Array.isArray(inner) && inner.length > 3) return [...inner.slice(0, 3), `and ${inner.length - 3} more`];
    if (typeof inner !== "string") return inner;
    if (ID.test(inner)) return `${inner.slice(0, 4)}…${inner.slice(-4)}`;
    return inner.length > 80 ? `${inner.slice(0, 77)}...` : inner;
  });
  return text.length > length ? `${text.slice(0, length - 3)}...` : text;
}
