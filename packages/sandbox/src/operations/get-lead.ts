import { Refusal } from "../refusal.ts";
import { leadOnTheWire } from "../wire/lead-on-the-wire.ts";
import type { Handler } from "./handler.ts";

/** Returns one lead. */
export const getLead: Handler<"getLead"> = ({ params }, { world, workspace, mode }) => {
  const lead = workspace.leads.withId(params.id);
  if (lead === undefined) throw new Refusal(404, "Resource not found");
  return { body: leadOnTheWire(lead, { organization: workspace.id, now: world.clock.now, mode }), effects: 0 };
};
