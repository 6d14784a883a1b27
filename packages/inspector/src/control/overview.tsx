import type { Overview } from "@modulex-instantly/sandbox";
import type { ComponentChildren } from "preact";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { settledRevision } from "./live.ts";
import type { Loaded } from "./use-control.ts";
import { useControl } from "./use-control.ts";

const nothing: Loaded<Overview> = { data: undefined, error: undefined, reload: () => {} };
const OverviewContext = createContext(nothing);

/** Loads the overview once for everything on the page that shows a part of it. */
export function WithOverview({ children }: { readonly children: ComponentChildren }) {
  const overview = useControl("GET /overview", {}, { when: settledRevision });
  return <OverviewContext.Provider value={overview}>{children}</OverviewContext.Provider>;
}

/** The overview: version, scenario, clock, the next event and the next email. Not renewed during a long move of the clock. */
export function useOverview(): Loaded<Overview> {
  return useContext(OverviewContext);
}
