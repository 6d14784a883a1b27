/**
 * Prints an error in the spec without a stack trace and exits with 1. A `TypeError` is a bug in the generator and is
 * rethrown.
 */
export function exitOnSpecError(error: unknown): never {
  if (!(error instanceof Error) || error instanceof TypeError) throw error;
  console.error(error.message.trim());
  process.exit(1);
}
