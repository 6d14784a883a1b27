/** The time of the sandbox in milliseconds since 1970. It never moves by itself. */
export class VirtualClock {
  #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  get now(): number {
    return this.#now;
  }

  /** Moves on to a time; an earlier one leaves the clock where it is. */
  moveTo(time: number): void {
    if (time > this.#now) this.#now = time;
  }

  /** Moves on by one millisecond and returns the new time, so that no two things are created at the same one. */
  tick(): number {
    this.#now += 1;
    return this.#now;
  }

  /** Moves on to the next whole second: mail fetched from an account carries no milliseconds. */
  tickToSecond(): number {
    this.#now = Math.ceil((this.#now + 1) / 1000) * 1000;
    return this.#now;
  }
}

const REMEMBERED = 4096;
const times = new Float64Array(REMEMBERED).fill(Number.NaN);
const texts: string[] = Array.from({ length: REMEMBERED }, () => "");
let lastSecond = Number.NaN;
let lastDate = "";

/** A time as the API writes it: ISO 8601 in UTC with milliseconds. The same ones are asked for again and again. */
export function timestamp(time: number): string {
  const slot = time % REMEMBERED;
  const known = times[slot] === time ? texts[slot] : undefined;
  if (known !== undefined) return known;
  const text = new Date(time).toISOString();
  if (slot >= 0 && Number.isInteger(slot)) {
    times[slot] = time;
    texts[slot] = text;
  }
  return text;
}

/** A time as HTTP writes it, to the second. */
export function httpDate(time: number): string {
  const second = Math.floor(time / 1000);
  if (second !== lastSecond) {
    lastDate = new Date(time).toUTCString();
    lastSecond = second;
  }
  return lastDate;
}
