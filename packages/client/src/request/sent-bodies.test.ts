import { describe, expect, test } from "vitest";
import { client, sentBy, untyped, WithGetter, ways, writes } from "../../../../tests/client/sent-bodies.ts";
import { isInstantlyError } from "../errors/instantly-error.ts";

// The JSON of an object can differ from the object. Only the JSON is sent.

const { leads, raw } = client;

describe.each(Object.entries(ways))("through %s", (_, send) => {
  const replying = (body: unknown) => sentBy(() => send["replyToEmail"]?.(body) ?? Promise.reject());

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
      /^(replyToEmail: )?body is or contains an object/,
    ],
    ["a text that is a function", () => ({ body: { text: () => "t" } }), /JSON/],
    ["a text that is not a string", () => ({ body: { text: 5 } }), /body\.(html|text)/],
    ["a text of blanks", () => ({ body: { text: " \n\t\u00a0" } }), /body\.(html|text)/],
    ["a text that does not show", () => ({ body: { text: "\u200b\u2060\ufeff\u0000" } }), /body\.(html|text)/],
    ["a text of fillers and blanks", () => ({ body: { text: "\u3164\u115f\u034f\u2800" } }), /body\.(html|text)/],
    [
      "HTML that is a getter of the class of its body",
      () => ({
        body: new (class {
          text = "t";
          get html() {
            return "<p>t</p>";
          }
        })(),
      }),
      /body\.html would not be sent/,
    ],
    [
      "HTML that is inherited",
      () => ({ body: Object.assign(Object.create({ html: "h" }), { text: "t" }) }),
      /body\.html/,
    ],
    ["a text that is a symbol", () => ({ body: { html: "h", [Symbol("text")]: "t" } }), /body\.Symbol/],
    ["HTML of empty tags", () => ({ body: { html: "<p></p>", text: "" } }), /visible text/],
    [
      "HTML of an empty editor",
      () => ({ body: { html: '<div class="x"><br>&nbsp;</div>\n<!-- end -->' } }),
      /visible text/,
    ],
    ["HTML of spaces as entities", () => ({ body: { html: "<p>&#160;&NBSP;&#xA0;&#8203;</p>" } }), /visible text/],
    ["a body that is a string", () => ({ body: "t" }), /body\.(html|text)/],
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
  ])("a reply with %s is rejected", async (_name, reply, message) => {
    expect(await replying(reply())).toMatch(message);
  });

  test.each([
    { body: { text: "🙂" } },
    { body: { html: '<p><img src="https://example.com/a.png"></p>', text: "" } },
    { body: { html: "<p></p>", text: "t" } },
    { body: { html: "1 < 2" } },
    { body: { text: "t" }, subject: undefined },
  ])("a reply of %j is sent", async (reply) => {
    expect(await replying(reply)).toEqual(JSON.parse(JSON.stringify(reply)));
  });

  test.each(writes)("a body that says nothing is rejected by %s", async (id) => {
    for (const body of [{}, new WithGetter(), { name: undefined }, new Map(), { toJSON: () => ({}) }]) {
      expect(await sentBy(() => send[id]?.(body) ?? Promise.reject())).toMatch(/field|campaign_id must/);
    }
  });

  test.each([...writes, "listLeads"])("what JSON would leave out or change is rejected by %s", async (id) => {
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

  test.each(["campaign_id", "list_id"])("a change of interest with a %s that is empty is rejected", async (name) => {
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

  test.each([0, 101, 1.5, "10", null])("a page of %j items is rejected", async (limit) => {
    expect(await sentBy(() => send["listLeads"]?.({ limit }) ?? Promise.reject())).toMatch(/limit/);
    expect(
      await sentBy(() => send["listLeads"]?.({ limit: 1, toJSON: () => ({ limit }) }) ?? Promise.reject()),
    ).toMatch(/limit/);
  });
});

describe("the permission to retry after an unknown outcome", () => {
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
    expect(await sentBy(() => leads.create(untyped(text), repeatable))).toMatch(/skip_if_in/);
    const sent = { email: "a@b.c", skip_if_in_campaign: true };
    expect(await sentBy(() => leads.create(sent, repeatable))).toEqual(sent);
  });
});

describe("a raw call with a serializer of its own", () => {
  test.each(["", "[]", "null", '"x"', "list_id=l", "{}", '{"list_id":"l","ids":null}'])(
    "that writes %j deletes nothing",
    async (text) => {
      const call = () => raw.DELETE("/api/v2/leads", { body: untyped({ list_id: "l" }), bodySerializer: () => text });
      expect(await sentBy(call)).toMatch(/./);
    },
  );

  test("sends what it writes", async () => {
    const body = untyped({ lists: ["l"] });
    const call = () => raw.DELETE("/api/v2/leads", { body, bodySerializer: () => '{"list_id":"l"}' });
    expect(await sentBy(call)).toEqual({ list_id: "l" });
  });

  test.each([new FormData(), new URLSearchParams("list_id=l"), new Blob(["x"])])("a form is no body", async (body) => {
    expect(await sentBy(() => raw.DELETE("/api/v2/leads", { body: untyped(body) }))).toMatch(/object of fields/);
    expect(await sentBy(() => raw.POST("/api/v2/lead-lists", { body: untyped(body) }))).toMatch(/field/);
  });
});

test("a raw write without a body is rejected", async () => {
  for (const call of [
    () => raw.POST("/api/v2/leads", untyped({})),
    () => raw.POST("/api/v2/lead-lists", untyped({})),
    () => raw.PATCH("/api/v2/campaigns/{id}", untyped({ params: { path: { id: "id-1" } } })),
    () => raw.POST("/api/v2/emails/reply", untyped({})),
  ]) {
    expect(await sentBy(call)).toMatch(/required|must be an object/);
  }
});

test("these errors are those of this package", async () => {
  const error = await leads.deleteMany(untyped({})).catch((reason: unknown) => reason);
  expect(isInstantlyError(error, "invalid_request")).toBe(true);
});
