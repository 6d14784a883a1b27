/** Runs Turborepo without its telemetry and the notice about it. A variable in a script would not work on Windows. */
process.env["TURBO_TELEMETRY_DISABLED"] ??= "1";
await import("turbo");
