import path from "node:path";
import { operationFacts } from "../drift/document/operation-facts.ts";
import { operationNodes } from "../drift/document/operation-nodes.ts";
import { singleDocument } from "../drift/document/single-document.ts";
import { loadDocument } from "../spec/load-document.ts";
import { actionNames } from "./action-names.ts";
import { openTodos } from "./open-todos.ts";
import { missingPlaces } from "./places.ts";
import { RepositoryFiles } from "./repository-files.ts";

/**
 * Names everything that operations of the spec lack, with the file and an example, and everything that a scaffold has left
 * to a person. It reads sources only, so that it works before anything is generated or built.
 */
export async function operationProblems(root: string): Promise<string[]> {
  const files = new RepositoryFiles(root);
  const actions = actionNames(files);
  const document = singleDocument(await loadDocument(path.join(root, "spec")));
  const missing = operationNodes(document).flatMap(({ name, node }) => {
    const [method = "", template = ""] = name.split(" ");
    const facts = operationFacts(method, template, node);
    return missingPlaces(files, facts, actions).map(
      ({ what, file, example }) => `${facts.id} has no ${what}: ${file}, for example\n${indented(example)}`,
    );
  });
  return [...openTodos(root), ...missing];
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "    ");
}
