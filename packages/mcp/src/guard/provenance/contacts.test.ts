import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuMs } from "../../../../../tests/support/cpu-time.ts";
import { contactsIn, namedContacts, relatedContacts } from "./contacts.ts";

const found = (text: string): string[] => [...new Set([...contactsIn([text]).contacts].flatMap(namedContacts))];
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("an address is found however it is written:", () => {
  test.each([
    "eve@night-owl.test",
    "EVE@Night-Owl.TEST",
    "write to eve@night-owl.test.",
    "<eve@night-owl.test>",
    '"Lena, Brightlane" <eve@night-owl.test>',
    "mailto:eve@night-owl.test?subject=hi",
    "eve+invoices@night-owl.test",
    '"eve"@night-owl.test',
    "eve [at] night-owl [dot] test",
    "eve(at)night-owl(dot)test",
    "eve {at} night-owl {dot} test",
    "eve at night-owl dot test",
    "eve AT night-owl DOT test",
    "eve arroba night-owl punto test",
    "eve собака night-owl точка test",
    "eve ät night-owl punkt test",
    "eve @ night-owl . test",
    "eve@night-owl. test",
    "eve<at>night-owl<dot>test",
    "e v e @ n i g h t - o w l . t e s t",
    "eve\u200b@night\u2060-owl.te\u00adst",
    "eve&#64;night-owl&#46;test",
    "eve&commat;night-owl&period;test",
    "eve&amp;#64;night-owl.test",
    "&#101;&#118;&#101;&#64;&#110;ight-owl.test",
    "eve%40night-owl.test",
    "%65%76%65%40%6eight-owl.test",
    "eve%2540night-owl.test",
    "eve=40night-owl.test",
    "eve@night-=\nowl.test",
    "eve\\u0040night-owl.test",
    "eve\\x40night-owl.test",
    "e<b></b>ve@night-<span>owl</span>.test",
    "e<!-- x -->ve@night-owl.test",
    "ｅｖｅ＠ｎｉｇｈｔ－ｏｗｌ．ｔｅｓｔ",
    "eve@night-owl。test",
    "eve@night‑owl.test",
    "𝐞𝐯𝐞@𝐧𝐢𝐠𝐡𝐭-𝐨𝐰𝐥.𝐭𝐞𝐬𝐭",
    base64("please add eve@night-owl.test as a lead"),
    base64(base64("eve@night-owl.test is the new address")),
    `<a href="https://a.test/?to=${encodeURIComponent("eve@night-owl.test")}">x</a>`,
    `<p style="display:none">eve@night-owl.test</p>`,
    "eve\n@night-owl.test",
    "eve@night-owl.\ntest",
    "eve@night-owl\n.test",
    "eve@night\\-owl\\.test",
    "%u0065ve%u0040night-owl%u002etest",
    "eve&commat;night-owl.t&escr;s&topf;",
    "eve@night-owl(office).test",
    "eve@{{RANDOM | night-owl | day-owl}}.test",
    "eve@night-owl.{{nothing}}test",
    'eve@{{ "night-owl" | append: ".test" }}',
    Buffer.from("eve@night-owl.test").toString("hex"),
    `<img alt="eve@night-owl.test" src="cid:1">`,
  ])("%j", (text) => {
    expect(found(text)).toEqual(expect.arrayContaining(["address:eve@night-owl.test", "host:night-owl.test"]));
  });
});

describe("a link is found however it is written:", () => {
  test.each([
    "https://night-owl.test/pay",
    "HTTPS://WWW.Night-Owl.test/pay",
    "hxxps://night-owl[.]test/pay",
    "http[:]//night-owl.test/pay",
    "https:\\\\night-owl.test\\pay",
    "https://user:secret@night-owl.test/pay",
    "https://brightlane.example.com@night-owl.test/pay",
    "https://night-owl.test:8443/pay",
    "//night-owl.test/pay",
    "night-owl.test/pay",
    "go to night-owl dot test",
    "https%3A%2F%2Fnight-owl.test%2Fpay",
    "https://www.google.com/url?q=https%3A%2F%2Fnight-owl.test%2Fpay",
    "https://pay.night-owl.test/x",
    "javascript:location='https://night-owl.test'",
    "[click](https://night-owl.test/pay)",
    '<a href="https://night&#45;owl.test/pay">ours</a>',
    "https://night-owl%2Etest/pay",
    "ftp://night-owl.test",
    base64("open https://night-owl.test/pay now"),
    `data:text/html;base64,${base64('<a href="https://night-owl.test">x</a>')}`,
    '<a href="https://night-\n\towl.test/pay">x</a>',
    "<a href='ht\ntps://night-o&Tab;wl&#10;.test/pay'>x</a>",
    "https://&nopf;ight-o&wfr;l.test/pay",
    "https://night-owl.{{RANDOM | test | org}}/pay",
    "https://{day|night}-owl.test/pay",
    "https://night-owl.{% comment %}{% endcomment %}test/pay",
    "https://www.google.com/url?sa=t&q=night-owl.test/pay",
    "https://open.test/?night-owl.test",
    "https://night-owl\\.test/pay",
    "eve(work)@night-owl.test",
  ])("%j", (text) => {
    expect(found(text)).toContain("host:night-owl.test");
  });

  test("a host in any of its forms is the same", () => {
    expect(found("https://münchen-büro.test")).toContain("host:xn--mnchen-bro-9dbh.test");
    expect(found("https://xn--mnchen-bro-9dbh.test")).toContain("host:xn--mnchen-bro-9dbh.test");
    expect(found("https://MÜNCHEN-BÜRO.test")).toContain("host:xn--mnchen-bro-9dbh.test");
    expect(found("http://[2001:DB8:0::1]:8080/pay")).toContain("host:[2001:db8::1]");
    for (const form of ["3221225985", "0xc0000201", "192.0.2.1", "0300.0.2.1", "192.0.513"]) {
      expect(found(`http://${form}/`), form).toContain("host:192.0.2.1");
    }
  });

  test("on a host that many share, the path counts and the host does not", () => {
    expect(found("https://calendly.com/eve/30min?x=1")).toEqual([
      "link:calendly.com/eve",
      "link:calendly.com/eve/30min",
    ]);
    expect(found("https://www.linkedin.com/in/eve")).toEqual(["link:linkedin.com/in/eve"]);
    expect(relatedContacts("link:calendly.com/eve")).toEqual(["link:calendly.com/eve"]);
  });
});

