import type { OperationId } from "../spec/operation.ts";
import { operations } from "../spec/operations.gen.ts";

/** One request: only its known fields, and never the key. */
export interface JournalEntry {
  /** Virtual time, ISO 8601. */
  readonly at: string;
  /** Null for a route that is not simulated: a 501 if Instantly has the route, otherwise a 404. */
  readonly operation: OperationId | null;
  readonly method: string;
  readonly path: string;
  /** The name of the key: `full`, `readOnly`, the scopes of a created key, `unknown` or `none`. */
  readonly key: string;
  readonly workspace: string;
  /** Null if no response was sent. */
  readonly status: number | null;
  /** How many items were created, updated, deleted or sent. */
  readonly effects: number;
  readonly fault?: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Unknown fields of the request, which the API ignores. */
  readonly ignored?: readonly string[];
}

/** The counts of one operation. */
export interface OperationCount {
  requests: number;
  /** Calls that took effect, whether or not the caller received the response. */
  committed: number;
  effects: number;
}

/** The content of the journal. */
export interface JournalReport {
  readonly operations: Readonly<Record<OperationId, OperationCount>>;
  readonly entries: readonly JournalEntry[];
}

const MAX_ENTRIES = 10_000;

/** Records every API request and its effects. The counts include entries that were dropped. */
export class Journal {
  #entries: JournalEntry[] = [];
  #counts = emptyCounts();

  record(entry: JournalEntry): void {
    if (entry.operation !== null) this.#count(entry.operation, entry.effects);
    this.#entries.push(entry);
    if (this.#entries.length > 2 * MAX_ENTRIES) this.#entries = this.#entries.slice(-MAX_ENTRIES);
  }

  /** The counts of every operation, and the last 10,000 requests. */
  report(): JournalReport {
    return structuredClone({ operations: this.#counts, entries: this.#entries.slice(-MAX_ENTRIES) });
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
