import { expect, test } from "vitest";
import { clientOver, collectAll, pagedServer } from "../../../../tests/client/paged-server.ts";
import { respondWith, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";

test("a thousand pages of one item each are none too many", async () => {
  const { scripted, all } = pagedServer(Array.from({ length: 1_000 }, () => 1));
  expect((await collectAll(clientOver(scripted), "leads", { prefetch: 1 })).items).toEqual(all);
});

test("a page of 400,001 items is collected", async () => {
  const items = Array.from({ length: 400_001 }, (_, index) => ({ id: `item-${index}` }));
  const { leads } = clientOver(scriptedFetch(respondWith({ items })));
  const collected = await leads.iterate().collect({ max: 1_000_000 });
  expect(collected).toHaveLength(400_001);
  expect(collected.at(-1)).toEqual({ id: "item-400000" });
  expect(await leads.iterate().collect({ max: 300_000 })).toHaveLength(300_000);
});
