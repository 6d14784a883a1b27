/** One page of a list. */
export interface Page<Item> {
  /** The items as the API names their fields. */
  readonly items: Item[];
  /** The cursor of the next page, to be passed back unchanged; undefined on the page after the last item. */
  readonly nextStartingAfter: string | undefined;
}

/** The API's list envelope. */
export interface ListAnswer<Item> {
  readonly items: Item[];
  readonly next_starting_after?: unknown;
}

/** Turns the API's list envelope into a {@link Page}; an empty or null cursor means the end, like an absent one. */
export function toPage<Item>(answer: ListAnswer<Item>): Page<Item> {
  const cursor = answer.next_starting_after;
  return {
    items: answer.items,
    nextStartingAfter: typeof cursor === "string" && cursor !== "" ? cursor : undefined,
  };
}
