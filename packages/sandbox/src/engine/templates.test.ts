import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTestSandbox, step } from "../../tests/test-sandbox.ts";
import type { OutboxMail } from "../serialize/outbox.ts";

/** The first mail of a campaign with this wording to Zoë, unless another lead is given. */
async function mailed(
  body: string,
  { subject = "Hi", lead = {}, seed = 1 }: { subject?: string; lead?: object; seed?: number | string } = {},
): Promise<OutboxMail> {
  const api = createTestSandbox({ seed });
  const { id } = await api.createCampaign({ sequences: [{ steps: [step(0, subject, body)] }] });
  await api.createLead({ campaign: id, email: "zoe@example.com", first_name: "Zoë", ...lead });
  await api.activateCampaign(id);
  api.sandbox.runUntilIdle();
  const [mail] = api.sandbox.outbox();
  if (mail === undefined) throw new Error("nothing was mailed");
  return mail;
}

const constructs = (mail: OutboxMail) => mail.leftovers.map(({ kind, construct }) => [kind, construct]);

describe("spintax", () => {
  test("becomes one of its trimmed variants", async () => {
    const { text, leftovers, unresolvedTags } = await mailed("{{RANDOM | Hi | Hello}} {{firstName}}");
    expect(["Hi Zoë", "Hello Zoë"]).toContain(text);
    expect([leftovers, unresolvedTags]).toEqual([[], []]);
  });

  test("has different variants in different emails, and the same ones for the same seed", async () => {
    const greetings = async (seed: number): Promise<string[]> => {
      const api = createTestSandbox({ seed });
      const { id } = await api.createCampaign({
        sequences: [{ steps: [step(0, "Hi", "{{RANDOM|a|b|c}}{{RANDOM|1|2}}")] }],
      });
      for (let number = 0; number < 60; number += 1)
        await api.createLead({ campaign: id, email: `p${number}@example.com` });
      await api.activateCampaign(id);
      api.sandbox.runUntilIdle();
      return api.sandbox.outbox().map(({ text }) => text);
    };
    const told = await greetings(7);
    expect(new Set(told)).toEqual(new Set(["a1", "a2", "b1", "b2", "c1", "c2"]));
    expect(await greetings(7)).toEqual(told);
    expect(await greetings(8)).not.toEqual(told);
  });

  test("does not change other ids and delays", async () => {
    const plain = await mailed("Hi");
    const spun = await mailed("{{RANDOM | Hi | Hi}}");
    expect(spun).toEqual(plain);
  });

  test.each<[string, readonly string[]]>([
    ["{{RANDOM|Hi {{firstName}}|{{firstName}}, hello}}!", ["Hi Zoë!", "Zoë, hello!"]],
    ["{{RANDOM | {{RANDOM | a | b}} x | {{ RANDOM|c|d }}}}", ["a x", "b x", "c", "d"]],
    ["{{\nRANDOM\n|\n Hi \n}}", ["Hi"]],
    ["{{RANDOM | | x }}.", [".", "x."]],
    ["{{RANDOM | a b }}c{{RANDOM|d}}", ["a bcd"]],
    ["{{RANDOM | a | b }} {{RANDOM | a | b }}", ["a a", "a b", "b a", "b b"]],
    ["<div>{{RANDOM | <b>Hi</b> | Hi}}</div>", ["Hi"]],
  ])("%j is one of %j", async (template, expected) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { text, leftovers } = await mailed(template, { seed });
      expect(expected).toContain(text);
      expect(leftovers).toEqual([]);
    }
  });

  test("works in the subject, which the thread keeps", async () => {
    const api = createTestSandbox();
    const steps = [step(1, "{{RANDOM | Hi | Hello}} {{firstName}}"), step(0)];
    const { id } = await api.createCampaign({ sequences: [{ steps }] });
    await api.createLead({ campaign: id, email: "reply+step-2@example.com", first_name: "Zoë" });
    await api.activateCampaign(id);
    api.sandbox.runUntilIdle();
    const [first, second] = api.sandbox.outbox();
    expect(["Hi Zoë", "Hello Zoë"]).toContain(first?.subject);
    expect(first?.headers["Subject"]).toBe(first?.subject);
    expect(second?.subject).toBe(`Re: ${first?.subject}`);
    expect((await api.listEmails("?email_type=received")).items[0]?.subject).toBe(`Re: ${first?.subject}`);
  });
});

