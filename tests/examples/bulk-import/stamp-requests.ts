import { machineClock } from "../../redis/machine-clock.ts";

// Loaded before a program: every request says when it was sent. A server that is busy sees it later.
const original = globalThis.fetch;
globalThis.fetch = (input, init = {}) => {
  const headers = new Headers(init.headers);
  headers.set("x-sent-at", String(machineClock()));
  return original(input, { ...init, headers });
};

// It ends together with the test that started it.
process.stdin.on("end", () => process.exit(1)).resume();
if ("unref" in process.stdin) process.stdin.unref();
