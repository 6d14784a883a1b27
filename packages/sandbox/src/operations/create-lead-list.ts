import type { StoredLeadList } from "../state/stored-lead-list.ts";
import { leadListOnTheWire } from "../wire/lead-list-on-the-wire.ts";
import type { Handler } from "./handler.ts";
import { setFields } from "./set-fields.ts";

/** Creates a lead list; names need not be unique. */
export const createLeadList: Handler<"createLeadList"> = ({ body }, { world, workspace, mode }) => {
  const list: StoredLeadList = { id: world.ids.random(), created: world.clock.tick(), ...setFields(body) };
  workspace.leadLists.push(list);
  return { body: leadListOnTheWire(list, workspace.id, mode), effects: 1 };
};
