import { useState } from "preact/hooks";
import { SafeText } from "../components/safe-text.tsx";

const SHOWN = 10;

/** A row of the facts with addresses; the first ones of very many. Nothing without any. */
export function Addresses({ name, all }: { readonly name: string; readonly all: readonly string[] }) {
  const [isWhole, showAll] = useState(false);
  if (all.length === 0) return null;
  const shown = isWhole ? all : all.slice(0, SHOWN);
  const rest = all.length - shown.length;
  return (
    <div>
      <dt>{name}</dt>
      <dd class="mails-addresses">
        <SafeText text={shown.join(", ")} />
        {rest > 0 && (
          <>
            {" "}
            <button type="button" class="mails-more-button" onClick={() => showAll(true)}>
              and {rest.toLocaleString("en")} more
            </button>
          </>
        )}
      </dd>
    </div>
  );
}
