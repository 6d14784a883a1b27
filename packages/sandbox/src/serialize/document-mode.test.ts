import { describe, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import { nullableFields } from "../spec/nullable-fields.gen.ts";

const applyMode = (mode: "live" | "document"): TestSandbox => createTestSandbox({ mode });

/** The same campaign with a reply in both modes. */
async function both(): Promise<readonly [live: TestSandbox, document: TestSandbox]> {
  const modes = [applyMode("live"), applyMode("document")] as const;
  for (const api of modes) api.sandbox.load("replies");
  return modes;
}

describe("differences between the published document and the live API", () => {
  test("every nullable field that is not set is null; live it is left out", async () => {
    const [live, document] = await both();
    const entities = async (api: TestSandbox) => ({
      Lead: (await api.listLeads({ limit: 1 })).items[0],
      Campaign: (await api.listCampaigns("?limit=1")).items[0],
      LeadList: (await api.listLeadLists("?limit=1")).items[0],
      Email: (await api.listEmails("?limit=1")).items[0],
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
    const status = async (api: TestSandbox): Promise<number> =>
      (await api.createLead({ list_id: (await api.createLeadList("Clinics")).id, email: "ada@example.com" })).status;
    expect([await status(applyMode("live")), await status(applyMode("document"))]).toEqual([0, 1]);
  });

  test("unset texts are null; live they are empty", async () => {
    const name = async (api: TestSandbox) => (await api.createLead({ email: "ada@example.com" })).first_name;
    expect([await name(applyMode("live")), await name(applyMode("document"))]).toEqual(["", null]);
  });

  test("a thread is named by a UUID; live by an opaque token", async () => {
    const [live, document] = await both();
    expect((await live.listEmails()).items[0]?.thread_id).toMatch(/^31-\w{22}$/);
    expect((await document.listEmails()).items[0]?.thread_id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  test("a reply is returned with its text; live only with HTML", async () => {
    const body = async (api: TestSandbox): Promise<string[]> => {
      const [mail] = (await api.listEmails()).items;
      const fields = { reply_to_uuid: mail?.id, eaccount: mail?.eaccount, subject: "Re", body: { text: "Hi" } };
      return Object.keys((await api.request("POST /emails/reply", fields)).body["body"] as object);
    };
    const [live, document] = await both();
    expect(await body(live)).toEqual(["html"]);
    expect(await body(document)).toEqual(["text", "html"]);
  });

  test("a reply needs html or text; live an empty one goes out", async () => {
    const send = async (api: TestSandbox): Promise<number> => {
      const [mail] = (await api.listEmails()).items;
      const fields = { reply_to_uuid: mail?.id, eaccount: mail?.eaccount, subject: "Re", body: {} };
      return (await api.request("POST /emails/reply", fields)).status;
    };
    const [live, document] = await both();
    expect([await send(live), await send(document)]).toEqual([200, 400]);
  });

  test("unknown fields of a closed body are an error; live they are ignored", async () => {
    const create = async (api: TestSandbox) => api.request("POST /lead-lists", { name: "x", colour: "red" });
    expect((await create(applyMode("live"))).status).toBe(200);
    expect(await create(applyMode("document"))).toMatchObject({
      status: 400,
      body: { message: "body must NOT have additional properties" },
    });
    expect((await applyMode("document").request("POST /leads/list", { campaign_id: "x" })).status).toBe(200);
  });

  test("an empty JSON body is accepted on activation; live it is a 400", async () => {
    const activate = async (api: TestSandbox): Promise<number> => {
      const { id } = await api.createCampaign();
      return (await api.request(`POST /campaigns/${id}/activate`, undefined, { "content-type": "application/json" }))
        .status;
    };
    expect([await activate(applyMode("live")), await activate(applyMode("document"))]).toEqual([400, 200]);
  });

  test("an unknown route has the plain text of a 404; live a number follows", async () => {
    const message = async (api: TestSandbox) => (await api.request("GET /nothing")).body["message"];
    expect(await message(applyMode("live"))).toMatch(/^Resource not found \[4042\]: there is no route GET /);
    expect(await message(applyMode("document"))).toMatch(/^Resource not found: there is no route GET /);
  });
});
