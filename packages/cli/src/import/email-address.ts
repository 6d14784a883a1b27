const EMAIL =
  /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[^\s@<>()[\]\\,;:"._-][^\s@<>()[\]\\,;:"._]*\.)+[^\s@<>()[\]\\,;:"._\d-][^\s@<>()[\]\\,;:"._]+$/u;

/** Tells whether a text is an email address that a row may have. */
export function isEmailAddress(text: string): boolean {
  return emailProblem(text) === undefined;
}

/** Says why a text is not one email address, or undefined. */
export function emailProblem(value: string): string | undefined {
  if (value === "") return "no email address";
  const quote = /[\p{Pi}\p{Pf}\u201a\u201e]/u.exec(value)?.[0];
  const invisible = /[\p{Cf}\p{Zs}]/u.exec(value)?.[0];
  if (/^mailto:/i.test(value)) return 'not an email address: leave out "mailto:"';
  if (/<[^<>]+>$/.test(value)) return "not an email address alone: leave out the name and the angle brackets";
  if ((value.match(/@/g)?.length ?? 0) > 1) return "more than one email address: put each into a row of its own";
  if (invisible !== undefined) return `an email address has no ${invisible === " " ? "space" : codePoint(invisible)}`;
  if (quote !== undefined) return `an email address has no ${quote}`;
  return value.length <= 254 && EMAIL.test(value) && !/^\.|\.\.|\.@/.test(value) ? undefined : "not an email address";
}

/** The name of a character, such as `U+200B`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
