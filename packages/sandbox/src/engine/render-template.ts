import type { Leftover } from "../state/leftover.ts";
import type { TemplatePart } from "./parse-template.ts";
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
    subject: new Renderer("subject", variables, choose, found).render(parseTemplate(subject)),
    body: new Renderer("body", variables, choose, found).render(parseTemplate(body)),
  };
  return { ...rendered, unresolvedTags: [...found.gaps], leftovers: found.list };
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
  readonly gaps: Set<string> = new Set();
  readonly #seen = new Set<string>();

  add(where: Leftover["where"], kind: Leftover["kind"], text: string): void {
    if (this.list.length >= MOST_LEFTOVERS) return;
    const construct = text.length > LONGEST_CONSTRUCT ? `${text.slice(0, LONGEST_CONSTRUCT)}...` : text;
    const key = `${where} ${kind} ${construct}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.list.push({ where, kind, construct });
  }
}

class Renderer {
  readonly #where: Leftover["where"];
  readonly #variables: Variables;
  readonly #choose: Choose;
  readonly #found: Leftovers;
  /** The names whose values have been looked through for braces. */
  readonly #searched = new Set<string>();

  constructor(where: Leftover["where"], variables: Variables, choose: Choose, found: Leftovers) {
    this.#where = where;
    this.#variables = variables;
    this.#choose = choose;
    this.#found = found;
  }

  /** Goes on from part to part without recursion, so that no depth of nesting overflows the stack. */
  render(template: readonly TemplatePart[]): string {
    const todo = [...template].reverse();
    const pieces: string[] = [];
    let length = 0;
    for (let part = todo.pop(); part !== undefined; part = todo.pop()) {
      if (typeof part !== "string" && part.kind === "spintax") {
        const variant = part.variants[this.#choose(part.variants.length)] ?? [];
        for (let index = variant.length - 1; index >= 0; index -= 1) todo.push(variant[index] ?? "");
        continue;
      }
      const piece = this.#fill(part);
      pieces.push(piece.slice(0, LONGEST_MAIL - length));
      length += piece.length;
      if (length > LONGEST_MAIL) {
        this.#found.add(this.#where, "length", typeof part === "string" ? part : part.raw);
        break;
      }
    }
    return pieces.join("");
  }

  #fill(part: Exclude<TemplatePart, { kind: "spintax" }>): string {
    if (typeof part === "string") return part;
    if (part.kind !== "variable") {
      this.#found.add(this.#where, part.kind, part.shown);
      return part.raw;
    }
    const value = Object.hasOwn(this.#variables, part.name) ? this.#variables[part.name] : undefined;
    if (value === undefined || value === null || value === "") {
      this.#found.add(this.#where, "variable", part.raw);
      this.#found.gaps.add(part.name.slice(0, LONGEST_CONSTRUCT));
      return "";
    }
    const text = String(value);
    if (!this.#searched.has(part.name)) {
      this.#searched.add(part.name);
      for (const tag of tagsOf(text)) this.#found.add(this.#where, "value", tag.shown);
    }
    return text;
  }
}

function tagsOf(text: string): readonly Exclude<TemplatePart, string>[] {
  return parseTemplate(text).filter((part) => typeof part !== "string");
}
