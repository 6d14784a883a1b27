import { serializeEmail } from "../serialize/serialize-email.ts";
import { positionAfter } from "../state/sorted-items.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import { idCursor } from "./cursor.ts";
import { emailFilter } from "./email-filter.ts";
import type { Handler } from "./handler.ts";
import { listResponse } from "./list-response.ts";

/** Lists emails, by default newest first. */
export const listEmails: Handler<"listEmail"> = ({ query }, context) => {
  const { workspace, mode, assumptions } = context;
  const cursor = idCursor(query.starting_after, assumptions);
  const { all } = workspace.emails;
  const matches = emailFilter(query, workspace);
  const ascending = query.sort_order === "asc";
  const limit = query.limit ?? 10;
  const found: StoredEmail[] = [];
  let index = ascending
    ? cursor === undefined
      ? 0
      : positionAfter(all, cursor)
    : (cursor === undefined ? all.length : positionAfter(all, cursor)) - 1;
  for (; found.length < limit; index += ascending ? 1 : -1) {
    const email = all[index];
    if (email === undefined) break;
    if (email.id !== cursor && matches(email)) found.push(email);
  }
  const previewOnly = query.preview_only === true;
  const body = listResponse(
    found,
    (email) => serializeEmail(email, { organization: workspace.id, mode, previewOnly }),
    (email) => email.id,
  );
  return { body, effects: 0 };
};
