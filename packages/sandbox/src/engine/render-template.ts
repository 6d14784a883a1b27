import type { Leftover } from "../state/leftover.ts";
import type { Tag, TemplatePart } from "./parse-template.ts";
import { parseTemplate } from "./parse-template.ts";

const LONGEST_MAIL = 1_000_000;
const LONGEST_CONSTRUCT = 200;
const MOST_LEFTOVERS = 100;

type Variables = Readonly<Record<string, unknown>>;
/** Chooses one of so many: a whole number from 0. */
type Choose = (count: number) => number;

/** A mail whose templates have been filled in. */
export interface RenderedMail {
  readonly subject: string;
  readonly body: string;
  /** The names of merge tags that left a gap, each once. */
  readonly unresolvedTags: readonly string[];
  /** Everything that did not turn into text, each once, a hundred at most. */
  readonly leftovers: readonly Leftover[];
}

/** Fills in the subject and the body of a mail: merge tags by the variables, spintax by choice. */
export function renderMail(
  { subject, body }: { readonly subject: string; readonly body: string },
  variables: Variables,
  choose: Choose,
): RenderedMail {
  const found = new Leftovers();
  const rendered = {
    subject: render(remembered(subject), "subject", { variables, choose, found }),
    body: render(remembered(body), "body", { variables, choose, found }),
  };
  return { ...rendered, unresolvedTags: found.gaps, leftovers: found.list };
}

/** What stands in a mail that nobody fills in. */
export function leftoversOf({ subject, body }: { readonly subject: string; readonly body: string }): Leftover[] {
  const found = new Leftovers();
  for (const tag of tagsOf(subject)) found.add("subject", tag.kind, tag.shown);
  for (const tag of tagsOf(body)) found.add("body", tag.kind, tag.shown);
  return found.list;
}

class Leftovers {
  readonly list: Leftover[] = [];
  readonly gaps: string[] = [];
  /** Made on first use: most mails leave nothing over. */
  #seen: Set<string> | undefined;

  add(where: Leftover["where"], kind: Leftover["kind"], text: string): void {
    if (this.list.length >= MOST_LEFTOVERS) return;
    const construct = text.length > LONGEST_CONSTRUCT ? `${text.slice(0, LONGEST_CONSTRUCT)}...` : text;
    if (this.#isNew(`${where} ${kind} ${construct}`)) this.list.push({ where, kind, construct });
  }

  addGap(where: Leftover["where"], { raw, name }: Tag): void {
    this.add(where, "variable", raw);
    const shown = name.slice(0, LONGEST_CONSTRUCT);
    if (this.#isNew(`gap ${shown}`)) this.gaps.push(shown);
  }

  /** Whether a key has not come up before. */
  #isNew(key: string): boolean {
    this.#seen ??= new Set();
    const before = this.#seen.size;
    return this.#seen.add(key).size > before;
  }
}

interface Filling {
  readonly variables: Variables;
  readonly choose: Choose;
  readonly found: Leftovers;
}

/** Goes on from part to part without recursion, so that no depth of nesting overflows the stack. */
function render(template: readonly TemplatePart[], where: Leftover["where"], filling: Filling): string {
  const outer: { readonly parts: readonly TemplatePart[]; readonly next: number }[] = [];
  const searched = new Set<string>();
  let parts = template;
  let next = 0;
  let text = "";
  for (;;) {
    const part = parts[next];
    if (part === undefined) {
      const above = outer.pop();
      if (above === undefined) return text;
      ({ parts, next } = above);
      continue;
    }
    next += 1;
    if (typeof part !== "string" && part.kind === "spintax") {
      outer.push({ parts, next });
      parts = part.variants[filling.choose(part.variants.length)] ?? [];
      next = 0;
      continue;
    }
    const piece = typeof part === "string" ? part : fill(part, where, filling, searched);
    if (text.length + piece.length > LONGEST_MAIL) {
      filling.found.add(where, "length", typeof part === "string" ? part : part.raw);
      return text + piece.slice(0, LONGEST_MAIL - text.length);
    }
    text += piece;
  }
}

/** What a tag becomes; a value is looked through once, however often its tag comes up. */
function fill(tag: Tag, where: Leftover["where"], { variables, found }: Filling, searched: Set<string>): string {
  if (tag.kind !== "variable") {
    found.add(where, tag.kind, tag.shown);
    return tag.raw;
  }
  const value = Object.hasOwn(variables, tag.name) ? variables[tag.name] : undefined;
  if (value === undefined || value === null || value === "") {
    found.addGap(where, tag);
    return "";
  }
  const text = String(value);
  if (!searched.has(tag.name)) {
    searched.add(tag.name);
    for (const inner of tagsOf(text)) found.add(where, "value", inner.shown);
  }
  return text;
}

const LONGEST_REMEMBERED = 20_000;
const MOST_REMEMBERED = 100;
const templates = new Map<string, readonly TemplatePart[]>();

/** The parts of a template; a campaign mails the same ones to every lead. */
function remembered(template: string): readonly TemplatePart[] {
  const known = templates.get(template);
  if (known !== undefined) return known;
  const parts = parseTemplate(template);
  if (template.length > LONGEST_REMEMBERED) return parts;
  if (templates.size >= MOST_REMEMBERED) templates.clear();
  templates.set(template, parts);
  return parts;
}

function tagsOf(text: string): readonly Exclude<TemplatePart, string>[] {
  return parseTemplate(text).filter((part) => typeof part !== "string");
}
