/** The documentation of one error code. */
export interface ErrorSection {
  readonly code: string;
  /** The text of each item by its name. */
  readonly points: Readonly<Record<string, string>>;
  /** The fields that are always set, and those that are sometimes set. */
  readonly always: readonly string[];
  readonly atTimes: readonly string[];
}

/** Reads the sections of `docs/errors.md` that have a code as their heading. */
export function errorSections(markdown: string): ErrorSection[] {
  return markdown
    .split(/^### /m)
    .slice(1)
    .map((text) => {
      const code = /^`(\w+)`$/m.exec(text)?.[1] ?? text.split("\n")[0] ?? "";
      const found = [...text.matchAll(/^- \*\*([^*]+)\*\*: (.+)$/gm)];
      const points = Object.fromEntries(found.map(([, name = "", said = ""]) => [name, said]));
      const [always = "", atTimes = ""] = (points["Fields"] ?? "").split("at times");
      return { code, points, always: quoted(always), atTimes: quoted(atTimes) };
    });
}

/** The words in backticks. */
export function quoted(text: string): string[] {
  return [...text.matchAll(/`(\w+)`/g)].map(([, word = ""]) => word);
}

/** Names the codes without a section, and the sections without a code. */
export function sectionProblems(codes: readonly string[], sections: readonly ErrorSection[]): string[] {
  const headed = sections.map(({ code }) => code);
  const missing = codes.filter((code) => !headed.includes(code)).map((code) => `no section for ${code}`);
  const extra = headed.filter((code) => !codes.includes(code)).map((code) => `no such code: ${code}`);
  const isMixed = missing.length + extra.length === 0 && headed.join() !== codes.join();
  return [...missing, ...extra, ...(isMixed ? ["the sections are not in the order of the codes"] : [])];
}
