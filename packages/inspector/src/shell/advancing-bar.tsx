import type { ClockTarget } from "@modulex-instantly/sandbox";
import { Time } from "../time/time.tsx";

/** Says how far a long move of the clock has come, whoever started it. */
export function AdvancingBar({ target: { from, to }, now }: { readonly target: ClockTarget; readonly now: string }) {
  const done =
    to === null ? undefined : (Date.parse(now) - Date.parse(from)) / Math.max(1, Date.parse(to) - Date.parse(from));
  return (
    <div class="advancing">
      <span role="status">
        Advancing from <Time at={from} />{" "}
        {to === null ? (
          "until it is done"
        ) : (
          <>
            to <Time at={to} />
          </>
        )}
        …
      </span>
      <progress {...(done === undefined ? {} : { value: done })} max={1} aria-label="Progress of the clock" />
      {done !== undefined && <span class="quiet">{Math.floor(done * 100)}%</span>}
    </div>
  );
}
