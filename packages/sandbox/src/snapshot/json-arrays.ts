/** An array holds no more items than this, and no more characters unless one item does: a text has 512 Mi at most. */
const MOST_ITEMS = 1000;
const MOST_CHARACTERS = 4_194_304;

/** Puts JSON texts together to JSON arrays, none of which is too long. */
export function* jsonArrays(texts: Iterable<string>): Generator<string> {
  let items: string[] = [];
  let characters = 0;
  for (const text of texts) {
    if (items.length === MOST_ITEMS || (items.length > 0 && characters + text.length > MOST_CHARACTERS)) {
      yield `[${items.join(",")}]`;
      items = [];
      characters = 0;
    }
    items.push(text);
    characters += text.length;
  }
  if (items.length > 0) yield `[${items.join(",")}]`;
}

/** JSON arrays of items, none of which is too long. */
export function* itemArrays(items: Iterable<unknown>): Generator<string> {
  yield* jsonArrays(texts(items));
}

function* texts(items: Iterable<unknown>): Generator<string> {
  for (const item of items) yield JSON.stringify(item);
}
