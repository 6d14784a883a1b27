import type { ApiPackage } from "./api-reference.ts";
import { plainText } from "./markdown/text.ts";
import { pagePath } from "./page-path.ts";
import { decisionsOf } from "./pages/decision-index-page.ts";
import { guideTitle } from "./pages/guide-page.ts";
import type { GuideGroup } from "./source/guide-groups.ts";
import { maintainerGroups, readerGroups } from "./source/guide-groups.ts";
import type { SiteSource } from "./source/site-source.ts";

/** An entry of a sidebar, in VitePress's format. */
export interface SidebarItem {
  readonly text: string;
  readonly link?: string;
  readonly collapsed?: boolean;
  readonly items?: readonly SidebarItem[];
}

/** The sidebars by the path of the pages that show them. */
export function sidebars(source: SiteSource, api: readonly ApiPackage[]): Record<string, SidebarItem[]> {
  const readers = [
    ...readerGroups.map((group) => groupItem(source, group)),
    {
      text: "Packages",
      items: source.packages.map(({ name, folder }) => ({
        text: name.replace("@modulex-instantly/", ""),
        link: link(pagePath.guide(`${folder}/README.md`)),
      })),
    },
  ];
  const decisions = decisionsOf(source).map(({ file }) => file);
  return {
    "/guides/": readers,
    "/packages/": readers,
    "/operations/": operations(source),
    "/schemas/": operations(source),
    "/actions/": [
      {
        text: "Actions",
        link: link(pagePath.actions),
        items: source.actions.map(({ action }) => ({ text: action.name, link: link(pagePath.action(action.name)) })),
      },
    ],
    "/api/": api.map(({ name, folder, entries }) => ({
      text: name.replace("@modulex-instantly/", ""),
      link: `/${folder}/`,
      items: entries.length < 2 ? [] : entries.map((entry) => ({ text: entry.subpath, link: `/${entry.folder}/` })),
    })),
    "/maintainers/": [
      ...maintainerGroups.map((group) => groupItem(source, group)),
      {
        ...groupItem(source, { title: "Decisions", files: decisions }),
        link: link(pagePath.decisions),
        collapsed: true,
      },
    ],
  };
}

function operations(source: SiteSource): SidebarItem[] {
  return [
    {
      text: "Operations",
      link: link(pagePath.operations),
      items: source.operations.map(({ operation }) => ({
        text: plainText(operation.summary),
        link: link(pagePath.operation(operation.operationId)),
      })),
    },
    {
      text: "Schemas",
      link: link(pagePath.schemas),
      collapsed: true,
      items: Object.keys(source.document.components.schemas)
        .sort()
        .map((name) => ({ text: name, link: link(pagePath.schema(name)) })),
    },
  ];
}

function groupItem({ guides }: SiteSource, { title, files }: GuideGroup): SidebarItem {
  const items = files.map((file) => {
    const guide = guides.find((each) => each.file === file);
    if (guide === undefined) throw new Error(`${file} does not exist`);
    return { text: guideTitle(guide), link: link(pagePath.guide(file)) };
  });
  return { text: title, items };
}

function link(page: string): string {
  return `/${page.replace(/(index)?\.md$/, "")}`;
}