describe("leftovers", () => {
  test("list every construct that was not rendered, with its place and kind", async () => {
    const body = "{% if vip %}Dear{% endif %} {{firstName | there}}, {{nick}} {Hi|Hello} {firstName} {{broken";
    const mail = await mailed(body, { subject: "{{city}} {% now %}" });
    expect(mail.leftovers).toEqual([
      { where: "subject", kind: "variable", construct: "{{city}}" },
      { where: "subject", kind: "statement", construct: "{% now %}" },
      { where: "body", kind: "statement", construct: "{% if vip %}" },
      { where: "body", kind: "statement", construct: "{% endif %}" },
      { where: "body", kind: "fallback", construct: "{{firstName | there}}" },
      { where: "body", kind: "variable", construct: "{{nick}}" },
      { where: "body", kind: "braces", construct: "{Hi|Hello}" },
      { where: "body", kind: "braces", construct: "{firstName}" },
      { where: "body", kind: "braces", construct: "{{broken" },
    ]);
    expect(mail.text).toBe("{% if vip %}Dear{% endif %} {{firstName | there}},  {Hi|Hello} {firstName} {{broken");
    expect(mail.unresolvedTags).toEqual(["city", "nick"]);
  });

  test.each<[string, readonly (readonly [string, string])[], string]>([
    [
      "{{ nick }}{{ nick }}{{nick}}",
      [
        ["variable", "{{ nick }}"],
        ["variable", "{{nick}}"],
      ],
      "",
    ],
    ["{{RANDOM}}", [["variable", "{{RANDOM}}"]], ""],
    ["{{Random | a | b}}", [["fallback", "{{Random | a | b}}"]], "{{Random | a | b}}"],
    ["{{RANDOM | {{nick}} }}x", [["variable", "{{nick}}"]], "x"],
    ["{{RANDOM | a | b", [["braces", "{{RANDOM | a | b"]], "{{RANDOM | a | b"],
    ["{{RANDOM | a {{firstName}}", [["braces", "{{RANDOM | a {{firstName}}"]], "{{RANDOM | a Zoë"],
    ["{{firstName} x {{firstName}}", [["braces", "{{firstName} x {{firstName}}"]], "{{firstName} x Zoë"],
    [
      "a }} b %} c",
      [
        ["braces", "}}"],
        ["braces", "%}"],
      ],
      "a }} b %} c",
    ],
    ["{# a {{firstName}} #}x", [["statement", "{# a {{firstName}} #}"]], "{# a {{firstName}} #}x"],
    ["a{color:#fff} {#x", [], "a{color:#fff} {#x"],
    ["{% if x", [["braces", "{% if x"]], "{% if x"],
    [
      "{{}}{{ }}",
      [
        ["braces", "{{}}"],
        ["braces", "{{ }}"],
      ],
      "{{}}{{ }}",
    ],
    ["{{{firstName}}}", [], "{Zoë}"],
    ["p { color: red } .a{b:c} {} { }", [], "p { color: red } .a{b:c} {} { }"],
    ["50% {a} {1}", [["braces", "{a}"]], "50% {a} {1}"],
    ["{{RANDOM | {a} | {a}}}", [["braces", "{a}"]], "{a}"],
  ])("of %j are %j", async (template, expected, text) => {
    const mail = await mailed(template);
    expect(constructs(mail)).toEqual(expected);
    expect(mail.text).toBe(text);
  });

  test("list braces in a value, which are not rendered", async () => {
    const lead = { first_name: "{{lastName}} {% x %}", last_name: "Marsh" };
    const mail = await mailed("Hi {{firstName}}", { lead });
    expect(mail.text).toBe("Hi {{lastName}} {% x %}");
    expect(constructs(mail)).toEqual([
      ["value", "{{lastName}}"],
      ["value", "{% x %}"],
    ]);
  });

  test("are listed without duplicates, truncated to 200 characters, and 100 at most", async () => {
    const many = Array.from({ length: 300 }, (_, index) => `{{tag${index}}}{{tag0}}`).join("");
    const mail = await mailed(many);
    expect(mail.leftovers).toHaveLength(100);
    expect(mail.unresolvedTags).toHaveLength(300);
    const [long] = (await mailed(`{% ${"x".repeat(5000)} %}`)).leftovers;
    expect(long?.construct).toBe(`{% ${"x".repeat(197)}...`);
  });

  test("of a manual reply list all constructs; the reply is sent unchanged", async () => {
    const api = createTestSandbox();
    api.sandbox.load("replies");
    const mail = (await api.listEmails("?i_status=1")).items[0];
    const html = "Hi {{firstName}} {{RANDOM | a | b}} {% x %}";
    const reply = { reply_to_uuid: mail?.id, eaccount: mail?.eaccount, subject: "Re: {{x}}", body: { html } };
    expect((await api.request("POST /emails/reply", reply)).status).toBe(200);
    const sent = api.sandbox.outbox().find(({ by }) => by === "reply");
    expect([sent?.subject, sent?.html, sent?.unresolvedTags]).toEqual(["Re: {{x}}", html, []]);
    expect(sent?.leftovers.map(({ where, construct }) => [where, construct])).toEqual([
      ["subject", "{{x}}"],
      ["body", "{{firstName}}"],
      ["body", "{{RANDOM | a | b}}"],
      ["body", "{% x %}"],
    ]);
  });

  test("of a manual reply are found in its HTML and in its plain text", async () => {
    const api = createTestSandbox();
    api.sandbox.load("replies");
    const mail = (await api.listEmails("?i_status=1")).items[0];
    const body = { html: "Hi {{firstName}}, a {{", text: "}} b {% x %} {{firstName}}" };
    await api.request("POST /emails/reply", { reply_to_uuid: mail?.id, eaccount: mail?.eaccount, subject: "Hi", body });
    const constructs = api.sandbox
      .outbox()
      .find(({ by }) => by === "reply")
      ?.leftovers.map(({ construct }) => construct);
    expect(constructs).toEqual(["{{firstName}}", "{{", "}}", "{% x %}"]);
  });

  test("are in the outbox over HTTP and survive a snapshot", async () => {
    const api = createTestSandbox();
    const { id } = await api.createCampaign({ sequences: [{ steps: [step(0, "Hi", "{% x %}")] }] });
    await api.createLead({ campaign: id, email: "zoe@example.com" });
    await api.activateCampaign(id);
    api.sandbox.runUntilIdle();
    api.sandbox.restore(api.sandbox.snapshot());
    const { body } = await api.request("GET /_sandbox/outbox");
    expect(body["mails"]).toMatchObject([{ leftovers: [{ where: "body", kind: "statement", construct: "{% x %}" }] }]);
  });
});

test("an email is truncated to a million characters", async () => {
  const lead = { custom_variables: { big: "x".repeat(100_000) } };
  const mail = await mailed("{{big}}".repeat(1000), { lead });
  expect(mail.text).toHaveLength(1_000_000);
  expect(constructs(mail)).toEqual([["length", "{{big}}"]]);
});

test("in any template all tags with a value are rendered, no text is lost, and all other constructs are reported", async () => {
  const piece = fc.constantFrom("{{", "}}", "{%", "%}", "{", "}", "|", "RANDOM", " ", "firstName", "nick", "x", "\n");
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const template = `<${pieces.join("")}>`;
      const { html, leftovers } = await mailed(template);
      expect(html?.startsWith("<") && html.endsWith(">"), template).toBe(true);
      // A statement is sent unchanged, whatever it contains.
      expect(html?.replaceAll(/\{%.*?%\}/gs, ""), template).not.toMatch(/\{\{\s*firstName\s*\}\}/);
      if (leftovers.length === 0) expect(html, template).not.toMatch(/\{\{|\{%/);
      if (!/[{}%]/.test(template)) expect(html).toBe(template);
    }),
    { numRuns: 300 },
  );
});
