/** Says why a change is left to a person although it is of a kind that is usually applied. */
export class NotApplicable extends Error {
  override readonly name: string = "NotApplicable";
}
