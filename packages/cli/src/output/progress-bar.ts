import type { CliContext } from "../context.ts";
import { safeLine } from "./safe-text.ts";

/** A progress bar on stderr. It draws nothing if stderr is no terminal. */
export interface ProgressBar {
  /** Sets how much is done, and the total when it becomes known. */
  update(done: number, total?: number): void;
  /** Ends the bar and leaves its last state on the screen. */
  stop(): void;
}

/**
 * Starts a progress bar.
 *
 * @param unit what is counted, such as `leads`.
 * @param total how many there are; undefined if it is unknown. Then only the count is shown.
 */
export async function startProgressBar(
  { stderr }: Pick<CliContext, "stderr">,
  unit: string,
  total?: number,
): Promise<ProgressBar> {
  if (stderr.isTTY !== true) return { update: () => undefined, stop: () => undefined };
  const { SingleBar, Presets } = (await import("cli-progress")).default;
  const bar = new SingleBar(
    {
      stream: stderr,
      hideCursor: true,
      format: (options, params) => {
        const isKnown = Number.isFinite(params.total) && params.total > 0;
        if (!isKnown) return `${params.value} ${safeLine(unit)}`;
        const filled = Math.round(Math.min(1, params.progress) * 30);
        const bar = `${options.barCompleteString?.slice(0, filled)}${options.barIncompleteString?.slice(0, 30 - filled)}`;
        const eta = params.value >= params.total ? "" : `, about ${duration(params.eta)} left`;
        return `${bar} ${params.value} of ${params.total} ${safeLine(unit)}${eta}`;
      },
    },
    Presets.shades_classic,
  );
  bar.start(total ?? 0, 0);
  return {
    update: (done, newTotal) => {
      if (newTotal !== undefined) bar.setTotal(newTotal);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

/** A duration in words, such as `3 min 20 s`. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return "some time";
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`;
}
