import { codeBlock } from "../markdown/text.ts";
import { pagePath } from "../page-path.ts";
import type { SiteSource } from "../source/site-source.ts";

const EXAMPLE = `import { createInstantlyClient, leadStatusLabels } from "@modulex-instantly/client";

const instantly = createInstantlyClient(); // the key is in INSTANTLY_API_KEY

for await (const lead of instantly.leads.iterate({ filter: "FILTER_LEAD_INTERESTED" })) {
  console.log(lead.email, leadStatusLabels[lead.status]);
}`;

/** The Markdown file of the home page. */
export function homePage({ packages, actions }: SiteSource): string {
  const matter = {
    layout: "home",
    title: "modulex-instantly",
    titleTemplate: "TypeScript for the Instantly API",
    description:
      "A safe TypeScript client, actions for agents, an MCP server and a local sandbox for the Instantly V2 API.",
    hero: {
      name: "modulex-instantly",
      text: "TypeScript for the Instantly API",
      tagline: "A client that never sends the same email twice, actions for agents, and a sandbox that sends nothing.",
      image: { src: "/pictures/tour.svg", alt: "An outreach with all actions on the sandbox, in a terminal" },
      actions: [
        { theme: "brand", text: "Quick start", link: link(pagePath.guide("docs/quick-start.md")) },
        { theme: "alt", text: "Actions for agents", link: link(pagePath.guide("docs/agents.md")) },
        { theme: "alt", text: "API", link: "/api/" },
      ],
    },
    features: packages.map(({ name, folder, description }) => ({
      title: name,
      details: description,
      link: link(pagePath.guide(`${folder}/README.md`)),
    })),
  };
  return `---
${JSON.stringify(matter, null, 2)}
---

## Read your interested leads

${codeBlock("npm install @modulex-instantly/client", "sh")}

${codeBlock(EXAMPLE, "ts")}

Instantly has no test mode. Start the [sandbox](./packages/sandbox.md), set \`INSTANTLY_BASE_URL\` to its address, and rehearse a
campaign in seconds of virtual time. For agents there are [${actions.length} actions](./actions/index.md) and an
[MCP server](./packages/mcp.md).
`;
}

function link(page: string): string {
  return `/${page.replace(/\.md$/, "")}`;
}
