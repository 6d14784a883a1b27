/** Says in one line why the vendor's document and the spec could not be compared. */
export class CannotCompare extends Error {
  override readonly name: string = "CannotCompare";
}
