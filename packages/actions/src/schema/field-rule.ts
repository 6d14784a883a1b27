/** What JSON Schema cannot express about an input field; derived from the spec. */
export interface FieldRule {
  /** Whether a blank string counts as omitted or is an error. Without it a blank string is a normal value. */
  readonly blank?: "left_out" | "refused";
  /** The string is HTML, which is blank if it renders as nothing. */
  readonly isHtml?: boolean;
  /** The value is a time zone of the closed list of the API. */
  readonly isTimeZone?: boolean;
  /** The known values with their meanings. */
  readonly values?: Readonly<Record<string, string>>;
  /** The pattern of values that the API may have added since; without it only the known values are accepted. */
  readonly further?: string;
}
