/** The side effects of a process. */
export interface ProcessWatch {
  /** Everything that was printed, every warning and every unhandled rejection. */
  readonly noise: readonly string[];
  /** Waits until no more sockets and timers exist than before, and names those that remain. */
  leftovers(withinMs: number): Promise<string[]>;
  end(): void;
}

const CONSOLE_METHODS = ["debug", "error", "info", "log", "trace", "warn"] as const;
const WATCHED = /^(TCP|TLS|Timeout|GetAddrInfo|Zlib|Worker)/;

/** Watches the whole process from now on. Only one watch can be active. */
export function watchProcess(): ProcessWatch {
  const noise: string[] = [];
  const before = resources();
  const printed = CONSOLE_METHODS.map((method) => {
    const original = console[method];
    console[method] = (...values: unknown[]) => void noise.push(`console.${method}: ${values.map(String).join(" ")}`);
    return () => {
      console[method] = original;
    };
  });
  const onRejection = (reason: unknown) => void noise.push(`unhandled rejection: ${String(reason)}`);
  const onWarning = (warning: Error) => void noise.push(`warning: ${warning.message}`);
  process.on("unhandledRejection", onRejection);
  process.on("warning", onWarning);

  return {
    noise,
    async leftovers(withinMs) {
      const givenUpAt = performance.now() + withinMs;
      for (;;) {
        const now = resources();
        const left = [...now].filter(([name, count]) => count > (before.get(name) ?? 0));
        if (left.length === 0) return [];
        if (performance.now() > givenUpAt) {
          return left.map(([name, count]) => `${name}: ${before.get(name) ?? 0} before, ${count} after`);
        }
        await new Promise((resolve) => setImmediate(() => setTimeout(resolve, 5).unref()));
      }
    },
    end() {
      for (const restore of printed) restore();
      process.off("unhandledRejection", onRejection);
      process.off("warning", onWarning);
    },
  };
}

function resources(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of process.getActiveResourcesInfo()) {
    if (WATCHED.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
