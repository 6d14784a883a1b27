import { createRequire } from "node:module";
import type { Manifest, ManifestAction } from "@modulex-instantly/actions";

/** The manifest as data, so that `--help` does not load the actions. */
export function readManifest(): Manifest {
  return createRequire(import.meta.url)("@modulex-instantly/actions/actions.json") as Manifest;
}

/** An action as the manifest describes it. */
export type { ManifestAction };
