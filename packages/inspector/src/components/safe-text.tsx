/** What changes how a text looks without being seen: control characters, and those that change the direction. */
const INVISIBLE = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;
/** In a text of several lines, its line ends and tabs are as they should be. */
const INVISIBLE_IN_LINES = /(?:(?!\r\n|\n|\t)[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF])+/gu;
const MOST = 500;

interface SafeTextProps {
  readonly text: string;
  readonly hasLines?: boolean;
}

/** A text of a stranger. It cannot change the direction of what is around it, and invisible characters are shown by name. */
export function SafeText({ text, hasLines = false }: SafeTextProps) {
  const pattern = hasLines ? INVISIBLE_IN_LINES : INVISIBLE;
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return <bdi>{text}</bdi>;
  if (found.length > MOST) return <bdi>{text.replaceAll(pattern, "\uFFFD")}</bdi>;
  let end = 0;
  const parts = found.flatMap(({ 0: characters, index }) => {
    const before = text.slice(end, index);
    end = index + characters.length;
    return [
      before,
      <span key={index} class="invisible" title="An invisible character of the mail">
        {names(characters)}
      </span>,
    ];
  });
  return (
    <bdi>
      {parts}
      {text.slice(end)}
    </bdi>
  );
}

/** `U+202E`; `U+0000 and 41 more`. */
function names(characters: string): string {
  const all = Array.from(characters.slice(0, 8), (character) => {
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  });
  return characters.length > 3 ? `${all[0]} and ${characters.length - 1} more` : all.join(" ");
}
