import { describe, expect, test } from "vitest";
import type { Rehearsal } from "../../tests/rehearsal.ts";
import { rehearse } from "../../tests/rehearsal.ts";
import { nullableFields } from "../nullable-fields.gen.ts";

const inMode = (mode: "live" | "document"): Rehearsal => rehearse({ mode });

/** The same answered campaign in both modes. */
async function both(): Promise<readonly [live: Rehearsal, document: Rehearsal]> {
  const modes = [inMode("live"), inMode("document")] as const;
  for (const on of modes) on.sandbox.load("replies");
  return modes;
}

describe("the published document says otherwise than the live API", () => {
  test("every nullable field that is not set is null; live it is left out", async () => {
    const [live, document] = await both();
    const entities = async (on: Rehearsal) => ({
      Lead: (await on.leads({ limit: 1 })).items[0],
      Campaign: (await on.campaigns("?limit=1")).items[0],
      LeadList: (await on.lists("?limit=1")).items[0],
      Email: (await on.emails("?limit=1")).items[0],
    });
    const [shown, documented] = [await entities(live), await entities(document)];
    for (const [name, fields] of Object.entries(nullableFields)) {
      const entity = name as keyof typeof shown;
      expect(Object.keys(documented[entity] ?? {})).toEqual(expect.arrayContaining([...fields]));
      expect(Object.values(shown[entity] ?? {})).not.toContain(null);
    }
    expect(Object.values(nullableFields).flat().length).toBeGreaterThan(20);
  });

  test("a lead in a list has status 1; live it has 0", async () => {
    const status = async (on: Rehearsal): Promise<number> =>
      (await on.lead({ list_id: (await on.list("Clinics")).id, email: "ada@example.com" })).status;
    expect([await status(inMode("live")), await status(inMode("document"))]).toEqual([0, 1]);
  });

  test("unset texts are null; live they are empty", async () => {
    const name = async (on: Rehearsal) => (await on.lead({ email: "ada@example.com" })).first_name;
    expect([await name(inMode("live")), await name(inMode("document"))]).toEqual(["", null]);
  });

  test("a thread is named by a UUID; live by an opaque token", async () => {
    const [live, document] = await both();
    expect((await live.emails()).items[0]?.thread_id).toMatch(/^31-\w{22}$/);
    expect((await document.emails()).items[0]?.thread_id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  test("a reply comes back with the text it was given; live only with HTML", async () => {
    const body = async (on: Rehearsal): Promise<string[]> => {
      const [mail] = (await on.emails()).items;
      const fields = { reply_to_uuid: mail?.id, eaccount: mail?.eaccount, subject: "Re", body: { text: "Hi" } };
      return Object.keys((await on.ask("POST /emails/reply", fields)).body["body"] as object);
    };
    const [live, document] = await both();
    expect(await body(live)).toEqual(["html"]);
    expect(await body(document)).toEqual(["text", "html"]);
  });

  test("a reply needs html or text; live an empty one goes out", async () => {
    const send = async (on: Rehearsal): Promise<number> => {
      const [mail] = (await on.emails()).items;
      const fields = { reply_to_uuid: mail?.id, eaccount: mail?.eaccount, subject: "Re", body: {} };
      return (await on.ask("POST /emails/reply", fields)).status;
    };
    const [live, document] = await both();
    expect([await send(live), await send(document)]).toEqual([200, 400]);
  });

  test("unknown fields of a closed body are refused; live they are dropped", async () => {
    const create = async (on: Rehearsal) => on.ask("POST /lead-lists", { name: "x", colour: "red" });
    expect((await create(inMode("live"))).status).toBe(200);
    expect(await create(inMode("document"))).toMatchObject({
      status: 400,
      body: { message: "body must NOT have additional properties" },
    });
    expect((await inMode("document").ask("POST /leads/list", { campaign_id: "x" })).status).toBe(200);
  });

  test("an empty JSON body is nothing special on activation; live it is a 400", async () => {
    const activate = async (on: Rehearsal): Promise<number> => {
      const { id } = await on.campaign();
      return (await on.ask(`POST /campaigns/${id}/activate`, undefined, { "content-type": "application/json" })).status;
    };
    expect([await activate(inMode("live")), await activate(inMode("document"))]).toEqual([400, 200]);
  });

  test("an unknown route has the plain text of a 404; live a number follows", async () => {
    const message = async (on: Rehearsal) => (await on.ask("GET /nothing")).body["message"];
    expect(await message(inMode("live"))).toMatch(/^Resource not found \[4042\]: there is no route GET /);
    expect(await message(inMode("document"))).toMatch(/^Resource not found: there is no route GET /);
  });
});
