import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type DocumentNode, nodeKey } from "../document/document-node.ts";

/** Lists the files in `spec/actions` that refer to a node of the spec or to something inside it. */
export function actionsUsing(specDirectory: string, node: DocumentNode): string[] {
  const target = nodeKey(node);
  const actions = path.join(specDirectory, "actions");
  const files = readdirSync(actions, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
  return files
    .map((file) => `actions/${file.replaceAll(path.sep, "/")}`)
    .filter((file) => {
      const text = readFileSync(path.join(specDirectory, file), "utf8");
      return [...text.matchAll(/\$ref:\s*["']?([^\s"']+)/g)].some(([, reference = ""]) => {
        const [name = "", pointer = "/"] = reference.split("#");
        const key = `${path.posix.join(path.posix.dirname(file), name)}#${pointer}`;
        return key === target || key.startsWith(`${target}/`);
      });
    })
    .sort();
}
