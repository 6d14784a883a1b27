/** What a reply says. Everything has a default. */
export interface ReplyContent {
  readonly text?: string;
  /** Default: that of the email, with `Re: `. */
  readonly subject?: string;
  /** A tag such as `de`: the `Content-Language` of the reply, and the language of its default text. */
  readonly language?: string;
  /** The interest that it expresses. */
  readonly interest?: number;
}

/** A reply that a scenario has written for an address. */
export interface ScriptedReply {
  /** The delay after the email, in milliseconds. */
  readonly afterMs: number;
  /** The emails that it replies to: the first, every, or that of a step (from 0). */
  readonly on: "first" | "every" | number;
  /** Whether it is an automatic reply. */
  readonly automatic: boolean;
  readonly content: ReplyContent;
}
