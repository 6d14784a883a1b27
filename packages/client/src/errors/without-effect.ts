import type { InstantlyError } from "./instantly-error.ts";

const errors = new WeakSet<object>();

/** Marks an error that this package made where no write can have been sent: refused arguments, an iteration. */
export function withoutEffect(error: InstantlyError): InstantlyError {
  errors.add(error);
  return error;
}

/** Whether the package itself says that no write lies behind an error. Its fields prove nothing: anybody can set them. */
export function isWithoutEffect(error: unknown): boolean {
  return errors.has(error as object);
}
