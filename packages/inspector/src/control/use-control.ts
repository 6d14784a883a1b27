import type { ReadonlySignal } from "@preact/signals";
import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ControlRequest, ControlResponse, RouteName } from "./call-control.ts";
import { ControlError, callControl } from "./call-control.ts";
import { connection, revision } from "./live.ts";

/** What a view knows about a route. */
export interface Loaded<Data> {
  /** The latest response; undefined until there is one for these parameters. */
  readonly data: Data | undefined;
  /** Why the latest call failed; `data` is then the response before it. */
  readonly error: ControlError | undefined;
  /** Calls the route again. */
  readonly reload: () => void;
}

/** When to call again, and whether the previous data stay visible while other parameters load. */
export interface ControlOptions {
  /** Default: every change of the sandbox. */
  readonly when?: ReadonlySignal<string>;
  /** What was shown for other parameters stays until the response for these is there. */
  readonly keepPrevious?: boolean;
}

/**
 * Calls a `GET` route, and again after changes of the sandbox. Changes during a call lead to one more call after it, so that
 * a busy sandbox is never asked twice at the same time.
 */
export function useControl<Name extends RouteName>(
  name: Name,
  request: ControlRequest<Name>,
  { when = revision, keepPrevious = false }: ControlOptions = {},
): Loaded<ControlResponse<Name>> {
  const key = JSON.stringify(request);
  const [state, setState] = useState<{ key: string; data?: ControlResponse<Name>; error?: ControlError }>({
    key,
  });
  const load = useRef<() => void>(() => {});

  useEffect(() => {
    const abort = new AbortController();
    let isRunning = false;
    let isStale = false;
    const run = async (): Promise<void> => {
      if (isRunning) {
        isStale = true;
        return;
      }
      isRunning = true;
      do {
        isStale = false;
        try {
          const data = await callControl(name, JSON.parse(key) as ControlRequest<Name>, abort.signal);
          if (!abort.signal.aborted) setState({ key, data });
        } catch (error) {
          if (abort.signal.aborted) return;
          const failure = error instanceof ControlError ? error : new ControlError(String(error), null);
          setState((before) => ({ ...(before.key === key ? before : {}), key, error: failure }));
        }
      } while (isStale && !abort.signal.aborted);
      isRunning = false;
    };
    load.current = () => void run();
    void run();
    return () => abort.abort();
  }, [name, key, keepPrevious]);

  // The first value is that of the effect above.
  const seen = useRef(when.peek());
  useSignalEffect(() => {
    const isNew = when.value !== seen.current;
    seen.current = when.value;
    if (isNew && connection.value === "open") load.current();
  });

  const isCurrent = state.key === key || keepPrevious;
  return {
    data: isCurrent ? state.data : undefined,
    error: state.key === key ? state.error : undefined,
    reload: () => load.current(),
  };
}
