import type { Action } from "@modulex-instantly/actions";
import type { ActionShape } from "../../spec/action-shapes.ts";
import type { OpenApiDocument } from "../../spec/open-api-document.ts";
import type { FoundOperation } from "../../spec/operations.ts";
import type { SampleCall } from "./sample-call.ts";

/** A Markdown file of the repository. */
export interface Guide {
  /** The path relative to the root of the repository. */
  readonly file: string;
  readonly text: string;
}

/** A package, from its `package.json`. */
export interface PackageCard {
  readonly name: string;
  readonly folder: string;
  readonly description: string;
}

/** An action: its definition in the package, and its shape in the spec. */
export interface DocumentedAction {
  readonly action: Action;
  readonly shape: ActionShape;
}

/** Everything the site is generated from. */
export interface SiteSource {
  readonly document: OpenApiDocument;
  readonly operations: readonly FoundOperation[];
  readonly actions: readonly DocumentedAction[];
  readonly packages: readonly PackageCard[];
  readonly guides: readonly Guide[];
  /** A verified call of the client for each operation. */
  readonly calls: ReadonlyMap<string, SampleCall>;
  /** The error code of the client for each documented HTTP status, found by a call. */
  readonly errorCodes: ReadonlyMap<string, string>;
  /** The file of the spec that describes a path, such as `spec/paths/leads.yaml`. */
  readonly specFileOf: (pathTemplate: string) => string;
  /** Whether the repository has a file or folder with this path. */
  readonly hasFile: (file: string) => boolean;
}
