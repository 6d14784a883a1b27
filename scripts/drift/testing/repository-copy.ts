import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** The sources that an update reads: the error code of each status. */
const HAND_WRITTEN = ["packages/client/src/response/parse-response.ts"];

/**
 * A copy of what an update reads and writes: the spec, the derived files and an empty `.changeset`.
 *
 * @param derived the derived files of the spec, so that the copy does not depend on those on disk.
 */
export async function repositoryCopy(specDirectory: string, derived: ReadonlyMap<string, string>): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), "modulex-instantly-test-"));
  await cp(specDirectory, path.join(copy, "spec"), { recursive: true });
  await mkdir(path.join(copy, ".changeset"));
  for (const [name, text] of derived) {
    await mkdir(path.dirname(path.join(copy, name)), { recursive: true });
    await writeFile(path.join(copy, name), text);
  }
  for (const name of HAND_WRITTEN) {
    await mkdir(path.dirname(path.join(copy, name)), { recursive: true });
    await cp(path.join(import.meta.dirname, "../../..", name), path.join(copy, name));
  }
  return copy;
}

/** Removes a copy. */
export async function removeCopy(copy: string): Promise<void> {
  await rm(copy, { recursive: true, force: true });
}
