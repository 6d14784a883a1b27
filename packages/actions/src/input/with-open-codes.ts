/**
 * An input of the client with its numeric codes widened to any number. Instantly adds codes over time, so an action sends
 * unknown codes and the API decides. With `satisfies`, all other fields stay type-checked.
 */
export type WithOpenCodes<Input> = {
  [Name in keyof Input]: Exclude<Input[Name], undefined> extends number ? number : Input[Name];
};
