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

/** A time as the API writes it: ISO 8601 in UTC with milliseconds. */
export function timestamp(time: number): string {
  return new Date(time).toISOString();
}
