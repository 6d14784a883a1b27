import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** The root of the repository. */
export const root: string = path.resolve(import.meta.dirname, "../..");

/** Changes to files of the spec: for each file, pairs of a text and its replacement. */
export type SpecEdits = Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;

/**
 * Runs a function on a changed copy of the spec.
 *
 * @throws Error when a text is not in its file, so that no test passes without the change.
 */
export async function withSpecCopy<Result>(
  edits: SpecEdits,
  use: (directory: string) => Promise<Result>,
): Promise<Result> {
  const directory = await mkdtemp(path.join(tmpdir(), "modulex-instantly-spec-"));
  try {
    await cp(path.join(root, "spec"), directory, { recursive: true });
    for (const [name, replacements] of Object.entries(edits)) {
      const file = path.join(directory, name);
      let text = await readFile(file, "utf8");
      for (const [from, to] of replacements) {
        if (!text.includes(from)) throw new Error(`${name} has no ${JSON.stringify(from)}`);
        text = text.replace(from, to);
      }
      await writeFile(file, text);
    }
    return await use(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
