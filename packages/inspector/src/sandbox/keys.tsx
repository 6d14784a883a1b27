import type { KeyList } from "@modulex-instantly/sandbox";
import { useState } from "preact/hooks";
import { Badge } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import { CopyButton } from "../components/copy-button.tsx";
import { notify } from "../components/notices.tsx";
import { useAction } from "../components/use-action.ts";
import { callControl } from "../control/call-control.ts";

/** All keys with what they may do, and a form for another one. They only work here, so they are no secret. */
export function Keys({ keys, scopes }: KeyList) {
  return (
    <section class="panel stack sandbox-wide" aria-labelledby="sandbox-keys">
      <h2 id="sandbox-keys">API keys</h2>
      <div class="sandbox-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Scopes</th>
              <th scope="col">Works</th>
              <th scope="col">Key</th>
              <th scope="col">
                <span class="visually-hidden">Copy</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {keys.map(({ name, key, scopes: allowed, paid, revoked }) => (
              <tr key={name}>
                <td>{name}</td>
                <td>
                  {allowed.map((scope) => (
                    <span key={scope} class="sandbox-scope">
                      <Badge>{scope}</Badge>
                    </span>
                  ))}
                </td>
                <td>
                  {revoked ? (
                    <Badge tone="bad">revoked: 401</Badge>
                  ) : paid ? (
                    <Badge tone="good">yes</Badge>
                  ) : (
                    <Badge tone="warning">not paid: 402</Badge>
                  )}
                </td>
                <td class="mono sandbox-key">{key}</td>
                <td class="number">
                  <CopyButton label="Copy" text={key} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <NewKey scopes={scopes} />
    </section>
  );
}

/** Creates a key with chosen scopes. */
function NewKey({ scopes }: Pick<KeyList, "scopes">) {
  const [chosen, choose] = useState<readonly string[]>([]);
  const [run, isRunning] = useAction();
  const groups = [...new Set(scopes.map(resourceOf))];
  const create = (): void =>
    run(async () => {
      await callControl("POST /keys", { body: { scopes: chosen } });
      notify(`A key with ${chosen.join(", ")} is in the table.`);
      choose([]);
    });
  return (
    <form
      class="stack"
      aria-label="Create a key"
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <h3>Create a key with exactly these scopes</h3>
      <div class="sandbox-scopes">
        {groups.map((group) => (
          <fieldset key={group}>
            <legend>{group}</legend>
            {scopes
              .filter((scope) => resourceOf(scope) === group)
              .map((scope) => (
                <label key={scope}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(scope)}
                    onChange={({ currentTarget }) =>
                      choose(currentTarget.checked ? [...chosen, scope] : chosen.filter((each) => each !== scope))
                    }
                  />
                  {scope}
                </label>
              ))}
          </fieldset>
        ))}
      </div>
      <div class="row">
        <Button
          type="submit"
          blockedBy={chosen.length === 0 ? "Choose at least one scope" : isRunning ? "Working…" : undefined}
        >
          Create the key
        </Button>
      </div>
    </form>
  );
}

function resourceOf(scope: string): string {
  return scope.split(":")[0] ?? scope;
}
