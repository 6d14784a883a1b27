/** The maximum items and characters of an array (unless one item is longer), because a string has at most 512 MiB. */
const MAX_ITEMS = 1000;
const MAX_CHARACTERS = 4_194_304;

/** Combines JSON texts to JSON arrays of limited length. */
export function* jsonArrays(texts: Iterable<string>): Generator<string> {
  let items: string[] = [];
  let characters = 0;
  for (const text of texts) {
    if (items.length === MAX_ITEMS || (items.length > 0 && characters + text.length > MAX_CHARACTERS)) {
      yield `[${items.join(",")}]`;
      items = [];
      characters = 0;
    }
    items.push(text);
    characters += text.length;
  }
  if (items.length > 0) yield `[${items.join(",")}]`;
}

/** Serializes items to JSON arrays of limited length. */
export function* itemArrays(items: Iterable<unknown>): Generator<string> {
  yield* jsonArrays(texts(items));
}

function* texts(items: Iterable<unknown>): Generator<string> {
  for (const item of items) yield JSON.stringify(item);
}
