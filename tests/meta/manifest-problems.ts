/** The parts of a published package's package.json that are read. */
export interface PublishedManifest {
  readonly name?: string;
  readonly license?: string;
  readonly type?: string;
  readonly sideEffects?: boolean;
  readonly engines?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly homepage?: string;
  readonly bugs?: { readonly url?: string };
  readonly author?: { readonly name?: string; readonly url?: string };
  readonly main?: string;
  readonly types?: string;
  readonly typesVersions?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly repository?: { readonly url?: string; readonly directory?: string };
  readonly publishConfig?: { readonly access?: string; readonly provenance?: boolean };
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
}

/** The repository of all packages. */
const REPOSITORY = "https://github.com/modulex-instantly/modulex-instantly";

/** Scripts that run when the package is installed or packed. */
const LIFECYCLE = /^(pre|post)?(install|prepare|pack|publish|publishOnly|dependencies|uninstall)$|^prepublishOnly$/;

/** Lists the missing and forbidden fields of a published package's package.json. */
export function manifestProblems(folder: string, manifest: PublishedManifest): string[] {
  const wanted: [string, boolean][] = [
    [`name @modulex-instantly/${folder}`, manifest.name === `@modulex-instantly/${folder}`],
    ["license MIT", manifest.license === "MIT"],
    ["type module", manifest.type === "module"],
    ["sideEffects false", manifest.sideEffects === false],
    ["engines.node >=20.19", manifest.engines?.["node"] === ">=20.19"],
    ["exports without a wildcard", !JSON.stringify(manifest.exports ?? "*").includes("*")],
    ["exports of package.json", manifest.exports?.["./package.json"] === "./package.json"],
    ["a description of at least 30 characters", (manifest.description?.length ?? 0) >= 30],
    ["at least 5 keywords, the first of them instantly", hasKeywords(manifest)],
    [`homepage ${homepageOf(folder)}`, manifest.homepage === homepageOf(folder)],
    [`bugs.url ${REPOSITORY}/issues`, manifest.bugs?.url === `${REPOSITORY}/issues`],
    ["an author with a name and a url", Boolean(manifest.author?.name && manifest.author.url)],
    [`repository.url git+${REPOSITORY}.git`, manifest.repository?.url === `git+${REPOSITORY}.git`],
    // TypeScript's moduleResolution node10 reads these instead of exports.
    ...node10Fields(manifest).map((what): [string, boolean] => [what, false]),
    // npm requires it for provenance.
    ["repository.directory", manifest.repository?.directory === `packages/${folder}`],
    ["publishConfig public with provenance", isPublicWithProvenance(manifest)],
    // npm includes the README and the licence by default, but not the changelog.
    ["CHANGELOG.md among its files", manifest.files?.includes("CHANGELOG.md") === true],
    ["no script that runs when it is installed or packed", !Object.keys(manifest.scripts ?? {}).some(isLifecycle)],
    ["exact versions of what it depends on", Object.values(manifest.dependencies ?? {}).every(isExact)],
  ];
  return wanted.filter(([, holds]) => !holds).map(([what]) => `packages/${folder}/package.json: ${what}`);
}

function homepageOf(folder: string): string {
  return `${REPOSITORY}/tree/main/packages/${folder}#readme`;
}

function hasKeywords({ keywords = [] }: PublishedManifest): boolean {
  return keywords[0] === "instantly" && new Set(keywords).size === keywords.length && keywords.length >= 5;
}

/** The fields for `moduleResolution: node10` that differ from the exports. */
function node10Fields({ exports = {}, main, types, typesVersions }: PublishedManifest): string[] {
  const typesOf = (subpath: string) => {
    const entry = exports[subpath];
    return typeof entry === "object" && entry !== null ? Reflect.get(entry, "types") : entry;
  };
  const entry = exports["."];
  const root = typeof entry === "object" && entry !== null ? Reflect.get(entry, "default") : entry;
  const wanted = Object.keys(exports).filter((subpath) => !/^\.$|\*/.test(subpath) && typesOf(subpath) !== subpath);
  const found = typesVersions?.["*"] ?? {};
  return [
    ...(main === root && types === typesOf(".") ? [] : ["main and types as in the export of the root"]),
    ...wanted
      .filter((subpath) => found[subpath.slice(2)]?.join() !== typesOf(subpath))
      .map((subpath) => `typesVersions["*"]["${subpath.slice(2)}"] as in its export`),
    ...Object.keys(found)
      .filter((name) => !wanted.includes(`./${name}`))
      .map((name) => `typesVersions without ${name}, which is not exported`),
  ];
}

function isPublicWithProvenance({ publishConfig }: PublishedManifest): boolean {
  return publishConfig?.access === "public" && publishConfig.provenance === true;
}

function isLifecycle(script: string): boolean {
  return LIFECYCLE.test(script);
}

function isExact(version: string): boolean {
  return version === "workspace:^" || /^\d+\.\d+\.\d+$/.test(version);
}
