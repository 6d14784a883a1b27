import type { Leftover } from "../state/leftover.ts";
import type { Tag, TemplatePart } from "./parse-template.ts";
import { parseTemplate } from "./parse-template.ts";

const MAX_EMAIL_LENGTH = 1_000_000;
const MAX_CONSTRUCT_LENGTH = 200;
const MAX_LEFTOVERS = 100;

type Variables = Readonly<Record<string, unknown>>;
/** Chooses an index below `count`. */
type Choose = (count: number) => number;

/** An email with rendered templates. */
export interface RenderedMail {
  readonly subject: string;
  readonly body: string;
  /** The names of the merge tags without a value, without duplicates. */
  readonly unresolvedTags: readonly string[];
  /** The constructs that were not rendered, without duplicates, at most 100. */
  readonly leftovers: readonly Leftover[];
}

/** Renders the subject and the body of an email: merge tags from the variables, spintax with `choose`. */
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

/** The constructs of an email that is sent without rendering: its subject, its body, and its plain text if it has both. */
export function leftoversOf(email: {
  readonly subject: string;
  readonly body: string;
  readonly text?: string;
}): Leftover[] {
  const found = new Leftovers();
  for (const tag of tagsOf(email.subject)) found.add("subject", tag.kind, tag.shown);
  for (const part of [email.body, email.text ?? ""]) {
    for (const tag of tagsOf(part)) found.add("body", tag.kind, tag.shown);
  }
  return found.list;
}

class Leftovers {
  readonly list: Leftover[] = [];
  readonly gaps: string[] = [];
  /** Created on first use: most emails have no leftovers. */
  #seen: Set<string> | undefined;

  add(where: Leftover["where"], kind: Leftover["kind"], text: string): void {
    if (this.list.length >= MAX_LEFTOVERS) return;
    const construct = text.length > MAX_CONSTRUCT_LENGTH ? `${text.slice(0, MAX_CONSTRUCT_LENGTH)}...` : text;
    if (this.#isNew(`${where} ${kind} ${construct}`)) this.list.push({ where, kind, construct });
  }

  addGap(where: Leftover["where"], { raw, name }: Tag): void {
    this.add(where, "variable", raw);
    const shown = name.slice(0, MAX_CONSTRUCT_LENGTH);
    if (this.#isNew(`gap ${shown}`)) this.gaps.push(shown);
  }

  /** Whether a key is new. */
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

/** Renders without recursion, so that no depth of nesting overflows the stack. */
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
    if (text.length + piece.length > MAX_EMAIL_LENGTH) {
      filling.found.add(where, "length", typeof part === "string" ? part : part.raw);
      return text + piece.slice(0, MAX_EMAIL_LENGTH - text.length);
    }
    text += piece;
  }
}

/** Renders a tag. The value of a variable is searched for constructs only once. */
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

const MAX_CACHED_LENGTH = 20_000;
const MAX_CACHED = 100;
const templates = new Map<string, readonly TemplatePart[]>();

/** The parsed template, from the cache: a campaign sends the same templates to every lead. */
function remembered(template: string): readonly TemplatePart[] {
  const known = templates.get(template);
  if (known !== undefined) return known;
  const parts = parseTemplate(template);
  if (template.length > MAX_CACHED_LENGTH) return parts;
  if (templates.size >= MAX_CACHED) templates.clear();
  templates.set(template, parts);
  return parts;
}

function tagsOf(text: string): readonly Exclude<TemplatePart, string>[] {
  return parseTemplate(text).filter((part) => typeof part !== "string");
}
