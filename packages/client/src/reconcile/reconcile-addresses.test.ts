import { expect, test } from "vitest";
import { reconciled } from "../../../../tests/client/reconciled.ts";
import { scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { InstantlyClient } from "../index.ts";

// A server may store an address in another form, and its filter may compare exactly.

const create =
  (email: string) =>
  ({ leads }: InstantlyClient) =>
    leads.create({ email });

test.each([
  "ada@x.example.com ",
  "Ada <ada@x.example.com>",
  "ada@exämple.com",
  "ada",
  "a@b@c",
  '"a b"@x.example.com',
  "ada@x",
  "ada@x.example.",
  "ada@.example",
  "ada@x.exämple.com",
  "ada@x.example.com>",
  "(ada) ada@x.example.com",
  "o'neil@x.example.com",
  "7%20@x.example.com",
  "a&b@x.example.com",
])("a lead with the address %j, which may be stored in any form, that is nowhere is undetermined", async (email) => {
  expect(await reconciled(create(email), { items: [] })).toBe("undetermined");
});

test.each([
  ["ada-news@yahoo.com", "not a tag elsewhere", "ada-news@x.example.com"],
  ["ada@ya.ru", "a second domain", "ada@kaya.ru"],
  ["ada@me.com", "a second domain", "ada@name.com"],
  ["ada@icloud.com", "a second domain", "ada@myicloud.com"],
  ["ada@pm.me", "a second domain", "ada@5pm.me"],
  ["ada@xn--exmple-cua.com", "a Unicode form", "ada@axn--b.com"],
  ["ada+a+b@x.example.com", "two tags", "ada+a@x.example.com"],
])(
  "a lead with the address %j, which may have another name, that is nowhere is undetermined",
  async (email, _, other) => {
    expect(await reconciled(create(email), { items: [] })).toBe("undetermined");
    expect(await reconciled(create(other), { items: [] })).toBe("not_applied");
  },
);

test("an address is asked for in every form in which it may be stored", async () => {
  const { fetch, requests } = scriptedFetch(
    () => new Response("", { status: 502 }),
    () => Response.json({ items: [] }),
  );
  const client = createInstantlyClient({ apiKey: "key", fetch });
  const error: unknown = await client.leads.create({ email: " A.da+1@Gmail.com" }).catch((thrown) => thrown);
  await client.reconcile(error, { settleMs: 0 });
  expect(JSON.parse(String(requests[1]?.init.body))).toMatchObject({
    contacts: [
      "A.da+1@Gmail.com",
      "a.da+1@gmail.com",
      "A.da+1@gmail.com",
      "A.da@gmail.com",
      "a.da@gmail.com",
      "a.da+1@googlemail.com",
      "ada+1@gmail.com",
      "ada+1@googlemail.com",
      "a.da@googlemail.com",
      "ada@gmail.com",
      "ada@googlemail.com",
    ],
  });
});
