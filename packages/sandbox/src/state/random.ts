/** The state of a generator: four 32-bit words. */
export type RandomState = readonly [number, number, number, number];

/** Reproducible random numbers: the same seed gives the same sequence on every machine (sfc32). */
export class Random {
  #words: [number, number, number, number];

  constructor(start: number | string | RandomState) {
    this.#words = Array.isArray(start) ? [...(start as RandomState)] : seeded(String(start));
  }

  get state(): RandomState {
    return [...this.#words];
  }

  /** A whole number from 0 to 2^32 - 1. */
  word(): number {
    const [a, b, c, d] = this.#words;
    const sum = (((a + b) | 0) + d) | 0;
    this.#words = [b ^ (b >>> 9), (c + (c << 3)) | 0, (((c << 21) | (c >>> 11)) + sum) | 0, (d + 1) | 0];
    return sum >>> 0;
  }

  /** A whole number from 0 up to, but not including, the bound. */
  below(bound: number): number {
    return Math.floor((this.word() / 2 ** 32) * bound);
  }

  /** A number of hexadecimal digits. */
  hex(digits: number): string {
    let text = "";
    while (text.length < digits) text += this.word().toString(16).padStart(8, "0");
    return text.slice(0, digits);
  }
}

function seeded(seed: string): [number, number, number, number] {
  let hash = 2166136261;
  const words: [number, number, number, number] = [0, 0, 0, 1];
  for (let index = 0; index < 3; index += 1) {
    for (const character of `${index}:${seed}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
    words[index] = hash | 0;
  }
  const warm = new Random(words);
  for (let round = 0; round < 15; round += 1) warm.word();
  return [...warm.state] as [number, number, number, number];
}
