let prefix: string | undefined;
let count = 0;

/**
 * Creates the id of a call: a number, after a random prefix of this process. `crypto` does not exist everywhere, and some
 * platforms allow random values only after a module is loaded.
 */
export function createCallId(): string {
  prefix ??= Math.random().toString(36).slice(2) + Math.random().toString(36).slice(2);
  return `${prefix}-${++count}`;
}
