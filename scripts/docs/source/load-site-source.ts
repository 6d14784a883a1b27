import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { actions } from "@modulex-instantly/actions";
import { parse } from "yaml";
import { loadSource } from "../../spec/source.ts";
import { documentationFiles } from "./documentation-files.ts";
import { checkGuideGroups } from "./guide-groups.ts";
import type { PackageCard, SiteSource } from "./site-source.ts";
import { errorCodesByStatus, verifiedCalls } from "./verify-samples.ts";

/**
 * Reads everything the site is generated from. The packages must be built.
 *
 * @param root the root of the repository.
 */
export async function loadSiteSource(root: string): Promise<SiteSource> {
  const { document, operations, actions: shapes } = await loadSource(path.join(root, "spec"));
  const files = await documentationFiles(root);
  checkGuideGroups(files);
  const { paths } = parse(await readFile(path.join(root, "spec/openapi.yaml"), "utf8")) as {
    readonly paths: Readonly<Record<string, { readonly $ref: string }>>;
  };
  return {
    document,
    operations,
    actions: shapes.map((shape) => ({ shape, action: actions[shape.name as keyof typeof actions] })),
    packages: await packageCards(root),
    guides: await Promise.all(
      files.map(async (file) => ({ file, text: await readFile(path.join(root, file), "utf8") })),
    ),
    calls: await verifiedCalls(document, operations),
    errorCodes: await errorCodesByStatus(document, operations),
    specFileOf: (pathTemplate) => `spec/${paths[pathTemplate]?.$ref ?? "openapi.yaml"}`,
    hasFile: (file) => existsSync(path.join(root, file)),
  };
}

async function packageCards(root: string): Promise<PackageCard[]> {
  const cards: PackageCard[] = [];
  for (const name of (await readdir(path.join(root, "packages"))).sort()) {
    const text = await readFile(path.join(root, "packages", name, "package.json"), "utf8").catch(() => undefined);
    if (text === undefined) continue;
    const {
      name: npmName,
      description,
      private: isPrivate,
    } = JSON.parse(text) as { name: string; description: string; private?: boolean };
    if (isPrivate) continue;
    cards.push({ name: npmName, folder: `packages/${name}`, description });
  }
  return cards;
}
