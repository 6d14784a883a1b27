import type { ComponentChildren } from "preact";
import type { Loaded } from "../control/use-control.ts";

interface LoadStateProps<Data> {
  readonly of: Loaded<Data>;
  readonly children: (data: Data) => ComponentChildren;
}

/** What a route returned, or that it is loading, or why it failed. Older data stay visible below a failure. */
export function LoadState<Data>({ of: { data, error, reload }, children }: LoadStateProps<Data>) {
  return (
    <>
      {error && (
        <div class="problem" role="alert">
          <p>{error.message}</p>
          <button type="button" onClick={reload}>
            Try again
          </button>
        </div>
      )}
      {data === undefined ? !error && <p class="empty">Loading…</p> : children(data)}
    </>
  );
}
