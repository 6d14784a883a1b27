/**
 * Loaded into a command with `--import`: writes to stderr at its end how much the heap has grown since its start, and the time that it took. It needs
 * `--expose-gc`, because only what is left after a collection counts.
 */
const STARTED_MS = 1_500;
const INTERVAL_MS = 1_000;

let base;
let peak = 0;
const sample = () => {
  globalThis.gc();
  const { heapUsed } = process.memoryUsage();
  if (performance.now() > STARTED_MS) base ??= heapUsed;
  peak = Math.max(peak, heapUsed);
};
setInterval(sample, INTERVAL_MS).unref();
process.on("exit", () => {
  sample();
  const { user, system } = process.cpuUsage();
  const report = {
    growth: peak - (base ?? peak),
    seconds: performance.now() / 1_000,
    cpuSeconds: (user + system) / 1e6,
  };
  process.stderr.write(`heap: ${JSON.stringify(report)}\n`);
});
