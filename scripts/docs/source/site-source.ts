import type { Action } from "@modulex-instantly/actions";
import type { ActionShape } from "../../spec/action-shapes.ts";
import type { OpenApiDocument } from "../../spec/open-api-document.ts";
import type { FoundOperation } from "../../spec/operations.ts";
import type { SampleCall } from "./sample-call.ts";

/** A Markdown file of the repository. */
export interface Guide {
  /** Its path from the root of the repository. */
  readonly file: string;
  readonly text: string;
}

/** A package as its `package.json` presents it. */
export interface PackageCard {
  readonly name: string;
  readonly folder: string;
  readonly description: string;
}

/** An action: its shape in the spec, and what the package says of it. */
export interface DocumentedAction {
  readonly action: Action;
  readonly shape: ActionShape;
}

/** Everything the site is made from. */
export interface SiteSource {
  readonly document: OpenApiDocument;
  readonly operations: readonly FoundOperation[];
  readonly actions: readonly DocumentedAction[];
  readonly packages: readonly PackageCard[];
  readonly guides: readonly Guide[];
  /** For each operation, how the client calls it; seen to be true while the site is built. */
  readonly calls: ReadonlyMap<string, SampleCall>;
  /** For each HTTP status that is documented, the code of the error it becomes; seen likewise. */
  readonly errorCodes: ReadonlyMap<string, string>;
  /** Whether the repository has a file or folder of this path. */
  readonly hasFile: (file: string) => boolean;
}
