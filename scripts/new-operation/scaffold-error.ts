/** An input that the scaffold cannot work with. Its message says what was expected and the nearest valid thing. */
export class ScaffoldError extends Error {
  override readonly name: string = "ScaffoldError";
}
