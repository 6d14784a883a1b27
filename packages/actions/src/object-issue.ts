import { shown } from "./shown.ts";

/**
 * Says why an object cannot be an input. A date, a map or a forgotten promise would pass for one without parameters, and
 * a parameter that is inherited or hidden would be lost: a class with a getter `ids` would delete a whole list.
 *
 * @param parameters an object whose names are those of the parameters.
 */
export function objectIssue(input: object, parameters: object): string | undefined {
  if (Object.prototype.toString.call(input) !== "[object Object]") {
    return `the input must be an object, received ${shown(input)}`;
  }
  const lost = Object.keys(parameters).find(
    (name) =>
      !Object.prototype.propertyIsEnumerable.call(input, name) &&
      (name in input || Reflect.get(input, name) !== undefined),
  );
  return lost && `the input must be a plain object: ${lost} is inherited or hidden, and would be lost`;
}
