/** The CPU time that a synchronous function takes, in milliseconds. Unlike its duration, it does not depend on other processes. */
export function cpuMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
