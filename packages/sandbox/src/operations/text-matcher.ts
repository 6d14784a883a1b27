/** Up to this length the built-in search takes at most this many steps per character. */
const SHORT = 64;

/**
 * Creates a case-insensitive substring search.
 *
 * The built-in search takes quadratic time for texts such as `aaa...` and `aaabaaa`. Longer search texts therefore use the
 * Knuth-Morris-Pratt algorithm, which takes linear time.
 */
export function textMatcher(words: string): (text: string) => boolean {
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

/** The failure function of Knuth-Morris-Pratt: for each prefix, the length of its longest border. */
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
