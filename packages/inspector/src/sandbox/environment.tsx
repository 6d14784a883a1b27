import type { KeyList } from "@modulex-instantly/sandbox";
import { useState } from "preact/hooks";
import { CopyButton } from "../components/copy-button.tsx";

/** The environment of a client that shall use this sandbox. */
export function Environment({ keys }: Pick<KeyList, "keys">) {
  const [name, choose] = useState("full");
  const key = keys.find((each) => each.name === name) ?? keys[0];
  const lines = `export INSTANTLY_BASE_URL=${location.origin}\nexport INSTANTLY_API_KEY=${key?.key ?? ""}\n`;
  return (
    <section class="panel stack" aria-labelledby="sandbox-environment">
      <h2 id="sandbox-environment">Connect a client</h2>
      <pre data-testid="environment">{lines}</pre>
      <div class="row">
        <label class="sandbox-inline">
          Key
          <select value={key?.name} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {keys.map((each) => (
              <option key={each.name}>{each.name}</option>
            ))}
          </select>
        </label>
        <CopyButton label="Copy these lines" text={lines} />
      </div>
    </section>
  );
}
