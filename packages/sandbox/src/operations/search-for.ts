/** Up to here the built-in search cannot take more steps than this for each character. */
const SHORT = 64;

/**
 * Whether a text holds the given words, whatever their case.
 *
 * The built-in search multiplies the lengths of both for texts such as `aaa...` and `aaabaaa`. Long words are therefore looked
 * for with a table of how far to go back (Knuth, Morris, Pratt), which looks at each character twice at most.
 */
export function searchFor(words: string): (text: string) => boolean {
  const wanted = words.toLowerCase();
  if (wanted.length <= SHORT) return (text) => text.toLowerCase().includes(wanted);
  let retreats: Int32Array | undefined;
  return (text) => {
    if (text.length < wanted.length / 3) return false;
    retreats ??= retreatsIn(wanted);
    return holds(text.toLowerCase(), wanted, retreats);
  };
}

function holds(text: string, wanted: string, retreats: Int32Array): boolean {
  let matched = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    while (matched > 0 && wanted.charCodeAt(matched) !== code) matched = retreats[matched - 1] ?? 0;
    if (wanted.charCodeAt(matched) === code) matched += 1;
    if (matched === wanted.length) return true;
  }
  return false;
}

/** For each beginning of a text: the longest shorter beginning that it ends with. */
function retreatsIn(wanted: string): Int32Array {
  const retreats = new Int32Array(wanted.length);
  let matched = 0;
  for (let at = 1; at < wanted.length; at += 1) {
    while (matched > 0 && wanted.charCodeAt(matched) !== wanted.charCodeAt(at)) matched = retreats[matched - 1] ?? 0;
    if (wanted.charCodeAt(matched) === wanted.charCodeAt(at)) matched += 1;
    retreats[at] = matched;
  }
  return retreats;
}
