import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The sources that an update reads: the error code of each status. */
const HAND_WRITTEN = ["packages/client/src/response/parse-response.ts"];

/**
 * A copy of what an update reads and writes: the spec, the derived files and an empty `.changeset`.
 *
 * @param derived the derived files of the spec, so that the copy does not depend on those on disk.
 */
export function repositoryCopy(specDirectory: string, derived: ReadonlyMap<string, string>): string {
  const copy = mkdtempSync(path.join(tmpdir(), "modulex-instantly-test-"));
  cpSync(specDirectory, path.join(copy, "spec"), { recursive: true });
  mkdirSync(path.join(copy, ".changeset"));
  for (const [name, text] of derived) {
    mkdirSync(path.dirname(path.join(copy, name)), { recursive: true });
    writeFileSync(path.join(copy, name), text);
  }
  for (const name of HAND_WRITTEN) cpSync(path.join(import.meta.dirname, "../../..", name), path.join(copy, name));
  return copy;
}

/** Removes a copy. */
export function removeCopy(copy: string): void {
  rmSync(copy, { recursive: true, force: true });
}
