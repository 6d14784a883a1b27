/** A one-line message that says why the vendor's document and the spec cannot be compared. */
export class ComparisonError extends Error {
  override readonly name: string = "ComparisonError";
}
