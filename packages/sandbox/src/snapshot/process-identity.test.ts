import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import type { ProcessIdentity, ProcessState } from "./process-identity.ts";
import { ownIdentity, processState } from "./process-identity.ts";

const own = ownIdentity();
/** Only Linux tells when a process was started. */
const onLinux = <Value>(value: Value, elsewhere: Value): Value => (process.platform === "linux" ? value : elsewhere);

test.each<[string, Partial<ProcessIdentity>, ProcessState]>([
  ["this process", {}, "running"],
  ["a process that was never there", { pid: 2 ** 22 + 1 }, "ended"],
  ["a process of another host", { host: "build-7" }, "unknown"],
  ["a process of another container", { pidNamespace: "pid:[1]" }, "unknown"],
  ["a process from before the start of the machine", { boot: "another", bootedAt: own.bootedAt - 86_400 }, "ended"],
  ["the same on a machine whose clock was set", { bootedAt: own.bootedAt - 86_400 }, onLinux("running", "ended")],
  ["an earlier process with the same number", { startTicks: "1" }, onLinux("ended", "running")],
])("%s", (_, other, state) => {
  expect(processState({ ...own, ...other }, own)).toBe(state);
});

test("a process with another's rights is seen", () => {
  const { startTicks: _, ...any } = own;
  expect(processState({ ...any, pid: process.platform === "win32" ? 4 : 1 }, own)).toBe("running");
});

test("a process that was killed has ended", async () => {
  const child = spawn(process.execPath, ["--eval", "setInterval(() => {}, 1000)"]);
  await once(child, "spawn");
  const { startTicks: _, ...any } = own;
  const identity = { ...any, pid: child.pid ?? 0 };
  expect(processState(identity, own)).toBe("running");
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
  expect(processState(identity, own)).toBe("ended");
});
