import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { Application, OptionDefaults } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";

const SOURCES = "https://github.com/modulex-instantly/modulex-instantly/blob/main/packages";

/** The types of the API have pages of their own, from the spec. */
const WITHOUT_PAGES = ["types"];

/** An entry point of a package. */
interface Entry {
  /** The name after the package, such as `node`; `index` for the package itself. */
  readonly subpath: string;
  readonly file: string;
}

/** A documented package. */
export interface ApiPackage {
  readonly name: string;
  /** The folder of its pages, relative to the root of the site. */
  readonly folder: string;
  readonly entries: readonly { readonly subpath: string; readonly folder: string }[];
}

/**
 * Writes the pages of the exported functions, classes and types of the packages, by TypeDoc.
 *
 * @param content the folder of the site's Markdown files.
 * @throws Error when TypeDoc reports one.
 */
export async function writeApiReference(root: string, content: string): Promise<ApiPackage[]> {
  const packages: ApiPackage[] = [];
  for (const name of (await readdir(path.join(root, "packages"))).sort()) {
    if (WITHOUT_PAGES.includes(name)) continue;
    const folder = path.join(root, "packages", name);
    const entries = await entriesOf(folder);
    if (entries.length === 0) continue;
    await convert(folder, entries, path.join(content, "api", name));
    packages.push({
      name: `@modulex-instantly/${name}`,
      folder: `api/${name}`,
      entries: entries.map(({ subpath, file }) => {
        const module = path.relative(path.join(folder, "src"), file).replace(/\.ts$/, "");
        // TypeDoc gives a single module no folder of its own.
        return { subpath, folder: entries.length === 1 ? `api/${name}` : `api/${name}/${module}` };
      }),
    });
  }
  return packages;
}

/** The TypeScript files that a package exports; none for a package that is private or exports only data. */
async function entriesOf(folder: string): Promise<Entry[]> {
  const text = await readFile(path.join(folder, "package.json"), "utf8").catch(() => undefined);
  if (text === undefined) return [];
  const { exports, private: isPrivate } = JSON.parse(text) as {
    exports?: Record<string, { types?: string } | string>;
    private?: boolean;
  };
  if (isPrivate) return [];
  return Object.entries(exports ?? {}).flatMap(([key, target]) => {
    const types = typeof target === "string" ? undefined : target.types;
    if (types === undefined) return [];
    const file = path.join(folder, types.replace("./dist/", "src/").replace(/\.d\.ts$/, ".ts"));
    return [{ subpath: key === "." ? "index" : key.slice(2), file }];
  });
}

async function convert(folder: string, entries: readonly Entry[], out: string): Promise<void> {
  const options: PluginOptions & Parameters<typeof Application.bootstrapWithPlugins>[0] = {
    out,
    basePath: path.join(folder, "src"),
    entryPoints: entries.map(({ file }) => file),
    tsconfig: path.join(folder, "tsconfig.json"),
    plugin: ["typedoc-plugin-markdown"],
    name: `@modulex-instantly/${path.basename(folder)}`,
    readme: "none",
    disableGit: true,
    sourceLinkTemplate: `${SOURCES}/${path.basename(folder)}/src/{path}#L{line}`,
    excludeInternal: true,
    // What openapi-typescript writes.
    blockTags: [...OptionDefaults.blockTags, "@description"],
    excludeExternals: true,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    entryFileName: "index",
    useCodeBlocks: true,
    parametersFormat: "list",
    validation: { notExported: false, invalidLink: true, notDocumented: false },
    logLevel: "Warn",
  };
  const app = await Application.bootstrapWithPlugins(options);
  const project = await app.convert();
  if (project === undefined) throw new Error(`TypeDoc cannot read ${folder}`);
  app.validate(project);
  await app.generateOutputs(project);
  if (app.logger.hasErrors()) throw new Error(`TypeDoc reports errors in ${folder}`);
  for (const file of await readdir(out, { recursive: true })) {
    if (!file.endsWith(".md")) continue;
    const page = path.join(out, file);
    await writeFile(page, `---\neditLink: false\n---\n\n${await readFile(page, "utf8")}`);
  }
}
