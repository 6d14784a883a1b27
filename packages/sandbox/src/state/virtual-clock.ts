/** The virtual time of the sandbox in milliseconds since 1970. It only moves on request. */
export class VirtualClock {
  #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  get now(): number {
    return this.#now;
  }

  /** Moves the clock forward to a time; an earlier time is ignored. */
  moveTo(time: number): void {
    if (time > this.#now) this.#now = time;
  }

  /** Advances by one millisecond and returns the new time, so that no two items have the same creation time. */
  tick(): number {
    this.#now += 1;
    return this.#now;
  }

  /** Advances to the next whole second: received emails have no milliseconds. */
  tickToSecond(): number {
    this.#now = Math.ceil((this.#now + 1) / 1000) * 1000;
    return this.#now;
  }
}

const CACHE_SIZE = 4096;
const times = new Float64Array(CACHE_SIZE).fill(Number.NaN);
const texts: string[] = Array.from({ length: CACHE_SIZE }, () => "");
let lastSecond = Number.NaN;
let lastDate = "";

/** Formats a time as in the API: ISO 8601 in UTC with milliseconds. Results are cached. */
export function timestamp(time: number): string {
  const slot = time % CACHE_SIZE;
  const known = times[slot] === time ? texts[slot] : undefined;
  if (known !== undefined) return known;
  const text = new Date(time).toISOString();
  if (slot >= 0 && Number.isInteger(slot)) {
    times[slot] = time;
    texts[slot] = text;
  }
  return text;
}

/** Formats a time as an HTTP date. */
export function httpDate(time: number): string {
  const second = Math.floor(time / 1000);
  if (second !== lastSecond) {
    lastDate = new Date(time).toUTCString();
    lastSecond = second;
  }
  return lastDate;
}
