import { readFileSync } from "node:fs";
import path from "node:path";
import { type Document, isMap, isSeq, LineCounter, parseDocument } from "yaml";
import { ComparisonError } from "./comparison-error.ts";
import type { DocumentNode, DocumentReader } from "./document-node.ts";

interface LoadedFile {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  readonly value: unknown;
}

/** Parsed files by their text, because an update reads most files twice. */
const loadedTexts = new Map<string, LoadedFile>();

/** The YAML files of the spec, with the line number of each value. */
export class SpecFiles implements DocumentReader {
  readonly #directory: string;
  readonly #files = new Map<string, LoadedFile>();

  constructor(specDirectory: string) {
    this.#directory = specDirectory;
  }

  read(file: string): unknown {
    return this.#load(file).value;
  }

  /** The line, counted from 1, of a node's key, or of its nearest parent that exists in the file. */
  lineOf(node: DocumentNode): number {
    const { document, lines } = this.#load(node.file);
    let current: unknown = document.contents;
    let offset = 0;
    for (const key of node.path) {
      if (isMap(current)) {
        const pair = current.items.find((item) => String((item.key as { value?: unknown })?.value) === key);
        offset = (pair?.key as { range?: [number] } | undefined)?.range?.[0] ?? offset;
        current = pair?.value;
      } else if (isSeq(current)) {
        current = current.items[Number(key)];
        offset = (current as { range?: [number] } | undefined)?.range?.[0] ?? offset;
      }
    }
    return lines.linePos(offset).line || 1;
  }

  #load(file: string): LoadedFile {
    const known = this.#files.get(file);
    if (known) return known;
    const text = this.#text(file);
    const loaded = loadedTexts.get(text) ?? loadedFile(text, file);
    loadedTexts.set(text, loaded);
    this.#files.set(file, loaded);
    return loaded;
  }

  #text(file: string): string {
    if (file.startsWith("..")) throw new ComparisonError(`spec/${file}: is outside the spec`);
    try {
      return readFileSync(path.join(this.#directory, file), "utf8");
    } catch {
      throw new ComparisonError(`spec/${file}: there is no such file`);
    }
  }
}

function loadedFile(text: string, file: string): LoadedFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error) throw new ComparisonError(`spec/${file}: ${error.message.split("\n")[0]}`);
  return { document, lines, value: document.toJS() as unknown };
}
