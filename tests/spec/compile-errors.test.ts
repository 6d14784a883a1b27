import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import ts from "typescript";
import { expect, test, vi } from "vitest";
import { derive } from "../../scripts/generate/derive.ts";
import { root, withSpecCopy } from "./spec-copy.ts";

// Programs are started and compiled here; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 });

const PACKAGES = ["types", "client", "actions"];

/** Compiles a copy of the packages' sources in which the derived files were replaced; one line an error. */
async function compileErrors(derived: ReadonlyMap<string, string>): Promise<string[]> {
  const copy = await mkdtemp(path.join(tmpdir(), "modulex-instantly-packages-"));
  try {
    for (const name of PACKAGES) {
      const from = path.join(root, "packages", name);
      await cp(path.join(from, "src"), path.join(copy, "packages", name, "src"), {
        recursive: true,
        filter: (file) => !/\.test(-d)?\.ts$/.test(file),
      });
      await symlink(path.join(from, "node_modules"), path.join(copy, "packages", name, "node_modules")).catch(() => {});
      await writeFile(path.join(copy, "packages", name, "package.json"), '{ "type": "module" }');
    }
    for (const [name, content] of derived) {
      const file = path.join(copy, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return diagnosticsOf(copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

function diagnosticsOf(directory: string): string[] {
  const { config } = ts.readConfigFile(path.join(root, "tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const entry = (name: string) => path.join(directory, "packages", name, "src/index.ts");
  const program = ts.createProgram({
    rootNames: PACKAGES.map(entry),
    options: {
      ...options,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
      noEmit: true,
      // Only the sources are in question, and only their types: everything else would double the time.
      skipLibCheck: true,
      declaration: false,
      declarationMap: false,
      isolatedDeclarations: false,
      // Names of packages lead to the copied sources instead of to what was built from the real ones.
      paths: Object.fromEntries(PACKAGES.map((name) => [`@modulex-instantly/${name}`, [entry(name)]])),
    },
  });
  const found = [
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(),
    ...program.getSemanticDiagnostics(),
  ];
  return found.map(({ file, messageText }) => {
    const name = file ? path.relative(directory, file.fileName) : "";
    return `${name}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}

// That the unchanged packages compile is what `pnpm typecheck` shows; here every other file still must.
test("what the sources rely on becomes a compile error when the spec changes", async () => {
  const derived = await withSpecCopy(
    {
      // A response field that a source file reads is gone, consistently in the whole spec.
      "schemas/Email.yaml": [["  thread_id:", "  conversation_id:"]],
      "actions/details/EmailDetail.yaml": [
        [
          "  thread_id:\n    $ref: ../../schemas/Email.yaml#/properties/thread_id",
          "  conversation_id:\n    $ref: ../../schemas/Email.yaml#/properties/conversation_id",
        ],
      ],
      "actions/reply-to-email.yaml": [
        [
          "    thread_id:\n      $ref: details/EmailDetail.yaml#/properties/thread_id",
          "    conversation_id:\n      $ref: details/EmailDetail.yaml#/properties/conversation_id",
        ],
      ],
      // A field becomes required that an action does not send.
      "schemas/ReplyToEmailRequest.yaml": [
        [
          "required: [reply_to_uuid, eaccount, subject, body]",
          "required: [reply_to_uuid, eaccount, subject, body, reminder_ts]",
        ],
      ],
      // The null that resets an interest status is no longer a value.
      "schemas/UpdateLeadInterestStatusRequest.yaml": [['    type: [number, "null"]', "    type: number"]],
      // A closed set of the spec loses a value that the code takes.
      "paths/leads-list.yaml": [["    cursorIn: body", "    cursorIn: header"]],
    },
    derive,
  );
  const errors = await compileErrors(derived);
  const files = errors.map((error) => error.split(":")[0]);
  expect(new Set(files)).toEqual(
    new Set([
      "packages/actions/src/results/result-layouts.ts",
      "packages/actions/src/actions/reply-to-email.ts",
      "packages/actions/src/actions/update-lead-interest-status.ts",
      "packages/client/src/operations/operations.gen.ts",
      "packages/client/src/reconcile/reconcile-reply.ts",
    ]),
  );
  expect(errors).toContainEqual(expect.stringMatching(/result-layouts\.ts: Property 'thread_id' does not exist/));
  expect(errors).toContainEqual(expect.stringMatching(/reply-to-email\.ts: .*'?reminder_ts'?/));
  expect(errors).toContainEqual(expect.stringMatching(/update-lead-interest-status\.ts: .*null/));
  expect(errors).toContainEqual(expect.stringMatching(/operations\.gen\.ts: .*"header"/));
});
