/** What a schema cannot say of an input field; derived from the spec. */
export interface FieldRule {
  /** A blank text counts as left out, or is refused by name. Without either it is a value like any other. */
  readonly blank?: "left_out" | "refused";
  /** The text is HTML, which is blank where it shows nothing. */
  readonly isHtml?: boolean;
  /** The known values with their meanings. */
  readonly values?: Readonly<Record<string, string>>;
  /** The form of values the API may have added since; without it only the known ones are taken. */
  readonly further?: string;
}
