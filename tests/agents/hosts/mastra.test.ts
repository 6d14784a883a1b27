import { RuntimeContext } from "@mastra/core/runtime-context";
import { createTool } from "@mastra/core/tools";
import { actionList, runAction } from "@modulex-instantly/actions";
import { expect, test } from "vitest";
import { z } from "zod";
import { rehearse } from "../support/rehearsal.ts";

test("Mastra's createTool takes every schema through z.fromJSONSchema, and runs on the sandbox", async () => {
  const { context, requests } = await rehearse();
  const tools = actionList.map((action) =>
    createTool({
      id: action.name,
      description: action.description,
      inputSchema: z.fromJSONSchema({ ...action.inputSchema }),
      execute: ({ context: input }) => action.run(input, context),
    }),
  );
  expect(tools.map(({ id }) => id)).toEqual(actionList.map(({ name }) => name));
  const execute = (id: string, input: object) =>
    tools
      .find((tool) => tool.id === id)
      ?.execute?.({ context: input, runtimeContext: new RuntimeContext() } as never, {} as never);
  expect(await execute("list_campaigns", { limit: 5 })).toMatchObject({ success: true });
  expect(requests).toEqual(["GET /api/v2/campaigns"]);
  expect(JSON.stringify(await execute("list_leads", { limt: 5 }))).toMatch(/limt/);
});

test("zod reads every schema, and accepts and rejects as the action does", async () => {
  const { context } = await rehearse();
  for (const { name, inputSchema } of actionList) {
    const schema = z.fromJSONSchema({ ...inputSchema });
    for (const input of [
      {},
      { limit: 5 },
      { limt: 5 },
      { custom_variables: { city: "Riga", visits: 3, vip: true, none: null } },
      { custom_variables: { city: {} } },
      { email: 5 },
    ]) {
      const isValid = schema.safeParse(input).success;
      const { error } = await runAction(name, input, { ...context, signal: AbortSignal.abort() });
      // Rules across fields are only in the action.
      if (!isValid) expect(error, JSON.stringify([name, input])).toContain("invalid_request");
    }
  }
});
