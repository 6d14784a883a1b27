import { expect, test } from "vitest";
import { cpuMs } from "../../../../../tests/support/cpu-time.ts";
import { visibleText } from "./visible-text.ts";

test.each<[string, string, string]>([
  ["markup", "<div>Hi <b>Lena</b>,<br><br/>see you&nbsp;soon &amp; thanks</div>", "Hi Lena,\n\nsee you soon & thanks"],
  ["lists and tables", "<ul><li>one<li>two</ul><table><tr><td>a<td>b</table>", "one\ntwo\n\na b"],
  ["plain text", "no markup: 1 < 2 and 3 > 2", "no markup: 1 < 2 and 3 > 2"],
  ["unfinished markup", "Hi <a href='x", "Hi <a href='x"],
])("shows %s as a person sees it", (_, html, text) => {
  expect(visibleText(html)).toBe(text);
});

test.each([
  "<!-- SECRET -->",
  "<!-- SECRET",
  "<style>SECRET</style>",
  "<script>SECRET</script>",
  "<title>SECRET</title>",
  '<p style="display:none">SECRET</p>',
  "<p style='DISPLAY : NONE !important'>SECRET</p>",
  "<p style=display:none>SECRET</p>",
  '<p style="dis/**/play:none">SECRET</p>',
  '<p style="display&#58;none">SECRET</p>',
  "<div hidden><div>nested</div>SECRET</div>",
  '<span style="font-size:0">SECRET</span>',
  '<span style="font-size: 1px; color: #333">SECRET</span>',
  '<span style="opacity:0.0">SECRET</span>',
  '<span style="visibility:hidden">SECRET</span>',
  '<span style="color:#FFFFFF">SECRET</span>',
  '<span style="color: white">SECRET</span>',
  '<span style="color:transparent">SECRET</span>',
  '<div style="max-height:0px;overflow:hidden">SECRET</div>',
  '<div style="position:absolute;left:-9999px">SECRET</div>',
  '<div style="text-indent:-9999px">SECRET</div>',
  '<td style="mso-hide:all">SECRET</td>',
  "<img alt='SECRET' src=x>",
  '<p title="SECRET">x</p>',
])("does not show %s", (html) => {
  const text = visibleText(`before ${html}`);
  expect(text).not.toContain("SECRET");
  expect(text).toContain("before");
});

test("shows what follows a hidden element", () => {
  expect(visibleText('<div style="display:none">a<div>b</div>c<br></div><p>after</p>')).toBe("after");
  expect(visibleText('<p style="opacity:0.5">half</p><p style="color:white;background:black">light</p>')).toBe(
    "half\n\nlight",
  );
});

test("long hostile markup takes linear time", () => {
  for (const part of ["<a ", '<a "', "<!--", "<div hidden>", "<script>", "<p style='", "&#", "< ", "<a b='c' "]) {
    const text = part.repeat(Math.ceil(200_000 / part.length));
    expect(
      cpuMs(() => visibleText(text)),
      part,
    ).toBeLessThan(3000);
  }
});
