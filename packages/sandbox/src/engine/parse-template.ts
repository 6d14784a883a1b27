/** A part of a template: literal text or a construct in braces. */
export type TemplatePart = string | Tag | Spintax;

/** A construct in braces: `{{name}}`, `{{name | text}}`, `{% if %}`, `{# text #}`, or braces that are not a tag. */
export interface Tag {
  readonly kind: "variable" | "fallback" | "statement" | "braces";
  /** The source text. For unclosed braces, only the text that cannot belong to another tag. */
  readonly raw: string;
  /** The text to display: like `raw`, but for unclosed braces with some of the text that follows. */
  readonly shown: string;
  /** The trimmed text between the braces. */
  readonly name: string;
}

/** `{{RANDOM | one | other}}`: exactly one of the variants is sent. */
export interface Spintax {
  readonly kind: "spintax";
  readonly raw: string;
  readonly shown: string;
  readonly variants: readonly (readonly TemplatePart[])[];
}

interface Frame {
  /** The start of the spintax and of its first variant. */
  readonly start: number;
  readonly firstVariant: number;
  readonly variants: TemplatePart[][];
}

/** How much text is displayed for unclosed braces. */
const SHOWN = 60;
const SPINTAX_START = /\{\{\s*RANDOM\s*\|/y;
/** Single braces, a syntax of other tools that Instantly does not render. CSS rules are excluded by their colon. */
const SINGLE_BRACES = /\{(?:\s*[a-z_]\w*\s*|[^{}:;|]{0,200}\|[^{}:;]{0,200})\}/iy;
const SINGLE_NAME = /\{\s*[a-z_]\w*\s*\}/iy;

/**
 * Parses a template in linear time. No depth of nesting overflows the stack.
 */
export function parseTemplate(template: string): TemplatePart[] {
  if (!/[{}]/.test(template)) return template === "" ? [] : [template];
  return new TemplateReader(template).read();
}

class TemplateReader {
  readonly #template: string;
  /** The last `%}`: a statement that starts after it is unclosed. */
  readonly #lastStatementEnd: number;
  /** The last `#}`, which ends a comment. */
  readonly #lastCommentEnd: number;
  readonly #frames: Frame[] = [{ start: 0, firstVariant: 0, variants: [[]] }];
  /** The end of the consumed part of the template. */
  #done = 0;
  /** The start of the open tag, or -1. */
  #open = -1;
  /** The number of open single braces, such as those of CSS. */
  #singles = 0;

  constructor(template: string) {
    this.#template = template;
    this.#lastStatementEnd = template.lastIndexOf("%}");
    this.#lastCommentEnd = template.lastIndexOf("#}");
  }

  read(): TemplatePart[] {
    const brace = /[{}|]/g;
    for (let found = brace.exec(this.#template); found !== null; found = brace.exec(this.#template)) {
      const character = found[0];
      const at = found.index;
      if (character === "{") brace.lastIndex = this.#opening(at);
      else if (character === "}") brace.lastIndex = this.#closing(at);
      else if (this.#open < 0 && this.#frames.length > 1) this.#nextVariant(at);
    }
    this.#abandonTag(this.#template.length);
    this.#text(this.#template.length);
    return this.#abandonSpintax();
  }

  /** Handles a `{` and returns the position to continue at. */
  #opening(at: number): number {
    const next = this.#template[at + 1];
    if (next === "%") return this.#statement(at);
    if (next === "#" && this.#lastCommentEnd > at + 1) return this.#comment(at);
    if (next !== "{") return this.#single(at);
    // The first of three braces is text.
    if (this.#template[at + 2] === "{") return at + 1;
    this.#abandonTag(at);
    this.#text(at);
    SPINTAX_START.lastIndex = at;
    if (!SPINTAX_START.test(this.#template)) {
      this.#open = at;
      return at + 2;
    }
    this.#done = SPINTAX_START.lastIndex;
    this.#frames.push({ start: at, firstVariant: this.#done, variants: [[]] });
    return this.#done;
  }

  #statement(at: number): number {
    this.#abandonTag(at);
    this.#text(at);
    const isClosed = this.#lastStatementEnd > at + 1;
    const end = isClosed ? this.#template.indexOf("%}", at + 2) + 2 : this.#template.length;
    this.#tag(isClosed ? "statement" : "braces", at, isClosed ? end : at + 2);
    return this.#done;
  }

  #comment(at: number): number {
    this.#abandonTag(at);
    this.#text(at);
    this.#tag("statement", at, this.#template.indexOf("#}", at + 2) + 2);
    return this.#done;
  }

  #single(at: number): number {
    const pattern = this.#frames.length > 1 ? SINGLE_NAME : SINGLE_BRACES;
    pattern.lastIndex = at;
    if (this.#open >= 0 || !pattern.test(this.#template)) {
      this.#singles += 1;
      return at + 1;
    }
    this.#text(at);
    this.#tag("braces", at, pattern.lastIndex);
    return this.#done;
  }

  /** Handles a `}` and returns the position to continue at. */
  #closing(at: number): number {
    const isDouble = this.#template[at + 1] === "}";
    if (isDouble && this.#open >= 0) this.#closeTag(at + 2);
    else if (isDouble && this.#frames.length > 1) this.#closeSpintax(at);
    else if (this.#singles > 0) {
      this.#singles -= 1;
      return at + 1;
    } else if (isDouble || (this.#template[at - 1] === "%" && at > this.#done)) {
      const start = isDouble ? at : at - 1;
      this.#abandonTag(start);
      this.#text(start);
      this.#tag("braces", start, start + 2);
    } else return at + 1;
    return this.#done;
  }

  #closeTag(end: number): void {
    const name = this.#template.slice(this.#open + 2, end - 2).trim();
    this.#tag(name === "" ? "braces" : name.includes("|") ? "fallback" : "variable", this.#open, end);
    this.#open = -1;
  }

  #closeSpintax(at: number): void {
    this.#text(at);
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    this.#done = at + 2;
    const raw = this.#template.slice(frame.start, this.#done);
    this.#add({ kind: "spintax", raw, shown: raw, variants: frame.variants.map(withoutSpacesAround) });
  }

  #nextVariant(at: number): void {
    this.#text(at);
    this.#done = at + 1;
    this.#frames.at(-1)?.variants.push([]);
  }

  /** Converts the open tag to unclosed braces. */
  #abandonTag(end: number): void {
    if (this.#open < 0) return;
    this.#tag("braces", this.#open, end);
    this.#open = -1;
  }

  /** The parts of the template. Unclosed spintax becomes text, including its `|`. */
  #abandonSpintax(): TemplatePart[] {
    const [root, ...unclosed] = this.#frames;
    const parts = root?.variants[0] ?? [];
    for (const { start, firstVariant, variants } of unclosed) {
      parts.push(this.#tagOf("braces", start, firstVariant));
      variants.forEach((variant, index) => {
        if (index > 0) parts.push("|");
        for (const part of variant) parts.push(part);
      });
    }
    return parts;
  }

  #tag(kind: Tag["kind"], start: number, end: number): void {
    this.#add(this.#tagOf(kind, start, end));
    this.#done = end;
  }

  #tagOf(kind: Tag["kind"], start: number, end: number): Tag {
    const raw = this.#template.slice(start, end);
    const isUnclosed = kind === "braces" && !raw.endsWith("}");
    const shown = isUnclosed ? this.#template.slice(start, Math.max(end, start + SHOWN)) : raw;
    return { kind, raw, shown, name: raw.slice(2, -2).trim() };
  }

  #text(end: number): void {
    if (end > this.#done) this.#add(this.#template.slice(this.#done, end));
    this.#done = Math.max(this.#done, end);
  }

  #add(part: TemplatePart): void {
    this.#frames.at(-1)?.variants.at(-1)?.push(part);
  }
}

function withoutSpacesAround(variant: readonly TemplatePart[]): TemplatePart[] {
  const parts = [...variant];
  const [first] = parts;
  if (typeof first === "string") parts[0] = first.trimStart();
  const last = parts.at(-1);
  if (typeof last === "string") parts[parts.length - 1] = last.trimEnd();
  return parts;
}