test("relatives of a contact are its host and the parents of the same owner", () => {
  expect(relatedContacts("address:eve@mail.night-owl.test")).toEqual([
    "address:eve@mail.night-owl.test",
    "peers:mail.night-owl.test",
    "host:mail.night-owl.test",
    "host:night-owl.test",
  ]);
  expect(relatedContacts("address:eve@gmail.com")).toEqual(["address:eve@gmail.com", "peers:gmail.com"]);
  expect(relatedContacts("host:shop.night.co.uk")).toEqual(["host:shop.night.co.uk", "host:night.co.uk"]);
  expect(relatedContacts("host:eve.github.io")).toEqual(["host:eve.github.io"]);
});

test.each([
  ["E.v.e+x@googlemail.com", "eve@gmail.com"],
  ["e.v-e_+x@pm.me", "eve@proton.me"],
  ["eve+x@mac.com", "eve@icloud.com"],
  ["e-ve@ya.ru", "e.ve@yandex.ru"],
  ["eve-shop@yahoo.com", "eve@yahoo.com"],
])("%s is a mailbox of a shared host in another form: %s", (given, mailbox) => {
  expect(found(given)).toEqual([`address:${mailbox}`]);
});

test.each([
  ["https://de.linkedin.com/in/eve", "link:linkedin.com/in/eve"],
  ["https://mobile.twitter.com/eve_owl", "link:x.com/eve_owl"],
  ["https://www.youtube.com/watch?t=1&v=dQw4w9WgXcQ", "link:youtube.com/watch?v=dqw4w9wgxcq"],
  ["https://m.facebook.com/profile.php?id=100012345678", "link:facebook.com/profile.php"],
  ["https://maps.google.com/?cid=1234567890", "link:maps.google.com/?cid=1234567890"],
  ["https://bitly.com/3XyZ+", "link:bit.ly/3xyz"],
  ['<a href="TEL:+49-151-2345678">', "link:tel:+491512345678"],
  ["tg://resolve?domain=eve_owl.", "link:tg:resolve?domain=eve_owl"],
  ["bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "link:bitcoin:1a1zp1ep5qgefi2dmptftl5slmv7divfna"],
])("%s is the same page as %s", (given, link) => {
  expect(found(given)).toContain(link);
});

test.each([
  "Hello, see you on Tuesday at 10.30.",
  "3.14 and v2.0.1",
  "a@b",
  "@here",
  "1.",
  "…",
  "Regards\nLena",
  "Thank you. Best wishes",
  "Sounds good.  Looking forward to it! Is that ok? Yes.",
  "We use Node.js and sent offer.pdf",
  "{{firstName}}",
  "{{ firstName | default: 'there' }}, see (the offer). Best, Lena",
  "Hello {all|both}. We met (in May). Bye",
])("%j contains none", (text) => {
  expect(found(text)).toEqual([]);
});

test("an address in any surroundings, with any tag and letter case, is found", () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{1,9}$/);
  const around = fc.constantFrom("", " ", "\n", "<", "(", "'", "\u200b", "“", "：");
  const tag = fc.oneof(
    fc.constant(""),
    word.map((text) => `+${text}`),
  );
  fc.assert(
    fc.property(word, tag, word, around, around, fc.boolean(), (local, label, host, before, after, isUpper) => {
      const address = `${local}${label}@${host}.test`;
      const text = `${before}${isUpper ? address.toUpperCase() : address}${after}`;
      expect(found(text)).toContain(`address:${local}@${host}.test`);
    }),
    { numRuns: 200 },
  );
});

test("too much to list is said, and long hostile texts take linear time", () => {
  const many = Array.from({ length: 6000 }, (_, index) => `a${index}@b.test`).join(" ");
  expect(contactsIn([many]).isCut).toBe(true);
  expect(contactsIn(["x".repeat(1_000_001)]).isCut).toBe(true);
  expect(contactsIn(["a@b.test"]).isCut).toBe(false);
  for (const part of [
    "a",
    "a.",
    "@",
    "a@",
    "[",
    " ",
    "- ",
    "%40",
    "=\n",
    "&#64;",
    "a b ",
    "<",
    "//",
    "QUJD",
    "xn--",
    "at ",
    "{",
    "{a|",
    "{{a",
    "{%",
    'href="',
    "href=' ",
    "(",
    "(a).",
    "?a.",
    "&a=b.",
    "@a\n",
    "6162",
  ]) {
    const text = part.repeat(Math.ceil(100_000 / part.length));
    expect(
      cpuMs(() => contactsIn([text])),
      part,
    ).toBeLessThan(5000);
  }
});
