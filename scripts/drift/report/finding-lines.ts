import type { MergedFinding } from "../compare/merge-findings.ts";
import { alternativesText, summaryOf } from "../schema/schema-summary.ts";
import { printable } from "./printable.ts";

/** The two values of a finding in one line. The alternatives of a schema are described in words. */
export function valuesText({ kind, published, ours, at, source }: MergedFinding): string {
  const isAboutAlternatives = /^(oneOf|anyOf)-changed$/.test(kind);
  const theirs = isAboutAlternatives && Array.isArray(published) && source ? summaryOf(source) : published;
  const own = isAboutAlternatives && Array.isArray(ours) ? alternativesText(at) : ours;
  return `published: ${printable(theirs)}; ours: ${printable(own)}`;
}

/** Proposes a rename, if the finding is half of one. */
export function renameText({ kind, otherName }: MergedFinding): string[] {
  if (otherName === undefined) return [];
  return [`perhaps renamed ${kind.endsWith("-removed") ? "to" : "from"} ${printable(otherName)}`];
}
