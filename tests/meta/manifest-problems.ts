/** The parts of a published package's package.json that are read. */
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

function isPublicWithProvenance({ publishConfig }: PublishedManifest): boolean {
  return publishConfig?.access === "public" && publishConfig.provenance === true;
}

function isLifecycle(script: string): boolean {
  return LIFECYCLE.test(script);
}

function isExact(version: string): boolean {
  return version === "workspace:^" || /^\d+\.\d+\.\d+$/.test(version);
}
