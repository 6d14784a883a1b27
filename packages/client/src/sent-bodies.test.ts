import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answers, scriptedFetch } from "../../../tests/client/scripted-fetch.ts";
import { seeded } from "../../../tests/client/seeded.ts";
import { createInstantlyClient } from "./create-instantly-client.ts";
import { isInstantlyError } from "./instantly-error.ts";

// Whoever reads an object may see another one than JSON does. What counts is what is sent.

const { fetch, requests } = scriptedFetch(answers({ id: "id-1", items: [], count: 1 }));
const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
const { leads, campaigns, emails, leadLists, raw } = client;
const never = (body: unknown) => body as never;

/** The body that a call sends, or the message with which it is refused; then nothing is sent. */
async function sentBy(call: () => Promise<unknown>): Promise<unknown> {
  const before = requests.length;
  const error = await call().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) {
    expect(requests).toHaveLength(before + 1);
    return JSON.parse(String(requests.at(-1)?.init.body));
  }
  expect(requests, "nothing is sent").toHaveLength(before);
  expect(error).toMatchObject({ code: "invalid_request", outcome: "not_sent", attempts: 0 });
  return (error as Error).message;
}

/** Both ways to send a body. */
const ways: Record<string, Record<string, (body: unknown) => Promise<unknown>>> = {
  resources: {
    bulkDeleteLeads: async (body) => leads.deleteMany(never(body)),
    replyToEmail: async (body) => emails.reply(never(body)),
    createLead: async (body) => leads.create(never(body)),
    createCampaign: async (body) => campaigns.create(never(body)),
    createLeadList: async (body) => leadLists.create(never(body)),
    patchCampaign: async (body) => campaigns.update("id-1", never(body)),
    updateLeadInterestStatus: async (body) => leads.updateInterestStatus(never(body)),
    listLeads: async (body) => leads.list(never(body)),
  },
  ".raw": {
    bulkDeleteLeads: async (body) => raw.DELETE("/api/v2/leads", { body: never(body) }),
    replyToEmail: async (body) => raw.POST("/api/v2/emails/reply", { body: never(body) }),
    createLead: async (body) => raw.POST("/api/v2/leads", { body: never(body) }),
    createCampaign: async (body) => raw.POST("/api/v2/campaigns", { body: never(body) }),
    createLeadList: async (body) => raw.POST("/api/v2/lead-lists", { body: never(body) }),
    patchCampaign: async (body) =>
      raw.PATCH("/api/v2/campaigns/{id}", { params: { path: { id: "id-1" } }, body: never(body) }),
    updateLeadInterestStatus: async (body) => raw.POST("/api/v2/leads/update-interest-status", { body: never(body) }),
    listLeads: async (body) => raw.POST("/api/v2/leads/list", { body: never(body) }),
  },
};
const writes = ["createLead", "createCampaign", "createLeadList", "patchCampaign", "updateLeadInterestStatus"];

class WithGetter {
  get campaign_id() {
    return "c";
  }
  get name() {
    return "n";
  }
}
class WithHiddenIds {
  list_id = "l";
  get ids() {
    return ["lead-1"];
  }
}
class Selection {
  list_id = "l";
  ids = ["lead-1"];
  isLarge() {
    return false;
  }
}
const hiding = (name: string, value: unknown) =>
  Object.defineProperty({ list_id: "l" } as object, name, { value, enumerable: false });

