import type { OperationId } from "../operation.ts";
import { operations } from "../operations.gen.ts";

/** One request, without the key and without anything but the known fields. */
export interface JournalEntry {
  /** Virtual time, ISO 8601. */
  readonly at: string;
  /** Null for a route that is not simulated: 501 where Instantly has it, 404 where it has not. */
  readonly operation: OperationId | null;
  readonly method: string;
  readonly path: string;
  /** The name of the key: `full`, `readOnly`, the scopes of a made one, `unknown` or `none`. */
  readonly key: string;
  readonly workspace: string;
  /** Null when no answer was sent. */
  readonly status: number | null;
  /** How many things were created, changed, deleted or mailed. */
  readonly effects: number;
  readonly fault?: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Fields of the request that the API does not know and therefore ignored. */
  readonly ignored?: readonly string[];
}

/** What came of the calls of one operation. */
export interface OperationCount {
  requests: number;
  /** Calls that took effect, whether or not the caller got to know. */
  committed: number;
  effects: number;
}

/** The journal as it is shown. */
export interface JournalReport {
  readonly operations: Readonly<Record<OperationId, OperationCount>>;
  readonly entries: readonly JournalEntry[];
}

const MOST_ENTRIES = 10_000;

/** Every request of the API and what it did; the counts go on when old entries are dropped. */
export class Journal {
  #entries: JournalEntry[] = [];
  #counts = emptyCounts();

  record(entry: JournalEntry): void {
    if (entry.operation !== null) this.#count(entry.operation, entry.effects);
    this.#entries.push(entry);
    if (this.#entries.length > 2 * MOST_ENTRIES) this.#entries = this.#entries.slice(-MOST_ENTRIES);
  }

  /** The counts of every operation and the last ten thousand requests. */
  report(): JournalReport {
    return structuredClone({ operations: this.#counts, entries: this.#entries.slice(-MOST_ENTRIES) });
  }

  clear(): void {
    this.#entries = [];
    this.#counts = emptyCounts();
  }

  #count(operation: OperationId, effects: number): void {
    const count = this.#counts[operation];
    count.requests += 1;
    count.effects += effects;
    if (effects > 0) count.committed += 1;
  }
}

function emptyCounts(): Record<OperationId, OperationCount> {
  const ids = Object.keys(operations) as OperationId[];
  return Object.fromEntries(ids.map((id) => [id, { requests: 0, committed: 0, effects: 0 }])) as Record<
    OperationId,
    OperationCount
  >;
}
