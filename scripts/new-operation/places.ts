import type { OperationFacts } from "../drift/document/operation-facts.ts";
import { handlerFile } from "../spec/handler-file.ts";
import { actionOf } from "./action-files.ts";
import type { ActionNames } from "./action-names.ts";
import { COPIED_CODE, clientMethod, copiedRow, methodCode } from "./client-method.ts";
import type { RepositoryFiles } from "./repository-files.ts";
import { handlerStub } from "./sandbox-handler.ts";
import { rowFile, testRow } from "./test-row.ts";

/** What an operation needs in one place. */
export interface Place {
  readonly what: string;
  readonly file: string;
  readonly example: string;
}

const RECONCILE = "packages/client/src/reconcile/reconcile.ts";
const EFFECTS = ["read", "create", "update", "delete", "send"];

/** The places in which an operation is missing, each with an example of what to write there. */
export function missingPlaces(files: RepositoryFiles, facts: OperationFacts, actions: ActionNames): Place[] {
  const action = actions[facts.id];
  return [
    ...specPlaces(facts),
    ...clientPlaces(files, facts),
    ...sandboxPlaces(files, facts, action),
    ...rowPlaces(files, facts, action),
    ...actionPlaces(files, facts, action),
  ];
}

function specPlaces({ effect, reconcile, method, path }: OperationFacts): Place[] {
  const file = `spec/paths/ (${method} ${path})`;
  const isWrite = effect !== "read";
  return [
    ...(EFFECTS.includes(effect ?? "")
      ? []
      : [{ what: `effect (found ${effect ?? "nothing"})`, file, example: "x-effect: send" }]),
    ...(isWrite && reconcile !== "reads" && reconcile !== "undetermined"
      ? [
          {
            what: `decision how reconcile finds it (found ${reconcile ?? "nothing"})`,
            file,
            example: "x-reconcile: undetermined",
          },
        ]
      : []),
  ];
}

function clientPlaces(files: RepositoryFiles, facts: OperationFacts): Place[] {
  const { id, reconcile } = facts;
  const folder = "packages/client/src/resources";
  const isCalled = files.list(folder).some((file) => wordIn(files.read(`${folder}/${file}`), `operations\\.${id}`));
  const isCopied = new RegExp(`^ {2}${id}: \\[`, "m").test(files.read(COPIED_CODE));
  const isFound = reconcile !== "reads" || wordIn(files.read(RECONCILE), id);
  return [
    ...(isCopied ? [] : [{ what: "row for copied code", file: COPIED_CODE, example: copiedRow(facts).trim() }]),
    ...(isCalled ? [] : [{ what: "method of the client", file: clientMethod(facts).file, example: methodCode(facts) }]),
    ...(isFound
      ? []
      : [
          {
            what: "function that finds it with reads",
            file: RECONCILE,
            example: `${id}: ({ ${clientMethod(facts).resource} }, { id, place, options }) => ...,`,
          },
        ]),
  ];
}

function sandboxPlaces(files: RepositoryFiles, facts: OperationFacts, action: string | undefined): Place[] {
  const called = action === undefined ? [] : [{ name: action, found: { operation: { operationId: facts.id } } }];
  const handler = handlerFile(facts.id, called as never);
  const file = `packages/sandbox/src/operations/${handler.file}`;
  const isThere = files.has(file) && files.read(file).includes(`export const ${handler.name}: Handler<"${facts.id}">`);
  return isThere ? [] : [{ what: "handler in the sandbox", file, example: handlerStub(facts, handler).trimEnd() }];
}

function rowPlaces(files: RepositoryFiles, facts: OperationFacts, action: string | undefined): Place[] {
  const found = rowOf(files, facts);
  if (found !== undefined) {
    const decided = found.split(/^ +rejects: \[/m).length - 1;
    const isDecided = decided >= (/^ {4}action: \{/m.test(found) ? 2 : 1);
    const what = "decision which inputs are rejected before anything is sent";
    return isDecided
      ? []
      : [{ what, file: rowFile(facts), example: "rejects: [],   (for the client, and for the action)" }];
  }
  const row = action === undefined ? undefined : { ...actionOf(facts), name: action };
  return [{ what: "row in the test table", file: rowFile(facts), example: testRow(facts, row).trimEnd() }];
}

function actionPlaces(files: RepositoryFiles, facts: OperationFacts, action: string | undefined): Place[] {
  const row = rowOf(files, facts);
  if (action === undefined) {
    const isWithout = row === undefined || /^ {4}action: null,$/m.test(row);
    const example = "action: null,   (if no action shall call it; otherwise add one, see CONTRIBUTING.md)";
    return isWithout ? [] : [{ what: "action in spec/actions/", file: rowFile(facts), example }];
  }
  const file = `packages/actions/src/actions/${action.replaceAll("_", "-")}.ts`;
  const isDefined = files.has(file) && files.read(file).includes(`name: "${action}"`);
  const isTested = row === undefined || row.includes(`name: "${action}"`);
  return [
    ...(isDefined
      ? []
      : [
          {
            what: `definition of its action ${action}`,
            file,
            example: `export const ... = defineAction({ name: "${action}", ... });`,
          },
        ]),
    ...(isTested
      ? []
      : [
          {
            what: `test of its action ${action}`,
            file: rowFile(facts),
            example: `action: { name: "${action}", input: ..., sent: ..., rejects: [] },`,
          },
        ]),
  ];
}

/** The text of the row of an operation; undefined if there is none. */
function rowOf(files: RepositoryFiles, { id }: OperationFacts): string | undefined {
  for (const file of files.list("tests/operations")) {
    const text = files.read(`tests/operations/${file}`);
    const start = text.search(new RegExp(`^ {2}${id}: \\{`, "m"));
    if (start >= 0) return text.slice(start, text.indexOf("\n  },", start));
  }
  return undefined;
}

function wordIn(text: string, word: string): boolean {
  return new RegExp(`\\b${word}\\b`).test(text);
}
