/** Says why a change that is usually applied automatically needs a decision. */
export class NeedsReviewError extends Error {
  override readonly name: string = "NeedsReviewError";
}
