/** How short a piece of a key may be, in whatever form, to be found. */
const PIECE = 12;

/** Where something begins in a text, and where it ends. */
export type Range = readonly [from: number, to: number];

/** Builds what finds pieces of 12 characters or more of any of these forms of a key, in time that grows with the text. */
export function keySearch(key: string, forms: readonly string[]): (text: string) => Range[] {
  const least = Math.min(PIECE, key.length);
  // Each piece holds a whole gram that lies at a multiple of the step.
  const gram = Math.ceil(least / 2);
  const step = least - gram + 1;
  const places = new Map<string, [form: string, place: number][]>();
  for (const form of new Set(forms.map(lower))) {
    for (let place = 0; place + gram <= form.length; place += 1) {
      const name = form.slice(place, place + gram);
      places.set(name, [...(places.get(name) ?? []), [form, place]]);
    }
  }
  return (given) => {
    const text = lower(given);
    const found: Range[] = [];
    for (let at = 0, end = 0; at + gram <= text.length; at += step) {
      const hits = places.get(text.slice(at, at + gram));
      if (hits === undefined) continue;
      let [first, last] = [0, 0];
      for (const [form, place] of hits) {
        let from = at;
        let to = at + gram;
        while (from > end && text[from - 1] === form[place - at + from - 1]) from -= 1;
        while (to < text.length && text[to] === form[place - at + to]) to += 1;
        if (to - from >= least && to > last) [first, last] = [from, to];
      }
      if (last === 0) continue;
      found.push([first, last]);
      end = last;
      at = Math.max(at, end - step);
    }
    return found;
  };
}

/** The base64 of a key after none, one and two other bytes: of each the characters that the key alone decides. */
export function base64Forms(key: string): string[] {
  if (key.length < PIECE) return [];
  return [0, 1, 2].flatMap((before) => {
    const text = btoa("\0".repeat(before) + key);
    const form = before === 0 ? text : text.slice(before + 1, ((before + key.length) * 4) / 3);
    return [form, form.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

/** In small letters, so that a key is found in whatever case it is written. Only one letter has a longer small one. */
function lower(text: string): string {
  return text.replaceAll("\u0130", "I").toLowerCase();
}
