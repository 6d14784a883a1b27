import { deepEqual, ok } from "node:assert/strict";
import type { LeadList } from "@modulex-instantly/types";
import fc from "fast-check";
import type { SessionCommand } from "../session-command.ts";
import { command } from "../session-command.ts";
import { walk } from "../walk.ts";

const path = "/api/v2/lead-lists";

/** Creates a lead list, sometimes without the required name. */
export const createList: fc.Arbitrary<SessionCommand> = fc
  .record(
    {
      name: fc.constantFrom("Clinics", "Schools", "Clinics, autumn", "Ärzte"),
      has_enrichment_task: fc.constantFrom(true, false, null),
      owned_by: fc.uuid(),
    },
    { requiredKeys: [] },
  )
  .map((body) =>
    command("createList", body, async (model, session) => {
      const { name } = body;
      const call = { operation: "createLeadList", method: "POST", path, body } as const;
      if (name === undefined) return void (await session.call(call, 400));
      const list = await session.call<LeadList>(call, 200);
      ok(!model.lists.has(list.id), "a new list has a new id");
      deepEqual(list.name, name);
      model.lists.set(list.id, { name });
    }),
  );

/** Reads the lead lists, newest first. */
export const readLists: fc.Arbitrary<SessionCommand> = fc
  .record({ limit: fc.integer({ min: 1, max: 100 }), search: fc.constantFrom(undefined, "clin", "nothing") })
  .map(({ limit, search }) =>
    command("readLists", { limit, search }, async (model, session) => {
      const query = search === undefined ? {} : { search };
      const call = { operation: "listLeadList", method: "GET", path, query } as const;
      const found = await walk<LeadList>(session, { call, limit });
      const wanted = [...model.lists].filter(([, { name }]) => name.toLowerCase().includes(search ?? ""));
      deepEqual(
        found.map(({ id }) => id),
        wanted.map(([id]) => id).reverse(),
      );
    }),
  );
