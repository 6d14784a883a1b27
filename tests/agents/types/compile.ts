import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** Compiles programs together with the strict flags of the repository, and returns the errors of each. */
export function compile(programs: readonly string[]): string[][] {
  const root = path.resolve(import.meta.dirname, "../../..");
  const folder = path.resolve(import.meta.dirname, "../.reports/types");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = programs.map((text, index) => {
    const file = path.join(folder, `program-${index}.ts`);
    writeFileSync(file, text);
    return file;
  });
  const base = ts.readConfigFile(path.join(root, "tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(base.config, ts.sys, root);
  const lib = ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"];
  const flags = {
    noEmit: true,
    isolatedDeclarations: false,
    declaration: false,
    declarationMap: false,
    types: ["node"],
  };
  const typeRoots = [path.join(root, "node_modules/@types")];
  const program = ts.createProgram(files, { ...options, ...flags, lib, typeRoots, noUnusedLocals: false });
  return files.map((file) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " ").slice(0, 300)),
  );
}
