import path from "node:path";
import type { InstalledPackage } from "./dependency-table.ts";
import { runCommand } from "./run-command.ts";

interface Bill {
  readonly components: readonly {
    readonly name: string;
    readonly externalReferences: { readonly type: string; url: string }[];
  }[];
}

/**
 * Lists the packages of an installed project in CycloneDX format: names, versions, licences, hashes.
 *
 * @throws Error when the list and the installed packages differ.
 */
export async function billOfMaterials(project: string, tree: readonly InstalledPackage[]): Promise<string> {
  const bill: Bill = JSON.parse(await runCommand("npm", ["sbom", "--sbom-format", "cyclonedx"], project));
  const listed = bill.components.map(({ name }) => name).sort();
  const installed = tree.map(({ name }) => name).sort();
  if (listed.join() !== installed.join())
    throw new Error(`the bill of materials lists ${listed}, but ${installed} are installed`);
  for (const { externalReferences } of bill.components) {
    for (const reference of externalReferences) {
      // The local path of the tarball must not be published.
      if (reference.url.startsWith("file:")) reference.url = path.basename(reference.url);
    }
  }
  return `${JSON.stringify(bill, null, 2)}\n`;
}
