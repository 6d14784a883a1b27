import type { Random } from "./random.ts";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const VARIANTS = "89ab";

/** The state of the time-ordered ids. */
export interface IdState {
  readonly lastMs: number;
  readonly counter: number;
}

/** Generates ids in the formats of the API. They only depend on the seed and the virtual clock. */
export class IdSource {
  readonly #random: Random;
  #lastMs: number;
  #counter: number;
  /** The format of thread ids: opaque tokens in live mode, UUIDs in document mode. */
  readonly #threads: "token" | "uuid";

  constructor(random: Random, threads: "token" | "uuid", state: IdState = { lastMs: 0, counter: 0 }) {
    this.#random = random;
    this.#threads = threads;
    this.#lastMs = state.lastMs;
    this.#counter = state.counter;
  }

  /** A copy with other random numbers. */
  copy(random: Random): IdSource {
    return new IdSource(random, this.#threads, this.state);
  }

  get state(): IdState {
    return { lastMs: this.#lastMs, counter: this.#counter };
  }

  /** A version 7 UUID that sorts after all earlier ones, for leads and emails. */
  ordered(now: number): string {
    if (now > this.#lastMs) {
      this.#lastMs = now;
      this.#counter = 0;
    } else if (this.#counter === 0xfff) {
      this.#lastMs += 1;
      this.#counter = 0;
    } else {
      this.#counter += 1;
    }
    const time = this.#lastMs.toString(16).padStart(12, "0");
    const tail = this.#random.hex(16);
    const third = `7${this.#counter.toString(16).padStart(3, "0")}`;
    return `${time.slice(0, 8)}-${time.slice(8)}-${third}-${variant(tail)}${tail.slice(1, 4)}-${tail.slice(4)}`;
  }

  /** A version 4 UUID, for campaigns and lead lists. */
  random(): string {
    const digits = this.#random.hex(32);
    const third = `4${digits.slice(13, 16)}`;
    const fourth = `${variant(digits.slice(16))}${digits.slice(17, 20)}`;
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${third}-${fourth}-${digits.slice(20)}`;
  }

  /** A thread id: `31-` and 22 letters and digits, or a UUID. */
  thread(): string {
    if (this.#threads === "uuid") return this.random();
    let token = "31-";
    for (let index = 0; index < 22; index += 1) token += ALPHABET[this.#random.below(ALPHABET.length)];
    return token;
  }

  /** A Message-ID at the given domain. */
  message(domain: string): string {
    return `<${this.#random.hex(8)}-${this.#random.hex(4)}@${domain}>`;
  }
}

function variant(digits: string): string {
  return VARIANTS[Number.parseInt(digits[0] ?? "0", 16) & 3] ?? "8";
}
