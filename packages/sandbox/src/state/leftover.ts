/** A construct of a template that was not rendered. */
export interface Leftover {
  readonly where: "subject" | "body";
  /**
   * `variable`: the lead has no such value, so it is an empty string.
   *
   * The others are sent unchanged: `fallback` (`{{name | text}}`) and `statement` (`{% if %}`, `{# text #}`) are not simulated; `braces` are
   * not a tag, such as `{{name` or `{Hi|Hello}`; `value`: it is part of a value of the lead; `spintax`: it is in a manual
   * reply, which is not rendered.
   *
   * `length`: the email was truncated here to a million characters.
   */
  readonly kind: "variable" | "fallback" | "statement" | "braces" | "value" | "spintax" | "length";
  /** The source text, truncated to 200 characters. */
  readonly construct: string;
}
