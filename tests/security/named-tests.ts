/** A test that a rule of docs/security.md names. */
export interface NamedProof {
  /** The number of the rule. */
  readonly rule: string;
  /** The file of a test, or `.ci/run`. */
  readonly file: string;
  /** The title of the test, or the command in `.ci/run`. */
  readonly title: string;
}

const RULE = /^\*\*(?<rule>\d+)\.\*\* /;
const PROOF = /^\s+- `(?<file>[^`]+)`: (?<title>.+)$/;

/** Reads the rules of the page with the list of tests that follows each. */
export function namedProofs(page: string): {
  readonly rules: readonly string[];
  readonly proofs: readonly NamedProof[];
} {
  const rules: string[] = [];
  const proofs: NamedProof[] = [];
  for (const line of page.split("\n")) {
    const rule = RULE.exec(line.replace(/^- /, ""))?.groups?.["rule"];
    if (rule !== undefined) rules.push(rule);
    const { file, title } = PROOF.exec(line)?.groups ?? {};
    if (file !== undefined && title !== undefined) proofs.push({ rule: rules.at(-1) ?? "", file, title });
  }
  return { rules, proofs };
}

/**
 * Lists the rules without a test, and the named tests that do not exist.
 *
 * @param titlesOf lists the titles in a test file, or the lines of any other; undefined when there is no such file.
 */
export function proofProblems(page: string, titlesOf: (file: string) => readonly string[] | undefined): string[] {
  const { rules, proofs } = namedProofs(page);
  const bare = rules.filter((rule) => !proofs.some((proof) => proof.rule === rule));
  return [
    ...bare.map((rule) => `rule ${rule} names no test`),
    ...proofs.flatMap(({ rule, file, title }) => {
      const titles = titlesOf(file);
      if (titles === undefined) return [`rule ${rule}: ${file} does not exist`];
      return titles.includes(title) ? [] : [`rule ${rule}: ${file} has no test called ${JSON.stringify(title)}`];
    }),
  ];
}
