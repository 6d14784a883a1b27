import type { ClockReport } from "../engine/run-clock.ts";
import type { Fault } from "../faults/fault.ts";
import type { FaultField } from "../faults/read-fault-plan.ts";
import type { ApiKey } from "../keys/key-store.ts";
import type { Mode } from "../serialize/mode.ts";
import type { OperationId } from "../spec/operation.ts";
import type { PlannedSend } from "./sending-views.ts";

/** A clock that is moving to a time: large moves are made in slices, so that other requests get responses. */
export interface ClockTarget {
  readonly from: string;
  /** ISO 8601; null until nothing is scheduled. */
  readonly to: string | null;
}

/** The clock in `GET /_sandbox/overview`. All times are ISO 8601. */
export interface ClockView {
  /** Virtual time. */
  readonly now: string;
  /** How many events are scheduled. */
  readonly pending: number;
  /** Null while the clock stands still. */
  readonly advancing: ClockTarget | null;
  /** `running`: it also follows real time. */
  readonly mode: "manual" | "running";
  /** The time of this computer. */
  readonly realTime: string;
  readonly nextEvent: { readonly at: string; readonly text: string } | null;
  /** The next campaign email of all campaigns. */
  readonly nextSend: PlannedSend | null;
  /** False if the forecast stopped before it found `nextSend`; the next request continues it. */
  readonly isForecastComplete: boolean;
}

/** The body of `POST /_sandbox/clock`: exactly one field. */
export type ClockMove = { readonly advance: string } | { readonly set: string } | { readonly runUntilIdle: true };

/** The result of `POST /_sandbox/clock/next-send`. `mail` is the id of the email; null if none was sent. */
export interface NextSendReport extends ClockReport {
  readonly mail: string | null;
}

/** `GET /_sandbox/overview` */
export interface Overview {
  /** The version of the package. */
  readonly version: string;
  readonly mode: Mode;
  readonly seed: number | string;
  /** The scenario of the start, to which a reset returns: a name or the path of a file. */
  readonly scenario: string;
  readonly hasSnapshotFile: boolean;
  readonly clock: ClockView;
  readonly live: LiveState;
}

/** `GET /_sandbox/state`: a summary. */
export interface StateReport {
  /** Virtual time, ISO 8601. */
  readonly now: string;
  readonly scenarios: Readonly<Record<string, string>>;
  readonly workspaces: readonly {
    readonly id: string;
    readonly leads: number;
    readonly lead_lists: number;
    readonly emails: number;
    readonly accounts: readonly string[];
    readonly campaigns: readonly {
      readonly id: string;
      readonly name: string;
      readonly status: number;
      readonly leads: number;
    }[];
  }[];
}

/** The scenarios that can be loaded by name. */
export interface ScenarioList {
  readonly scenarios: readonly { readonly name: string; readonly title: string }[];
}

/** A state that was kept in memory, to go back to. */
export interface Checkpoint {
  readonly id: string;
  /** The virtual time to which it returns. */
  readonly at: string;
  readonly label: string;
  readonly characters: number;
}

/** The checkpoints, oldest first: at most 20 and 64 million characters. The oldest are dropped first. */
export interface CheckpointList {
  readonly checkpoints: readonly Checkpoint[];
}

/** `GET /_sandbox/faults/kinds`: what a form for faults needs. */
export interface FaultKinds {
  readonly kinds: Readonly<Record<Fault["kind"], readonly FaultField[]>>;
  readonly operations: readonly {
    readonly id: OperationId;
    readonly method: string;
    readonly path: string;
    readonly effect: string;
  }[];
}

/** `GET /_sandbox/keys/all` */
export interface KeyList {
  /** Every key, created ones included. */
  readonly keys: readonly (ApiKey & { readonly key: string })[];
  /** The scopes that a key can have. */
  readonly scopes: readonly string[];
}

/** The `data` of the event `state` of `GET /_sandbox/events`: numbers to compare, never content. */
export interface LiveState {
  /** Changes when the sandbox was restarted. */
  readonly instance: string;
  /** Grows with every change of the state. */
  readonly revision: number;
  /** Grows with every reset, restored snapshot or scenario: everything is different. */
  readonly generation: number;
  readonly now: string;
  readonly pending: number;
  readonly advancing: ClockTarget | null;
  readonly mails: number;
  readonly leads: number;
  readonly campaigns: number;
  /** The number of the last API request. */
  readonly requests: number;
  /** How many faults are pending. */
  readonly faults: number;
}
