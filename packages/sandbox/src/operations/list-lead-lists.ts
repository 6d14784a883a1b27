import { serializeLeadList } from "../serialize/serialize-lead-list.ts";
import { timestamp } from "../state/virtual-clock.ts";
import { timeCursor } from "./cursor.ts";
import type { Handler } from "./handler.ts";
import { listResponse } from "./list-response.ts";
import { textMatcher } from "./text-matcher.ts";

/** Lists lead lists, newest first. The cursor is the creation time of the last one. */
export const listLeadLists: Handler<"listLeadList"> = ({ query }, { workspace, mode, assumptions }) => {
  const before = timeCursor(query.starting_after, assumptions) ?? Number.POSITIVE_INFINITY;
  const matches = textMatcher(query.search ?? "");
  const found = workspace.leadLists
    .filter((list) => list.created < before && matches(list.name))
    .filter(
      (list) =>
        query.has_enrichment_task === undefined || (list.has_enrichment_task ?? false) === query.has_enrichment_task,
    )
    .reverse()
    .slice(0, query.limit ?? 10);
  const body = listResponse(
    found,
    (list) => serializeLeadList(list, workspace.id, mode),
    (list) => timestamp(list.created),
  );
  return { body, effects: 0 };
};
