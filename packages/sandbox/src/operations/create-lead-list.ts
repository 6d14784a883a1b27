import { serializeLeadList } from "../serialize/serialize-lead-list.ts";
import type { StoredLeadList } from "../state/stored-lead-list.ts";
import { definedFields } from "./defined-fields.ts";
import type { Handler } from "./handler.ts";

/** Creates a lead list. Names need not be unique. */
export const createLeadList: Handler<"createLeadList"> = ({ body }, { database, workspace, mode }) => {
  const list: StoredLeadList = { id: database.ids.random(), created: database.clock.tick(), ...definedFields(body) };
  workspace.addLeadList(list);
  return { body: serializeLeadList(list, workspace.id, mode), effects: 1 };
};
