import { readdir } from "node:fs/promises";
import path from "node:path";

/** The Markdown files of the documentation, relative to the root of the repository. */
export async function documentationFiles(root: string): Promise<string[]> {
  const markdownIn = async (folder: string): Promise<string[]> => {
    const names = await readdir(path.join(root, folder)).catch(() => []);
    return names.filter((name) => name.endsWith(".md")).map((name) => path.posix.join(folder, name));
  };
  const packages = await readdir(path.join(root, "packages"));
  const readmes = await Promise.all(packages.map((name) => markdownIn(`packages/${name}`)));
  const rootFiles = await markdownIn(".");
  const found = [
    ...rootFiles.filter((file) => file === "README.md"),
    ...readmes.flat().filter((file) => file.endsWith("README.md")),
    ...(await markdownIn("docs")),
    ...(await markdownIn("spec")),
    ...rootFiles.filter((file) => file !== "README.md"),
    ...(await markdownIn("docs/decisions")),
  ];
  return found;
}
