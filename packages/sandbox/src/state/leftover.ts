/** A construct of a template that did not turn into text. */
export interface Leftover {
  readonly where: "subject" | "body";
  /**
   * `variable`: the lead has no such value, so it left a gap.
   *
   * The others went out as they are written: `fallback` is `{{name | text}}` and `statement` is `{% if %}`, neither of which is
   * simulated; `braces` make no tag, such as `{{name` or `{Hi|Hello}`; a `value` of the lead brought it along; `spintax` stands
   * in a reply by hand, in which nothing is filled in.
   *
   * `length`: the mail was cut here, because filling it in would have made it longer than a million characters.
   */
  readonly kind: "variable" | "fallback" | "statement" | "braces" | "value" | "spintax" | "length";
  /** As written, cut after 200 characters. */
  readonly construct: string;
}
