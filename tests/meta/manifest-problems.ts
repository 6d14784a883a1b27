/** What is read of the package.json of a published package. */
export interface PublishedManifest {
  readonly name?: string;
  readonly license?: string;
  readonly type?: string;
  readonly sideEffects?: boolean;
  readonly engines?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly repository?: { readonly directory?: string };
  readonly publishConfig?: { readonly access?: string; readonly provenance?: boolean };
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
}

/** Run on the machine of whoever installs the package, or when it is packed. */
const LIFECYCLE = /^(pre|post)?(install|prepare|pack|publish|publishOnly|dependencies|uninstall)$|^prepublishOnly$/;

/** Says what a package.json lacks that every published package of this repository has, or has that none may have. */
export function manifestProblems(folder: string, manifest: PublishedManifest): string[] {
  const wanted: [string, boolean][] = [
    [`name @modulex-instantly/${folder}`, manifest.name === `@modulex-instantly/${folder}`],
    ["license MIT", manifest.license === "MIT"],
    ["type module", manifest.type === "module"],
    ["sideEffects false", manifest.sideEffects === false],
    ["engines.node >=20.19", manifest.engines?.["node"] === ">=20.19"],
    ["exports without a wildcard", !JSON.stringify(manifest.exports ?? "*").includes("*")],
    ["exports of package.json", manifest.exports?.["./package.json"] === "./package.json"],
    // Without it npm refuses to publish with provenance.
    ["repository.directory", manifest.repository?.directory === `packages/${folder}`],
    ["publishConfig public with provenance", isPublicWithProvenance(manifest)],
    // npm brings the README and the licence along by itself, the changelog only when it is named.
    ["CHANGELOG.md among its files", manifest.files?.includes("CHANGELOG.md") === true],
    ["no script that runs when it is installed or packed", !Object.keys(manifest.scripts ?? {}).some(isLifecycle)],
    ["exact versions of what it depends on", Object.values(manifest.dependencies ?? {}).every(isExact)],
  ];
  return wanted.filter(([, holds]) => !holds).map(([what]) => `packages/${folder}/package.json: ${what}`);
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
