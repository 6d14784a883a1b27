import type { ServerContext } from "@modelcontextprotocol/server";
import type { ActionWait } from "@modulex-instantly/actions";

const EVERY_MS = 5_000;

/** Tells a client why a call waits. */
export interface ProgressReport {
  readonly onWait: ((wait: ActionWait) => void) | undefined;
  /** Ends the reports. */
  stop(): void;
}

/** Reports the waits of a call every five seconds, so that a client does not give up. Only if the client asked for it. */
export function reportProgress({ mcpReq }: Pick<ServerContext, "mcpReq">): ProgressReport {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return { onWait: undefined, stop: () => {} };
  const startedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let last = 0;
  const send = (message: string): void => {
    // Progress has to increase with every notification.
    const progress = Math.max(last + 0.001, (performance.now() - startedAt) / 1000);
    last = progress;
    mcpReq
      .notify({ method: "notifications/progress", params: { progressToken, progress, message } })
      .catch(() => undefined);
  };
  return {
    onWait: ({ action, reason, waitMs }) => {
      const endsAt = waitMs === null ? undefined : performance.now() + waitMs;
      const why = reason === "rate_limit" ? "the rate limit of Instantly" : "before it retries a failed request";
      const report = (): void => {
        const seconds = endsAt === undefined ? 0 : Math.ceil((endsAt - performance.now()) / 1000);
        send(`${action} waits ${seconds > 0 ? `${seconds} s ` : ""}${reason === "rate_limit" ? "for " : ""}${why}`);
      };
      clearInterval(timer);
      report();
      timer = setInterval(report, EVERY_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
