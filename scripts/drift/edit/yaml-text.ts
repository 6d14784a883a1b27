import { Document, isMap, isPair, isSeq, type Node, type Pair, parseDocument, visit } from "yaml";
import { NeedsReviewError } from "./needs-review-error.ts";

type Path = readonly string[];

/**
 * Edits YAML by insertion only, so that existing lines, comments and formatting stay byte for byte.
 *
 * @throws NeedsReviewError when nothing can be inserted safely at a place.
 */
export class YamlText {
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  has(path: Path): boolean {
    return this.#document().hasIn(path);
  }

  /** Adds an entry to a map, after a given key or at its end, with an optional comment above it. */
  addEntry(path: Path, key: string, value: unknown, options: { after?: string; comment?: string } = {}): void {
    const map = this.#node(path);
    if (!isMap(map) || map.items.length === 0)
      throw new NeedsReviewError(`${path.join("/")} is not a map with entries`);
    if (map.has(key)) throw new NeedsReviewError(`${path.join("/")} has ${key} already`);
    const pair =
      options.after === undefined ? map.items.at(-1) : map.items.find((item) => nameOf(item) === options.after);
    if (!pair) throw new NeedsReviewError(`${path.join("/")} has no ${options.after}`);
    if (map.flow) {
      this.#insert(
        endOf(pair),
        `, ${render({ [key]: value }, true)
          .trimEnd()
          .replace(/^\{ ?| ?\}$/g, "")}`,
      );
      return;
    }
    const lines = [
      ...(options.comment ? [`# ${options.comment}`] : []),
      ...render({ [key]: value })
        .trimEnd()
        .split("\n"),
    ];
    this.#insertLines(endOf(pair), this.#columnOf(startOf(map.items[0])), lines);
  }

  /** Adds a value to a list, before a final null. */
  addItem(path: Path, value: unknown): void {
    const list = this.#node(path);
    if (!isSeq(list) || list.items.length === 0)
      throw new NeedsReviewError(`${path.join("/")} is not a list with items`);
    const items = list.items as Node[];
    const last = items.length > 1 && isNull(items.at(-1)) && value !== null ? items.at(-2) : items.at(-1);
    if (list.flow) {
      this.#insert(endOf(last), `, ${render(value, true).trimEnd()}`);
      return;
    }
    const lines = render(value).trimEnd().split("\n");
    const item = lines.map((line, index) => `${index === 0 ? "- " : "  "}${line}`);
    this.#insertLines(endOf(last), this.#columnOf(startOf(items[0])) - 2, item);
  }

  #document(): Document.Parsed {
    return parseDocument(this.#text);
  }

  #node(path: Path): unknown {
    const document = this.#document();
    return path.length === 0 ? document.contents : document.getIn(path.map(keyOf(document, path)), true);
  }

  #columnOf(offset: number): number {
    return offset - (this.#text.lastIndexOf("\n", offset - 1) + 1);
  }

  #insert(offset: number, text: string): void {
    this.#replace(this.#text.slice(0, offset) + text + this.#text.slice(offset));
  }

  #insertLines(after: number, indent: number, lines: readonly string[]): void {
    const atLineStart = this.#text[after - 1] === "\n";
    const end = this.#text.indexOf("\n", after);
    const offset = atLineStart ? after : end === -1 ? this.#text.length : end + 1;
    const block = lines.map((line) => (line === "" ? "" : " ".repeat(indent) + line)).join("\n");
    const before = this.#text.slice(0, offset);
    const joined = before === "" || before.endsWith("\n") ? before : `${before}\n`;
    this.#replace(`${joined}${block}\n${this.#text.slice(offset)}`);
  }

  #replace(text: string): void {
    const [error] = parseDocument(text).errors;
    if (error) throw new NeedsReviewError(`the edit would break the file: ${error.message.split("\n")[0]}`);
    this.#text = text;
  }
}

/** Renders a value in the style of the spec: lists of plain values in one line. */
export function render(value: unknown, flow = false): string {
  // Text such as a date or 08:30 in quotes, because some readers would take it for another type.
  const document = new Document(value, { compat: "yaml-1.1" });
  const inline = (_key: unknown, node: { flow?: boolean }): void => {
    node.flow = true;
  };
  visit(document, {
    Seq: (key, node) => {
      if (node.items.every((item) => !isMap(item) && !isSeq(item))) inline(key, node);
    },
    ...(flow ? { Collection: inline } : {}),
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Lists are indexed by number; the keys of maps stay strings, even "1". */
function keyOf(document: Document.Parsed, path: Path): (key: string, index: number) => string | number {
  return (key, index) => (isSeq(document.getIn(path.slice(0, index), true)) ? Number(key) : key);
}

function nameOf(pair: Pair): string {
  return String((pair.key as { value?: unknown } | null)?.value);
}

function startOf(item: unknown): number {
  return rangeOf(isPair(item) ? item.key : item)[0];
}

function endOf(item: unknown): number {
  return rangeOf(isPair(item) ? (item.value ?? item.key) : item)[1];
}

/** The start of a node and the end of its value, without trailing comments. */
function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range;
  if (!range) throw new NeedsReviewError("the place has no position in the file");
  return [range[0], range[1]];
}

function isNull(node: unknown): boolean {
  return (node as { value?: unknown } | undefined)?.value === null;
}
