import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import ts from "typescript";
import { expect, test, vi } from "vitest";
import { derive } from "../../scripts/generate/derive.ts";
import { root, withSpecCopy } from "./spec-copy.ts";

// These tests start and compile programs, which is slow on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const PACKAGES = ["types", "client", "actions"];

/** Compiles a copy of the packages' sources with replaced derived files; returns one line per error. */
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
      // Only the types of the sources matter; everything else would double the time.
      skipLibCheck: true,
      declaration: false,
      declarationMap: false,
      isolatedDeclarations: false,
      // Package names resolve to the copied sources instead of the built packages.
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

// `pnpm typecheck` shows that the unchanged packages compile; here, all other files must still compile.
test("a change of the spec that the sources depend on is a compile error", async () => {
  const derived = await withSpecCopy(
    {
      // A response field that a source file reads is removed from the whole spec.
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
      // A field that an action does not send becomes required.
      "schemas/ReplyToEmailRequest.yaml": [
        [
          "required: [reply_to_uuid, eaccount, subject, body]",
          "required: [reply_to_uuid, eaccount, subject, body, reminder_ts]",
        ],
      ],
      // Null, which resets an interest status, is no longer allowed.
      "schemas/UpdateLeadInterestStatusRequest.yaml": [['    type: [number, "null"]', "    type: number"]],
      // A closed enum loses a value that the code uses.
      "paths/leads-list.yaml": [["    cursorIn: body", "    cursorIn: header"]],
    },
    derive,
  );
  const errors = await compileErrors(derived);
  const files = errors.map((error) => error.split(":")[0]);
  expect(new Set(files)).toEqual(
    new Set([
      "packages/actions/src/email-result.ts",
      "packages/actions/src/actions/reply-to-email.ts",
      "packages/actions/src/actions/update-lead-interest-status.ts",
      "packages/client/src/operations.gen.ts",
      "packages/client/src/reconcile-reply.ts",
    ]),
  );
  expect(errors).toContainEqual(expect.stringMatching(/email-result\.ts: Property 'thread_id' does not exist/));
  expect(errors).toContainEqual(expect.stringMatching(/reply-to-email\.ts: .*'?reminder_ts'?/));
  expect(errors).toContainEqual(expect.stringMatching(/update-lead-interest-status\.ts: .*null/));
  expect(errors).toContainEqual(expect.stringMatching(/operations\.gen\.ts: .*"header"/));
});
