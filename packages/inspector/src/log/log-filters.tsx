import { changedAddress, go, parameter } from "../address/address.ts";
import { Button } from "../components/button.tsx";
import { notify } from "../components/notices.tsx";
import { useAction } from "../components/use-action.ts";
import { callControl } from "../control/call-control.ts";
import { generation } from "../control/live.ts";
import { useControl } from "../control/use-control.ts";

const states = { ok: "Successful", error: "Refused or failed", none: "No response" } as const;

/** The filters of the log. They are part of the address. */
export function LogFilters() {
  const { data } = useControl("GET /faults/kinds", {}, { when: generation });
  const [run, isRunning] = useAction();
  const operation = parameter("operation") ?? "";
  const status = parameter("status") ?? "";
  const isCode = status !== "" && !Object.hasOwn(states, status);
  const filter = (changes: { readonly operation?: string; readonly status?: string }): void =>
    go(changedAddress(changes), { replace: true });
  const clear = (): void =>
    run(async () => {
      await callControl("DELETE /journal", {});
      notify("The log and the counts of the journal are cleared.");
    });
  return (
    <form class="log-filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>Operation</span>
        <select
          value={operation}
          data-search
          onChange={({ currentTarget }) => filter({ operation: currentTarget.value })}
        >
          <option value="">Any operation</option>
          {data?.operations.map(({ id }) => (
            <option key={id}>{id}</option>
          ))}
          <option value="unknown">Unknown routes</option>
        </select>
      </label>
      <label>
        <span>Result</span>
        <select
          value={isCode ? "code" : status}
          onChange={({ currentTarget }) => filter({ status: currentTarget.value })}
        >
          <option value="">Any result</option>
          {Object.entries(states).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          {isCode && <option value="code">Status {status}</option>}
        </select>
      </label>
      <label>
        <span>Status</span>
        <input
          class="log-code"
          title="A status such as 404"
          inputMode="numeric"
          maxLength={3}
          placeholder="404"
          value={isCode ? status : ""}
          onInput={({ currentTarget }) => filter({ status: currentTarget.value.replaceAll(/\D/g, "") })}
        />
      </label>
      {(operation !== "" || status !== "") && (
        <Button onClick={() => filter({ operation: "", status: "" })}>Show all</Button>
      )}
      <span class="spacer" />
      <Button
        blockedBy={isRunning ? "Working…" : undefined}
        title="Also sets the counts of the journal to 0, for all programs"
        onClick={clear}
      >
        Clear the log
      </Button>
    </form>
  );
}
