import { useMemo, useState } from "preact/hooks";
import { SafeText } from "../components/safe-text.tsx";

/** Longer texts are shown on request. */
const SHOWN = 100_000;
/** The browser lays out only the pieces that are in view. */
const PIECE = 16_000;

/** A text of any length: it never makes the page wait. */
export function LongText({ text }: { readonly text: string }) {
  const [isWhole, showAll] = useState(false);
  const isCut = !isWhole && text.length > SHOWN;
  const pieces = useMemo(() => piecesOf(isCut ? text.slice(0, SHOWN) : text), [text, isCut]);
  return (
    <>
      <pre class="long-text">
        {pieces.map((piece, index) => (
          <div key={index} class="long-text-piece">
            <SafeText text={piece} hasLines={true} />
          </div>
        ))}
      </pre>
      {isCut && (
        <p class="row">
          <span class="quiet">
            The first {sizeText(SHOWN)} of {sizeText(text.length)} are shown.
          </span>
          <button type="button" onClick={() => showAll(true)}>
            Show all
          </button>
        </p>
      )}
    </>
  );
}

/** `12 characters`, `100 thousand characters`, `10.5 million characters`. */
export function sizeText(characters: number): string {
  if (characters < 10_000) return `${characters.toLocaleString("en")} characters`;
  if (characters < 1_000_000) return `${Math.round(characters / 1000)} thousand characters`;
  return `${(characters / 1_000_000).toFixed(1)} million characters`;
}

/** Cuts a text, at line ends if there are any near. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const limit = start + PIECE;
    const lineEnd = text.lastIndexOf("\n", limit - 1) + 1;
    const cut = /[\r\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? limit + 1 : limit;
    const end = limit >= text.length ? text.length : lineEnd > start ? lineEnd : cut;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}
