import type { Unknowns } from "./unknowns.ts";
import type { Mode } from "./wire/mode.ts";

/** How a sandbox behaves. Everything has a default. */
export interface SandboxOptions {
  /** `live` (default) answers as the API was observed to, `document` as the published document says. */
  readonly mode?: Mode;
  /** The same seed tells the same story: ids, keys, waits. Default 1. */
  readonly seed?: number | string;
  /** Keeps the state in this file, so that a restart loses nothing that was answered. One sandbox has it at a time. */
  readonly snapshotFile?: string;
  /** Where the virtual clock starts, ISO 8601. Default Monday 2026-09-07T08:00:00.000Z. */
  readonly start?: string;
  /** `manual` (default) moves only when it is turned, `running` also goes with the real time. */
  readonly clock?: "manual" | "running";
  /** By which time the rate limits of the workspace count: `real` (default), `virtual`, or not at all with `off`. */
  readonly limits?: "real" | "virtual" | "off";
  /** The only accounts that may send. Left out, every address in an `email_list` connects itself. */
  readonly accounts?: readonly string[];
  /** The largest request body in bytes. Default 1 MiB. */
  readonly bodyLimit?: number;
  /** What nobody knows of the API, decided. */
  readonly unknowns?: Partial<Unknowns>;
}

/** Where a sandbox listens, besides how it behaves. */
export interface StartSandboxOptions extends SandboxOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** A loopback address. Default 127.0.0.1. */
  readonly host?: string;
}

/** The options with every default filled in. */
export type SandboxSettings = Required<Omit<SandboxOptions, "snapshotFile" | "accounts" | "unknowns" | "start">> & {
  readonly snapshotFile: string | undefined;
  readonly accounts: readonly string[] | undefined;
  readonly unknowns: Unknowns;
  readonly start: number;
};