describe.each(Object.entries(ways))("through %s", (_, send) => {
  const deleting = (body: unknown) => sentBy(() => send["bulkDeleteLeads"]?.(body) ?? Promise.reject());
  const replying = (body: unknown) => sentBy(() => send["replyToEmail"]?.(body) ?? Promise.reject());

  test.each<[string, () => unknown, RegExp]>([
    ["getters of its class", () => new WithGetter(), /campaign_id or list_id/],
    ["ids that are a getter of its class", () => new WithHiddenIds(), /\bids\b/],
    ["ids that are inherited", () => Object.assign(Object.create({ ids: ["lead-1"] }), { list_id: "l" }), /\bids\b/],
    ["ids that are hidden", () => hiding("ids", ["lead-1"]), /\bids\b/],
    ["a hidden name", () => hiding("lead_ids", ["lead-1"]), /lead_ids/],
    ["an inherited name", () => Object.assign(Object.create({ lead_ids: ["a"] }), { list_id: "l" }), /lead_ids/],
    ["a symbol", () => ({ list_id: "l", [Symbol("ids")]: ["lead-1"] }), /Symbol\(ids\)/],
    ["ids that toJSON drops", () => ({ list_id: "l", ids: ["a"], toJSON: () => ({ list_id: "l" }) }), /\bids\b/],
    ["nothing, says toJSON", () => ({ list_id: "l", toJSON: () => ({}) }), /campaign_id or list_id/],
    ["no object, says toJSON", () => ({ list_id: "l", toJSON: () => "l" }), /object/],
    ["undefined, says toJSON", () => ({ list_id: "l", toJSON: () => undefined }), /object/],
    ["undefined ids", () => ({ list_id: "l", ids: undefined }), /\bids\b.*undefined/],
    ["an undefined status", () => ({ list_id: "l", status: undefined }), /status.*undefined/],
    ["an undefined limit", () => ({ list_id: "l", limit: undefined }), /limit.*undefined/],
    ["an undefined campaign", () => ({ list_id: "l", campaign_id: undefined }), /campaign_id.*undefined/],
    ["an undefined list", () => ({ list_id: undefined, campaign_id: "c" }), /list_id.*undefined/],
    ["an undefined name it does not have", () => ({ list_id: "l", lead_ids: undefined }), /lead_ids/],
    ["ids that are null", () => ({ list_id: "l", ids: null }), /\bids\b.*null/],
    ["a status that is null", () => ({ list_id: "l", status: null }), /status.*null/],
    ["a status that is 0", () => ({ list_id: "l", status: 0 }), /status/],
    ["a status that is a text", () => ({ list_id: "l", status: "3" }), /status/],
    ["a campaign that is null", () => ({ list_id: "l", campaign_id: null }), /campaign_id.*null/],
    ["a blank list beside a campaign", () => ({ list_id: " ", campaign_id: "c" }), /list_id/],
    ["a blank campaign", () => ({ campaign_id: " " }), /campaign_id or list_id/],
    ["a limit that is NaN", () => ({ list_id: "l", limit: Number.NaN }), /limit.*NaN/],
    ["an infinite limit", () => ({ list_id: "l", limit: Number.POSITIVE_INFINITY }), /limit.*Infinity/],
    ["a boxed NaN", () => ({ list_id: "l", limit: Object(Number.NaN) }), /limit/],
    ["a limit of 0", () => ({ list_id: "l", limit: 0 }), /limit/],
    ["a limit of 1.5", () => ({ list_id: "l", limit: 1.5 }), /limit/],
    ["a limit of 10,001", () => ({ list_id: "l", limit: 10_001 }), /limit/],
    ["a limit that is a text", () => ({ list_id: "l", limit: "5" }), /limit/],
    ["no ids in the list", () => ({ list_id: "l", ids: [] }), /\bids\b/],
    ["an undefined id", () => ({ list_id: "l", ids: [undefined] }), /\bids\b/],
    ["a hole among the ids", () => ({ list_id: "l", ids: Array(1) }), /\bids\b/],
    ["a blank id", () => ({ list_id: "l", ids: ["lead-1", ""] }), /\bids\b/],
    ["an id that is a number", () => ({ list_id: "l", ids: [1] }), /\bids\b/],
    ["ids that are a set", () => ({ list_id: "l", ids: new Set(["lead-1"]) }), /\bids\b/],
    ["ids that are a function", () => ({ list_id: "l", ids: () => ["lead-1"] }), /\bids\b/],
    ["ids that are a symbol", () => ({ list_id: "l", ids: Symbol("lead-1") }), /\bids\b/],
    ["a map", () => new Map([["list_id", "l"]]), /campaign_id or list_id/],
    ["a list", () => ["l"], /object/],
    ["a date", () => new Date(), /object/],
    ["a text", () => '{"list_id":"l"}', /object/],
    ["a proxy of nothing", () => new Proxy({}, { get: () => "l" }), /campaign_id or list_id/],
    [
      "ids that only a proxy has",
      () =>
        new Proxy({ list_id: "l" }, { get: (target, name) => (name === "ids" ? ["a"] : Reflect.get(target, name)) }),
      /\bids\b/,
    ],
    [
      "prototypes without end",
      () => {
        const endless: object = new Proxy({ list_id: "l" }, { getPrototypeOf: () => endless });
        return endless;
      },
      /JSON/,
    ],
    ["a proxy that throws", () => new Proxy({ list_id: "l" }, { getPrototypeOf: () => null, has: refuse }), /object/],
    ["a name that replaces its prototype", () => JSON.parse('{"list_id":"l","__proto__":{"ids":["a"]}}'), /__proto__/],
  ])("a deletion by %s is refused", async (_name, selection, message) => {
    expect(await deleting(selection())).toMatch(message);
  });

  test.each<[string, () => unknown, unknown]>([
    ["an object of a class", () => new Selection(), { list_id: "l", ids: ["lead-1"] }],
    ["what toJSON says", () => ({ toJSON: () => ({ list_id: "l", limit: 2 }) }), { list_id: "l", limit: 2 }],
    ["an object without a prototype", () => Object.assign(Object.create(null), { list_id: "l" }), { list_id: "l" }],
    ["own getters", () => Object.defineProperty({}, "list_id", { get: () => "l", enumerable: true }), { list_id: "l" }],
    ["a frozen object", () => Object.freeze({ list_id: "l", status: -1 }), { list_id: "l", status: -1 }],
    ["a harmless proxy", () => new Proxy({ campaign_id: "c" }, {}), { campaign_id: "c" }],
  ])("a deletion by %s goes out", async (_name, selection, sent) => {
    expect(await deleting(selection())).toEqual(sent);
  });

  test("whatever a selection looks like, nothing is sent that it does not say in full", async () => {
    const fields = fc.record(
      {
        campaign_id: fc.constantFrom<unknown>("c", "", undefined),
        list_id: fc.constantFrom<unknown>("l", undefined),
        ids: fc.constantFrom<unknown>(["lead-1"], [], undefined, [undefined], null),
        status: fc.constantFrom<unknown>(1, undefined, Number.NaN),
        limit: fc.constantFrom<unknown>(5, undefined, Number.NaN, Number.POSITIVE_INFINITY),
      },
      { requiredKeys: [] },
    );
    const places = fc.array(fc.constantFrom("own", "inherited", "getter", "hidden", "class"), { minLength: 5 });
    await fc.assert(
      fc.asyncProperty(fields, places, async (values, where) => {
        const prototype: object = {};
        const selection: object = Object.create(prototype);
        for (const [index, [name, value]] of Object.entries(values).entries()) {
          const place = where[index];
          const owner = place === "inherited" || place === "class" ? prototype : selection;
          const enumerable = place === "own" || place === "getter" || place === "inherited";
          const read = place === "getter" || place === "class";
          Object.defineProperty(owner, name, { enumerable, ...(read ? { get: () => value } : { value }) });
        }
        const sent = await sentBy(() => send["bulkDeleteLeads"]?.(selection) ?? Promise.reject());
        if (typeof sent === "string") return;
        expect(sent).toEqual(values);
      }),
      seeded("selections"),
    );
  });

  test.each<[string, () => unknown, RegExp]>([
    [
      "a body that is a getter of its class",
      () =>
        new (class {
          reply_to_uuid = "m";
          get body() {
            return { text: "t" };
          }
        })(),
      /body/,
    ],
    [
      "a text that is a getter of its class",
      () => ({
        body: new (class {
          get text() {
            return "t";
          }
        })(),
      }),
      /body\.(html|text)/,
    ],
    ["a text that is a function", () => ({ body: { text: () => "t" } }), /JSON/],
    ["a text that is no text", () => ({ body: { text: 5 } }), /body\.(html|text)/],
    ["a text of blanks", () => ({ body: { text: " \n\t\u00a0" } }), /body\.(html|text)/],
    ["a text that does not show", () => ({ body: { text: "\u200b\u2060\ufeff\u0000" } }), /body\.(html|text)/],
    ["a body that is a text", () => ({ body: "t" }), /body\.(html|text)/],
    ["a body that is null", () => ({ body: null }), /body\.(html|text)/],
    ["words that toJSON drops", () => ({ body: { text: "t", toJSON: () => ({}) } }), /body\.(html|text)/],
    [
      "copies that are a getter",
      () =>
        new (class {
          body = { text: "t" };
          get cc_address_email_list() {
            return "a@b.c";
          }
        })(),
      /cc_address/,
    ],
  ])("a reply with %s is refused", async (_name, reply, message) => {
    expect(await replying(reply())).toMatch(message);
  });

  test.each([
    { body: { text: "🙂" } },
    { body: { html: "<p></p>", text: "" } },
    { body: { text: "t" }, subject: undefined },
  ])("a reply of %j goes out", async (reply) => {
    expect(await replying(reply)).toEqual(JSON.parse(JSON.stringify(reply)));
  });

  test.each(writes)("a body that says nothing is refused by %s", async (id) => {
    for (const body of [{}, new WithGetter(), { name: undefined }, new Map(), { toJSON: () => ({}) }]) {
      expect(await sentBy(() => send[id]?.(body) ?? Promise.reject())).toMatch(/field|campaign_id must/);
    }
  });

  test.each([...writes, "listLeads"])("what JSON would leave out or change is refused by %s", async (id) => {
    const circular: Record<string, unknown> = { name: "n" };
    circular["self"] = circular;
    const bodies: readonly (readonly [unknown, RegExp])[] = [
      [{ name: "n", limit: Number.NaN }, /limit.*NaN/],
      [{ name: "n", email_gap: Number.NEGATIVE_INFINITY }, /email_gap.*-Infinity/],
      [{ name: "n", deep: { list: [1, Number.NaN] } }, /deep.*NaN/],
      [{ name: "n", email_list: ["a@b.c", undefined] }, /email_list.*undefined/],
      [{ name: "n", search: Symbol("s") }, /search.*symbol/],
      [{ name: "n", filter: () => 1 }, /filter.*function/],
      [{ name: "n", limit: 1n }, /limit.*JSON/],
      [circular, /JSON/],
      [
        {
          get name() {
            throw new Error("hostile");
          },
        },
        /JSON/,
      ],
      [
        {
          toJSON: () => {
            throw new Error("hostile");
          },
        },
        /JSON/,
      ],
      [[], /object/],
      [() => ({ name: "n" }), /object/],
      [JSON.parse(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`), /JSON/],
    ];
    for (const [body, message] of bodies) {
      expect(await sentBy(() => send[id]?.(body) ?? Promise.reject())).toMatch(message);
    }
  });

  test.each(["campaign_id", "list_id"])("a change of interest with a %s that is empty is refused", async (name) => {
    for (const value of [undefined, null, ""]) {
      const change = { lead_email: "ada@example.com", interest_value: 1, [name]: value };
      expect(await sentBy(() => send["updateLeadInterestStatus"]?.(change) ?? Promise.reject())).toMatch(name);
    }
  });

  test("a change of interest that came out as NaN does not reset the lead", async () => {
    const change = { lead_email: "ada@example.com", interest_value: Number.NaN };
    expect(await sentBy(() => send["updateLeadInterestStatus"]?.(change) ?? Promise.reject())).toMatch(
      /interest_value/,
    );
  });

  test.each([0, 101, 1.5, "10", null])("a page of %j items is refused", async (limit) => {
    expect(await sentBy(() => send["listLeads"]?.({ limit }) ?? Promise.reject())).toMatch(/limit/);
    expect(
      await sentBy(() => send["listLeads"]?.({ limit: 1, toJSON: () => ({ limit }) }) ?? Promise.reject()),
    ).toMatch(/limit/);
  });
});

describe("the leave to repeat an unknown outcome", () => {
  test("looks at what is sent, too", async () => {
    class Lead {
      email = "ada@example.com";
      get skip_if_in_list() {
        return true;
      }
    }
    const repeatable = { retryUnknown: true };
    expect(await sentBy(() => leads.create(new Lead(), repeatable))).toMatch(/skip_if_in/);
    const text = { email: "a@b.c", skip_if_in_list: "true" };
    expect(await sentBy(() => leads.create(never(text), repeatable))).toMatch(/skip_if_in/);
    const sent = { email: "a@b.c", skip_if_in_campaign: true };
    expect(await sentBy(() => leads.create(sent, repeatable))).toEqual(sent);
  });
});

describe("a raw call with a serializer of its own", () => {
  test.each(["", "[]", "null", '"x"', "list_id=l", "{}", '{"list_id":"l","ids":null}'])(
    "that writes %j deletes nothing",
    async (text) => {
      const call = () => raw.DELETE("/api/v2/leads", { body: never({ list_id: "l" }), bodySerializer: () => text });
      expect(await sentBy(call)).toMatch(/./);
    },
  );

  test("sends what it writes", async () => {
    const body = never({ lists: ["l"] });
    const call = () => raw.DELETE("/api/v2/leads", { body, bodySerializer: () => '{"list_id":"l"}' });
    expect(await sentBy(call)).toEqual({ list_id: "l" });
  });

  test.each([new FormData(), new URLSearchParams("list_id=l"), new Blob(["x"])])("a form is no body", async (body) => {
    expect(await sentBy(() => raw.DELETE("/api/v2/leads", { body: never(body) }))).toMatch(/campaign_id or list_id/);
    expect(await sentBy(() => raw.POST("/api/v2/lead-lists", { body: never(body) }))).toMatch(/field/);
  });
});

test("a raw write without a body is refused", async () => {
  for (const call of [
    () => raw.POST("/api/v2/leads", never({})),
    () => raw.POST("/api/v2/lead-lists", never({})),
    () => raw.PATCH("/api/v2/campaigns/{id}", never({ params: { path: { id: "id-1" } } })),
    () => raw.POST("/api/v2/emails/reply", never({})),
  ]) {
    expect(await sentBy(call)).toMatch(/needed/);
  }
});

function refuse(): never {
  throw new Error("hostile");
}

test("these errors are those of this package", async () => {
  const error = await leads.deleteMany(never({})).catch((reason: unknown) => reason);
  expect(isInstantlyError(error, "invalid_request")).toBe(true);
});
