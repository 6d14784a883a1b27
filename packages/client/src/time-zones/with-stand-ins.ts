import { isInstantlyError } from "../errors/instantly-error.ts";

/**
 * Adds to the error for a rejected campaign which time zones to use in place of those that Instantly does not accept. The
 * API decides what it accepts, so a zone that it has added since is sent.
 */
export async function withStandIns<Data>(call: Promise<Data>, campaign: unknown): Promise<Data> {
  try {
    return await call;
  } catch (error) {
    // Loaded on demand, because it is rarely needed. The error is complete without it.
    if (isInstantlyError(error, "bad_request") && /time.?zone/i.test(error.apiMessage ?? ""))
      await import("./add-advice.ts").then((loaded) => loaded.addAdvice(error, campaign)).catch(() => undefined);
    throw error;
  }
}
