import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openTodos } from "../../scripts/new-operation/open-todos.ts";

// What a person writes after `pnpm new:operation`, for the imaginary operations.

/** Completes the operations in a copy of the repository. */
export function completeOperations(root: string): void {
  for (const file of new Set(openTodos(root).map((problem) => problem.split(":")[0] ?? ""))) {
    if (file.startsWith("spec/"))
      edit(root, file, (text) => describe(text, /-fold\.yaml$/.test(file) ? "update" : "send"));
  }
  edit(root, "packages/client/src/resources/lead-lists.ts", (text) => sentence(text, "Reads the twin of a list."));
  edit(root, "packages/client/src/resources/campaigns.ts", (text) => sentence(text, "Folds a campaign."));
  edit(root, "packages/client/src/resources/emails.ts", (text) => sentence(text, "Sends a postcard at once."));
  write(root, "packages/sandbox/src/operations/get-imaginary-twin.ts", TWIN_HANDLER);
  write(root, "packages/sandbox/src/operations/send-imaginary-postcard.ts", POSTCARD_HANDLER);
  write(root, "packages/sandbox/src/operations/fold-imaginary-campaign.ts", FOLD_HANDLER);
  edit(root, "packages/actions/src/actions/get-imaginary-twin.ts", (text) =>
    text
      .replace(/"TODO\(new-operation\): one sentence[^"]*"/, '"Read the twin of a list."')
      .replace(
        /"TODO\(new-operation\): for models[^"]*"/,
        '"Reads the twin of a lead list by its id. Use list_lead_lists to find the id. Returns the list and its most used fields."',
      ),
  );
  edit(root, "packages/actions/src/actions/send-imaginary-postcard.ts", action);
  edit(root, "tests/operations/emails.ts", row);
  edit(root, "tests/operations/campaigns.ts", (text) => text.replace(/effect: "TODO[^"]*",/, 'effect: "update",'));
}

/** Every description, and the two decisions about a write. */
function describe(text: string, effect: string): string {
  return text
    .replace(/x-effect: "TODO[^"]*"/, `x-effect: ${effect}`)
    .replace(/x-reconcile: "TODO[^"]*"/, "x-reconcile: undetermined")
    .replaceAll(/"TODO\(new-operation\):[^"]*"/g, "Invented for a test. [I]");
}

function sentence(text: string, words: string): string {
  return text.replaceAll(/TODO\(new-operation\):.*/g, words);
}

const TWIN_HANDLER = `import { ApiError } from "../api-error.ts";
import { serializeLeadList } from "../serialize/serialize-lead-list.ts";
import type { Handler } from "./handler.ts";

/** Returns the list itself. */
export const getImaginaryTwin: Handler<"getImaginaryTwin"> = ({ params }, { workspace, mode }) => {
  const [list] = workspace.leadLists.filter(({ id }) => id === params.id);
  if (list === undefined) throw new ApiError(404, "Resource not found");
  return { body: serializeLeadList(list, workspace.id, mode), effects: 0 };
};
`;

const FOLD_HANDLER = `import { ApiError } from "../api-error.ts";
import { serializeCampaign } from "../serialize/serialize-campaign.ts";
import type { Handler } from "./handler.ts";

/** Changes when the campaign was updated. */
export const foldImaginaryCampaign: Handler<"foldImaginaryCampaign"> = ({ params }, { database, workspace, mode }) => {
  const found = workspace.campaigns.withId(params.id);
  if (found === undefined) throw new ApiError(404, "Resource not found");
  const campaign = workspace.campaigns.edit(found);
  campaign.updated = database.clock.tick();
  return { body: serializeCampaign(campaign, { organization: workspace.id, mode, single: true }), effects: 1 };
};
`;

const POSTCARD_HANDLER = `import type { Handler } from "./handler.ts";

/** Sends a postcard. Every call sends another one. */
export const sendImaginaryPostcard: Handler<"sendImaginaryPostcard"> = (_, { database }) => {
  return { body: { id: database.ids.ordered(database.clock.tick()), stamp: "blue" }, effects: 1 };
};
`;

function action(text: string): string {
  return text
    .replace(/"TODO\(new-operation\): one sentence[^"]*"/, '"Send a postcard to everybody."')
    .replace(
      /"TODO\(new-operation\): for models[^"]*"/,
      '"Sends a postcard at once, which cannot be recalled. Ask before you use it. Returns the id of the postcard and its stamp."',
    )
    .replace(/ *\/\/ TODO.*\n/, "");
}

function row(text: string): string {
  return text
    .replace(/ *\/\/ TODO\(new-operation\): a body.*\n *input: \{\},\n/, '    input: { greeting: "hello" },\n')
    .replace(/ *\/\/ TODO\(new-operation\): put the text.*\n.*\n/, "    withText: (greeting) => ({ greeting }),\n")
    .replace(/effect: "TODO[^"]*",/, 'effect: "send",')
    .replace(
      /( *)\/\/ TODO\(new-operation\): inputs that can only.*\n *rejects: \[\],/,
      "$1rejects: [[{}, /at least one field is required/]],",
    )
    .replace(
      /( *)\/\/ TODO\(new-operation\): every parameter.*\n *input: \{\},\n *sent: .*\n/,
      '$1input: { greeting: "hello", is_glossy: true },\n' +
        '$1sent: { method: "POST", target: "/api/v2/emails/imaginary-postcard", body: { greeting: "hello", is_glossy: true } },\n',
    )
    .replace(/ *\/\/ TODO\(new-operation\): inputs that the action.*\n/, "");
}

function edit(root: string, file: string, change: (text: string) => string): void {
  const before = readFileSync(path.join(root, file), "utf8");
  const after = change(before);
  if (after === before) throw new Error(`${file}: nothing to complete`);
  writeFileSync(path.join(root, file), after);
}

function write(root: string, file: string, text: string): void {
  writeFileSync(path.join(root, file), text);
}
