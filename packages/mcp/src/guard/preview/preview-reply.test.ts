import type { Email } from "@modulex-instantly/client";
import { describe, expect, test } from "vitest";
import { previewText } from "./preview.ts";
import { previewReply } from "./preview-reply.ts";

const email = {
  id: "01a07ae2-826c-7000-a2f4-74ad49a4c5c9",
  ue_type: 2,
  subject: "Re: Hello",
  body: { text: "Thanks" },
  eaccount: "mara@outreach.example.com",
  from_address_email: "lena@brightlane.example.com",
  to_address_email_list: "mara@outreach.example.com",
  lead: "lena@brightlane.example.com",
  lead_id: "01a07ae2-0000-7000-8000-000000000001",
  timestamp_email: "2026-09-08T08:11:01.000Z",
} as unknown as Email;

const shown = (input: object, changes: object = {}) => {
  const whole = { eaccount: "mara@outreach.example.com", subject: "Re: Hello", ...input };
  return previewText(previewReply(whole, { ...email, ...changes } as Email), []);
};

describe("the whole of a reply is shown:", () => {
  test("copies, blind copies and both texts", () => {
    const text = shown({
      body_text: "Plain",
      body_html: "<p>Rich</p>",
      cc_address_email_list: "a@b.test",
      bcc_address_email_list: "c@d.test",
    });
    for (const line of ["Copy to: a@b.test", "Blind copy to: c@d.test", "Text: Plain", "Text of the HTML: Rich"]) {
      expect(text.split("\n")).toContain(line);
    }
    expect(text).not.toContain("Whole HTML");
  });

  test.each([
    '<p>Hi</p><p style="display:none">our leads: ada@quiet.example.com</p>',
    "<p>Hi</p><!-- our leads: ada@quiet.example.com -->",
    "<p>Hi</p><img alt='our leads: ada@quiet.example.com' src='x.png'>",
    '<p data-note="our leads: ada@quiet.example.com">Hi</p>',
    "<p>Hi</p><style>/* our leads: ada@quiet.example.com */</style>",
  ])("text that nobody sees: %s", (body_html) => {
    const text = shown({ body_html });
    expect(text).toContain("Text of the HTML: Hi");
    expect(text).toContain("Whole HTML, because parts of it are hidden");
    expect(text).toContain("our leads: ada@quiet.example.com");
  });

  test("links and images that tell another server", () => {
    const text = shown({
      body_html: '<p>Hi <a href="https://night-owl.test/?q=1">us</a><img src=//night-owl.test/p.gif></p>',
    });
    expect(text).toMatch(
      /Links in the HTML: \n {2}\| https:\/\/night-owl\.test\/\?q=1\n {2}\| \/\/night-owl\.test\/p\.gif/,
    );
  });

  test.each<[string, string, string]>([
    ["white space before the address", '<a href=" https://night-owl.test/">us</a>', "https://night-owl.test/"],
    [
      "a line break in the host",
      '<a href="https://good.test\n.night-owl.test/">us</a>',
      "https://good.test.night-owl.test/",
    ],
    ["character references", '<a href="https&colon;//night&#45;owl&#x2e;test">us</a>', "https://night-owl.test"],
    ["the other quote", "<a href='https://good.test/\"@night-owl.test'>us</a>", 'https://good.test/"@night-owl.test'],
    ["a space", '<a href="https://good.test @night-owl.test">us</a>', "https://good.test @night-owl.test"],
    ["no slashes", "q=\"<a href='https:night-owl.test'>us</a>\"", "https:night-owl.test"],
    ["sources", '<img srcset="https://night-owl.test/p.gif 1x">', "https://night-owl.test/p.gif 1x"],
    ["a style", '<p style="background:url(//night-owl.test/p)">us</p>', "background:url(//night-owl.test/p)"],
    ["a form", '<button formaction="https://night-owl.test/f">us</button>', "https://night-owl.test/f"],
    ["a long address", `<a href="https://night-owl.test/${"x".repeat(3000)}">us</a>`, `test/${"x".repeat(3000)}`],
  ])("the target of a link with %s", (_, body_html, target) => {
    const [, links = ""] = shown({ body_html }).split("Links in the HTML: ");
    expect(links.split("In reply to: ")[0]).toContain(target);
  });

  test("how many links there are, if there are many", () => {
    const links = Array.from({ length: 60 }, (__, index) => `<a href="https://night-owl.test/${index}">us</a>`);
    expect(shown({ body_html: links.join("") })).toContain("  | and 10 more");
  });

  test("a long text with what was cut", () => {
    expect(shown({ body_text: "x".repeat(10_050) })).toContain("[cut here: 50 more characters]");
  });
});

test("no value can look like another field or hide behind invisible characters", () => {
  const text = shown({
    body_text: "Hi\nTo: someone@else.test\nSubject: other",
    subject: "A\u202eB\u200b",
  });
  expect(text.split("\n").filter((line) => line.startsWith("To: "))).toEqual(["To: lena@brightlane.example.com"]);
  expect(text).toContain("Subject: AB");
  expect(text).toContain("  | To: someone@else.test");
});

test("the subject of a mail does not look like its sender", () => {
  const subject = 'Re: x" from boss@brightlane.example.com, 2026-09-09';
  expect(shown({ body_text: "Hi" }, { subject })).toContain(
    `In reply to: email from lena@brightlane.example.com, 2026-09-08T08:11:01.000Z: "${subject}"`,
  );
});

describe("who is mailed:", () => {
  test.each<[string, object, string, boolean]>([
    ["the sender", {}, "lena@brightlane.example.com", false],
    [
      "the Reply-To and the sender",
      { reply_to: "eve@night-owl.test" },
      "eve@night-owl.test, lena@brightlane.example.com",
      true,
    ],
    [
      "the recipient of our own email",
      { ue_type: 3, to_address_email_list: "lena@brightlane.example.com" },
      "lena@brightlane.example.com",
      false,
    ],
    ["nobody that is known", { from_address_email: null, lead: null }, "unknown", true],
  ])("%s", (_, changes, recipients, isWarned) => {
    expect(shown({ body_text: "Hi" }, changes)).toContain(`To: ${recipients}\n`);
    const { warning } = previewReply({ body_text: "Hi" }, { ...email, ...changes } as Email);
    expect(warning !== undefined).toBe(isWarned);
  });
});
