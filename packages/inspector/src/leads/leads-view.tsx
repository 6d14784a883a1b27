import { useSignalEffect } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { changedAddress, go, parameter } from "../address/address.ts";
import { LoadState } from "../components/load-state.tsx";
import { useRowKeys } from "../components/use-row-keys.ts";
import { connection, revision } from "../control/live.ts";
import { useControl } from "../control/use-control.ts";
import { addressFilter } from "./lead-address.ts";
import { LeadFilters } from "./lead-filters.tsx";
import { LeadPage } from "./lead-page.tsx";
import { LeadPages } from "./lead-pages.ts";
import { LeadTable } from "./lead-table.tsx";
import "./leads.css";

/** All leads as a table, and one of them in detail. */
export function LeadsView() {
  const pages = useMemo(() => new LeadPages(), []);
  const id = parameter("lead");
  const filter = addressFilter();
  const key = JSON.stringify(filter);
  useEffect(() => pages.select(JSON.parse(key)), [pages, key]);
  useEffect(() => () => pages.dispose(), [pages]);
  const seen = useRef(revision.peek());
  useSignalEffect(() => {
    const isNew = revision.value !== seen.current;
    seen.current = revision.value;
    if (isNew && connection.value === "open") pages.reload();
  });

  const { data: campaigns } = useControl("GET /campaigns", {});
  const { data: values } = useControl("GET /lead-filters", {});
  const { data: state } = useControl("GET /state", {});
  const zones = useMemo(
    () => new Map(campaigns?.campaigns.map(({ id: campaign, timezone }) => [campaign, timezone])),
    [campaigns],
  );
  const { total, error } = pages.shown.value;
  const keys = useRowKeys({
    count: total ?? 0,
    key,
    isOpen: id !== undefined,
    openAt: id === undefined ? undefined : pages.indexOf(id),
    open: (index, replace) => {
      const lead = pages.row(index);
      if (lead) go(changedAddress({ lead: lead.id }), { replace });
    },
    close: () => go(changedAddress({ lead: null })),
  });
  return (
    <div class={`split leads-split ${id === undefined ? "" : "is-open"}`}>
      <div class="leads-pane">
        <LeadFilters
          filter={filter}
          total={total}
          campaigns={campaigns?.campaigns ?? []}
          values={values}
          workspaces={state?.workspaces ?? []}
        />
        <LoadState of={{ data: total, error, reload: pages.reload }}>
          {() =>
            total === 0 ? (
              <p class="empty">
                {key === "{}"
                  ? "No lead exists yet. Add one with POST /api/v2/leads, or load a scenario in the view Sandbox."
                  : "No lead matches these filters."}
              </p>
            ) : (
              <LeadTable pages={pages} zones={zones} open={id} keys={keys} isCompact={id !== undefined} />
            )
          }
        </LoadState>
      </div>
      {id !== undefined && <LeadPage id={id} onClose={keys.close} />}
    </div>
  );
}
