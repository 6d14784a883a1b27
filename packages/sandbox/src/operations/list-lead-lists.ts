import { timestamp } from "../state/virtual-clock.ts";
import { leadListOnTheWire } from "../wire/lead-list-on-the-wire.ts";
import { timeCursor } from "./cursor.ts";
import type { Handler } from "./handler.ts";
import { page } from "./page.ts";
import { searchFor } from "./search-for.ts";

/** Lists lead lists, newest first; the cursor is the time at which the last one was created. */
export const listLeadLists: Handler<"listLeadList"> = ({ query }, { workspace, mode, unknowns }) => {
  const before = timeCursor(query.starting_after, unknowns) ?? Number.POSITIVE_INFINITY;
  const matches = searchFor(query.search ?? "");
  const found = workspace.leadLists
    .filter((list) => list.created < before && matches(list.name))
    .filter(
      (list) =>
        query.has_enrichment_task === undefined || (list.has_enrichment_task ?? false) === query.has_enrichment_task,
    )
    .reverse()
    .slice(0, query.limit ?? 10);
  const body = page(
    found,
    (list) => leadListOnTheWire(list, workspace.id, mode),
    (list) => timestamp(list.created),
  );
  return { body, effects: 0 };
};
