/** Whether a thrown value is a given error, or has it among its causes. It never throws. */
export function isCausedBy(thrown: unknown, error: unknown): boolean {
  try {
    for (let depth = 0, cause = thrown; depth < 10; depth += 1) {
      if (cause === error) return true;
      if (typeof cause !== "object" || cause === null) return false;
      cause = (cause as { cause?: unknown }).cause;
    }
  } catch {
    // A hostile value, whose properties throw when they are read.
  }
  return false;
}
