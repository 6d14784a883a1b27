import type { ClockReport } from "./engine/run-clock.ts";
import type { Fault } from "./faults/fault.ts";
import type { JournalReport } from "./journal/journal.ts";
import type { SandboxKeys } from "./keys/key-store.ts";
import type { OutboxMail } from "./outbox.ts";
import type { GeneratedLeads } from "./scenarios/generate-leads.ts";

/** A fault to plan; see the kinds for what each one does. */
export interface PlannedFault {
  /** An operation id such as `replyToEmail`, an action name such as `reply_to_email`, or `*` (default) for every call. */
  readonly operation?: string;
  /** How many calls it befalls; default 1. */
  readonly times?: number;
  readonly fault: Fault;
}

/**
 * A local Instantly with a clock to turn. With a snapshot file, whatever changes its state has written the change when it
 * returns.
 *
 * @throws Error when the snapshot file cannot be written; the change is made, and is written with the next one.
 */
export interface Sandbox {
  /** Reaches the sandbox without a socket; give it to a client as its `fetch`. The host of the URL does not matter. */
  readonly fetch: typeof fetch;
  readonly keys: SandboxKeys;
  /** The main workspace, and one that the full key reaches with `x-as-workspace`. */
  readonly workspaces: { readonly main: string; readonly sub: string };
  /** The virtual time, ISO 8601. */
  now(): string;
  /**
   * Lets a duration such as `3d`, `36h` or `1d 2h 30m` pass, and everything in it happen.
   *
   * @throws TypeError when the text is no duration.
   */
  advance(duration: string): ClockReport;
  /**
   * Moves the clock on to a time, ISO 8601.
   *
   * @throws TypeError for a time that is past.
   */
  setClock(time: string): ClockReport;
  /** Lets everything happen that is planned, however long it takes. */
  runUntilIdle(): ClockReport;
  /** Everything that would have been mailed, oldest first. */
  outbox(): OutboxMail[];
  /** Every request and, per operation, how many took effect. */
  journal(): JournalReport;
  clearJournal(): void;
  /**
   * Plans what is to go wrong with the next calls.
   *
   * @throws TypeError naming the field that is wrong.
   */
  plan(fault: PlannedFault): void;
  clearFaults(): void;
  /** Forgets everything and starts again from the seed. */
  reset(): void;
  /** The whole state as text. */
  snapshot(): string;
  /**
   * Puts back a state; a broken one is refused and changes nothing.
   *
   * @throws Error saying what is wrong with it.
   */
  restore(snapshot: string): void;
  /**
   * Starts from a named scenario: `empty`, `outreach`, `replies` or `pages`.
   *
   * @throws TypeError listing the known ones.
   */
  load(scenario: string): void;
  /** Adds made-up leads. */
  generateLeads(leads: GeneratedLeads): void;
  /**
   * Waits until the state is on the disk, leaves the snapshot file to others, and stops.
   *
   * @throws Error when the state cannot be written; close it again once it can.
   */
  close(): Promise<void>;
}

/** A sandbox that listens on a loopback address. */
export interface RunningSandbox extends Sandbox {
  /** Where it listens, such as `http://127.0.0.1:40123`. */
  readonly url: string;
}
