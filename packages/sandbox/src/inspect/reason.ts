import type { BlockCode } from "../contract/sending-views.ts";

/** Why nothing is sent, and until when; undefined if only a change can end it. */
export interface Reason {
  readonly code: BlockCode;
  /** A sentence in English. */
  readonly text: string;
  readonly until?: number | undefined;
}
