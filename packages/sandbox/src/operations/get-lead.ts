import { ApiError } from "../api-error.ts";
import { serializeLead } from "../serialize/serialize-lead.ts";
import type { Handler } from "./handler.ts";

/** Returns one lead. */
export const getLead: Handler<"getLead"> = ({ params }, { database, workspace, mode }) => {
  const lead = workspace.leads.withId(params.id);
  if (lead === undefined) throw new ApiError(404, "Resource not found");
  return { body: serializeLead(lead, { organization: workspace.id, now: database.clock.now, mode }), effects: 0 };
};
