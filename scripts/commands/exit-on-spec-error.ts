/**
 * Ends a command with what is wrong with the spec, in the words of the error and without a stack trace: the reader has to
 * look into the spec. A `TypeError` is a fault of the generator itself and is thrown on.
 */
export function explainFault(error: unknown): never {
  if (!(error instanceof Error) || error instanceof TypeError) throw error;
  console.error(error.message.trim());
  process.exit(1);
}
