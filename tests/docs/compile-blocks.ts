import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";
import type { CodeBlock } from "./code-block.ts";
import { placeOf } from "./code-block.ts";

/** A block compiled to JavaScript, with the errors of the compiler. */
export interface CompiledBlock {
  readonly block: CodeBlock;
  readonly script: string;
  readonly problems: readonly string[];
}

/**
 * Compiles all blocks together against the built packages, with the strict flags of the repository.
 *
 * @param folder an empty folder inside the repository, so that its packages are found.
 * @param flags options that differ from those of the repository.
 */
export async function compileBlocks(
  root: string,
  folder: string,
  blocks: readonly CodeBlock[],
  flags: ts.CompilerOptions = {},
): Promise<CompiledBlock[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const sources = blocks.map((block, index) => ({ block, file: path.join(folder, `block-${index}.ts`) }));
  for (const { block, file } of sources) {
    // Blank lines at the start, so that the compiler reports line numbers of the document.
    await writeFile(file, "\n".repeat(block.line - 1) + block.code);
  }
  const program = ts.createProgram(
    sources.map(({ file }) => file),
    { ...compilerOptions(root, folder), ...flags },
  );
  const { diagnostics } = program.emit();
  const found = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  const elsewhere = found.filter(({ file }) => !sources.some((source) => source.file === file?.fileName));
  return sources.map(({ block, file }) => ({
    block,
    script: file.replace(/\.ts$/, ".js"),
    problems: [...found.filter((each) => each.file?.fileName === file), ...elsewhere].map((each) =>
      worded(each, block),
    ),
  }));
}

function compilerOptions(root: string, folder: string): ts.CompilerOptions {
  const base = ts.readConfigFile(path.join(root, "tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(base.config, ts.sys, root);
  return {
    ...options,
    outDir: folder,
    rootDir: folder,
    types: ["node"],
    // The test of the packed tarballs compiles the declarations of the packages in strict mode.
    skipLibCheck: true,
    // A block is a script without exports, so it needs no declarations.
    isolatedDeclarations: false,
    declaration: false,
    declarationMap: false,
    sourceMap: false,
  };
}

function worded({ file, start, messageText }: ts.Diagnostic, block: CodeBlock): string {
  const text = ts.flattenDiagnosticMessageText(messageText, " ");
  if (file === undefined || start === undefined) return `${placeOf(block)} ${text}`;
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const isOwn = path.basename(file.fileName).startsWith("block-");
  return `${isOwn ? block.file : file.fileName}:${line + 1}:${character + 1} ${text}`;
}
