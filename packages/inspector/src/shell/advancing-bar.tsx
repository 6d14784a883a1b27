import type { ClockTarget } from "@modulex-instantly/sandbox";
import { Time } from "../time/time.tsx";

/** Says how far a long move of the clock has come. */
export function AdvancingBar({ target: { from, to }, now }: { readonly target: ClockTarget; readonly now: string }) {
  const done =
    to === null ? undefined : (Date.parse(now) - Date.parse(from)) / Math.max(1, Date.parse(to) - Date.parse(from));
  return (
    <div class="advancing" role="status">
      <span>
        Advancing
        {to === null ? (
          " until nothing is scheduled"
        ) : (
          <>
            {" "}
            to <Time at={to} />
          </>
        )}
        …
      </span>
      <progress {...(done === undefined ? {} : { value: done })} max={1} aria-label="Progress of the clock" />
    </div>
  );
}
