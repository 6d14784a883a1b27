import { isInstantlyError } from "@modulex-instantly/client";

/**
 * Names the exported error classes whose instances `isInstantlyError` does not recognise across two copies of a
 * package.
 */
export function unbrandedErrors(exported: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(exported)
    .filter(([, value]) => {
      if (typeof value !== "function" || !(value.prototype instanceof Error)) return false;
      const ErrorClass = value as new (message: string, fields: object) => Error;
      return !isInstantlyError(new ErrorClass("it failed", { code: "network", outcome: "none" }), "network");
    })
    .map(([name]) => name);
}
