/**
 * An input of the client with its numeric codes widened to any number. Instantly adds codes over time, so an action
 * passes on one it does not know and leaves the refusal to the API; used with `satisfies`, all else stays checked.
 */
export type WithOpenCodes<Input> = {
  [Name in keyof Input]: Exclude<Input[Name], undefined> extends number ? number : Input[Name];
};
