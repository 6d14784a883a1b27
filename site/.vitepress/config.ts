import { readFileSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "vitepress";
import { markdown } from "./markdown.ts";
import { boostDocument, tokenize } from "./search.ts";

/** What `pnpm docs:build` writes beside the pages. */
interface SiteData {
  readonly version: string;
  readonly sidebars: Record<string, { text: string }[]>;
}

const REPOSITORY = "https://github.com/modulex-instantly/modulex-instantly";
const content = path.resolve(import.meta.dirname, "../content");
const { version, sidebars }: SiteData = JSON.parse(readFileSync(path.join(content, "site.json"), "utf8"));

/** The folder of the site on its host, and its address; both only matter for what is published. */
const base = process.env["DOCS_BASE"] ?? "/";
const origin = process.env["DOCS_ORIGIN"] ?? "https://modulex-instantly.github.io";
const address = `${origin}${base}`;

export default defineConfig({
  title: "modulex-instantly",
  description: "TypeScript for the Instantly API: a safe client, actions for agents, an MCP server and a sandbox.",
  lang: "en",
  base,
  srcDir: "content",
  cleanUrls: true,
  lastUpdated: false,
  sitemap: { hostname: address },
  head: [
    ["link", { rel: "icon", type: "image/svg+xml", href: `${base}favicon.svg` }],
    ["meta", { property: "og:image", content: `${address}social-card.png` }],
    ["meta", { name: "twitter:card", content: "summary_large_image" }],
    // Without JavaScript, every tab and the whole sidebar are visible.
    ["noscript", {}, "<style>.vp-code-group .blocks > div { display: block !important }</style>"],
  ],
  markdown,
  // The home page of the theme has no landmark for its content; `theme/landmark.ts` does the same after a navigation.
  transformHtml: (html) =>
    html.includes("<main") ? html : html.replace('id="VPContent"', 'id="VPContent" role="main"'),
  transformPageData({ frontmatter, relativePath }) {
    const page = `${address}${relativePath.replace(/(index)?\.md$/, "")}`;
    frontmatter["head"] = [
      ...(frontmatter["head"] ?? []),
      ["link", { rel: "canonical", href: page }],
      ["meta", { property: "og:url", content: page }],
      ["meta", { property: "og:title", content: frontmatter["title"] ?? "modulex-instantly" }],
      ["meta", { property: "og:description", content: frontmatter["description"] ?? "" }],
      ["link", { rel: "alternate", type: "text/markdown", href: `${base}${relativePath}` }],
    ];
  },
  themeConfig: {
    logo: "/favicon.svg",
    outline: [2, 3],
    externalLinkIcon: true,
    nav: [
      { text: "Quick start", link: "/guides/quick-start" },
      { text: "Guides", link: "/guides/sending-safely", activeMatch: "^/(guides|packages)/(?!quick-start)" },
      { text: "API", link: "/api/", activeMatch: "^/api/" },
      { text: "Operations", link: "/operations/", activeMatch: "^/(operations|schemas)/" },
      { text: "Actions", link: "/actions/", activeMatch: "^/actions/" },
      {
        text: version,
        items: [
          { text: "Releases", link: `${REPOSITORY}/releases` },
          { text: "Versions and upgrades", link: "/maintainers/versioning" },
          { text: "Migration", link: "/guides/migration" },
          { text: "For maintainers", link: "/maintainers/contributing" },
        ],
      },
    ],
    sidebar: sidebars,
    socialLinks: [{ icon: "github", link: REPOSITORY, ariaLabel: "The repository" }],
    editLink: {
      text: "Edit this page",
      pattern: ({ frontmatter }) =>
        `https://github.com/modulex-instantly/modulex-instantly/edit/main/${frontmatter["source"] ?? ""}`,
    },
    search: {
      provider: "local",
      options: {
        detailedView: true,
        miniSearch: {
          options: { tokenize },
          searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, titles: 2, text: 1 }, boostDocument },
        },
      },
    },
    footer: { message: "MIT licensed. Not affiliated with Instantly." },
  },
});
