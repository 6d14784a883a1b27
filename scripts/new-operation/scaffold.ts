import path from "node:path";
import type { DocumentNode } from "../drift/document/document-node.ts";
import { operationNodes } from "../drift/document/operation-nodes.ts";
import { singleDocument } from "../drift/document/single-document.ts";
import { handlerFile } from "../spec/handler-file.ts";
import { loadDocument } from "../spec/load-document.ts";
import { specOperations } from "../spec/operation-examples.ts";
import { actionOf, writeAction } from "./action-files.ts";
import { actionNames } from "./action-names.ts";
import { changeset } from "./changeset.ts";
import { writeClientMethod } from "./client-method.ts";
import { findOperation } from "./find-operation.ts";
import { RepositoryFiles } from "./repository-files.ts";
import { handlerStub } from "./sandbox-handler.ts";
import { ScaffoldError } from "./scaffold-error.ts";
import { writeSpec } from "./spec-path.ts";
import { rowFile, testRow } from "./test-row.ts";
import { TODO } from "./todo.ts";

/** What was written: the files, and of them those that a person must complete, with the number of places. */
export interface Scaffold {
  readonly id: string;
  readonly files: readonly string[];
  readonly open: ReadonlyMap<string, number>;
}

/**
 * Writes everything that an operation of the vendor's document needs. What the document does not say is a TODO, which
 * `pnpm check:operations` refuses.
 *
 * @throws ScaffoldError or ComparisonError if the operation cannot be added. Then nothing is written.
 */
export async function scaffold(
  root: string,
  document: DocumentNode,
  {
    method,
    path: template,
    withAction,
  }: { readonly method: string; readonly path: string; readonly withAction: boolean },
): Promise<Scaffold> {
  const files = new RepositoryFiles(root);
  const spec = await loadDocument(path.join(root, "spec"));
  const own = Object.fromEntries(operationNodes(singleDocument(spec)).map(({ id, name }) => [id, name]));
  const found = findOperation(document, own, method, template);
  const { facts } = found;
  const actions = actionNames(files);
  const action = withAction ? actionOf(facts) : undefined;
  if (action && Object.values(actions).includes(action.name)) {
    throw new ScaffoldError(`${facts.id}: the action ${action.name} exists already; use --no-action`);
  }
  writeSpec(files, found, specOperations(spec));
  writeClientMethod(files, facts);
  const handler = handlerFile(facts.id, []);
  files.create(`packages/sandbox/src/operations/${handler.file}`, handlerStub(facts, handler));
  files.insertBefore(rowFile(facts), /^\} satisfies /m, testRow(facts, action));
  if (action) {
    const alike = Object.entries(actions).filter(([id]) => own[id]?.split("/")[3] === facts.resource);
    writeAction(
      files,
      found,
      alike.map(([, name]) => name),
    );
  }
  const { file, text } = changeset(facts, action);
  files.create(file, text);
  const written = files.save();
  const open = written.map((name) => [name, files.read(name).split(TODO).length - 1] as const);
  return { id: facts.id, files: written, open: new Map(open.filter(([, count]) => count > 0)) };
}
