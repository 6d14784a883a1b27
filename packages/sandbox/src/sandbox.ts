import type { EmailQuery } from "./contract/mail-views.ts";
import type { ClockReport } from "./engine/run-clock.ts";
import type { Fault } from "./faults/fault.ts";
import type { JournalReport } from "./journal/journal.ts";
import type { SandboxKeys } from "./keys/key-store.ts";
import type { GeneratedLeads } from "./scenarios/generate-leads.ts";
import type { OutboxMail } from "./serialize/outbox.ts";

/** A fault to plan. */
export interface PlannedFault {
  /** An operation id such as `replyToEmail`, an action name such as `reply_to_email`, or `*` (default) for every call. */
  readonly operation?: string;
  /** How many calls the fault applies to. Default 1. */
  readonly times?: number;
  readonly fault: Fault;
}

/** Options of a client that calls the sandbox in process, and waits neither for rate limits nor before retries. */
export interface SandboxClientOptions {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly rateLimiter: false;
  readonly retry: { readonly minDelayMs: 0; readonly maxDelayMs: 0; readonly rateLimitDelaysMs: readonly 0[] };
}

/**
 * A local Instantly with a virtual clock. With a snapshot file, every method that changes the state writes the change
 * before it returns.
 *
 * @throws Error if the snapshot file cannot be written. The change is applied, and written with the next one.
 */
export interface Sandbox {
  /** Calls the sandbox without a socket. Pass it to a client as `fetch`. The host of the URL is ignored. */
  readonly fetch: typeof fetch;
  /**
   * Pass it to `createInstantlyClient` in tests. The client is a real one: it only leaves out the waits for rate limits and
   * before retries.
   */
  readonly clientOptions: SandboxClientOptions;
  readonly keys: SandboxKeys;
  /** The main workspace, and one that the full key can access with `x-as-workspace`. */
  readonly workspaces: { readonly main: string; readonly sub: string };
  /** The virtual time, ISO 8601. */
  now(): string;
  /**
   * Advances the clock by a duration such as `3d`, `36h` or `1d 2h 30m`, and processes all events until then.
   *
   * @throws TypeError if the text is not a duration.
   */
  advance(duration: string): ClockReport;
  /**
   * Moves the clock forward to a time, ISO 8601.
   *
   * @throws TypeError for a time in the past.
   */
  setClock(time: string): ClockReport;
  /** Advances the clock until no event is scheduled. */
  runUntilIdle(): ClockReport;
  /** All emails that would have been sent, oldest first. */
  outbox(): OutboxMail[];
  /**
   * Waits for an email and returns it: one that was sent before, or the next one, for which the clock moves as far as needed.
   *
   * @throws Error that says what was sent instead, and why nothing else is. The clock has not moved then.
   * @throws TypeError naming the field that is wrong.
   */
  waitForEmail(query: EmailQuery): Promise<OutboxMail>;
  /** All requests, and how many took effect per operation. */
  journal(): JournalReport;
  clearJournal(): void;
  /**
   * Plans a fault for the next calls.
   *
   * @throws TypeError naming the field that is wrong.
   */
  plan(fault: PlannedFault): void;
  clearFaults(): void;
  /** Returns to the initial state: that of the seed and the scenario. */
  reset(): void;
  /** The whole state as text. */
  snapshot(): string;
  /**
   * Restores a snapshot. An invalid snapshot changes nothing.
   *
   * @throws Error describing what is wrong with the snapshot.
   */
  restore(snapshot: string): void;
  /**
   * Replaces the state by a scenario: `empty`, `outreach`, `replies`, `pages`, or the path of a file such as `./mine.yaml`.
   *
   * @throws TypeError listing the known scenarios, or naming the line of the file. The state is then unchanged.
   */
  load(scenario: string): void;
  /** Adds generated leads. */
  generateLeads(leads: GeneratedLeads): void;
  /**
   * Saves the state, releases the snapshot file, and stops.
   *
   * @throws Error if the state cannot be written. Call it again once the file is writable.
   */
  close(): Promise<void>;
}

/** A sandbox that listens on a loopback address. */
export interface RunningSandbox extends Sandbox {
  /** The base URL, such as `http://127.0.0.1:40123`. In a browser it is the page, which shows the emails, leads and campaigns. */
  readonly url: string;
  /** Opens the page in the browser of this computer. Resolves to whether that was possible: false with `ui: false`. */
  openPage(): Promise<boolean>;
}
