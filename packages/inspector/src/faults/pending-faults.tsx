import { Badge } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import { notify } from "../components/notices.tsx";
import { useAction } from "../components/use-action.ts";
import { callControl } from "../control/call-control.ts";
import type { FaultPlan } from "./fault-text.ts";
import { faultKinds } from "./fault-text.ts";

/** The faults that wait for a call, in the order in which they apply. */
export function PendingFaults({ pending }: { readonly pending: readonly FaultPlan[] }) {
  const [run, isRunning] = useAction();
  const blockedBy = isRunning ? "Working…" : undefined;
  const remove = (operation: FaultPlan["operation"]): void =>
    run(async () => {
      await callControl("DELETE /faults/{id}", { id: operation });
      notify(
        operation === "*" ? "The faults of any operation are removed." : `The faults of ${operation} are removed.`,
      );
    });
  // A fault has no id; two of them can be the same.
  const rows = pending.map((plan, index) => ({ key: index, ...plan }));
  if (pending.length === 0) {
    return (
      <p class="empty">
        No fault is armed: the API behaves normally. Plan one to see what your program does when a response is lost.
      </p>
    );
  }
  return (
    <div class="stack">
      <div class="faults-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Applies to</th>
              <th scope="col">Fault</th>
              <th scope="col" class="number">
                Calls left
              </th>
              <th scope="col">
                <span class="visually-hidden">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, operation, times, fault: { kind, ...fields } }) => {
              const alike = pending.filter((plan) => plan.operation === operation).length;
              const target = operation === "*" ? "any operation" : operation;
              return (
                <tr key={key}>
                  <td>{target}</td>
                  <td>
                    <Badge tone="warning">{faultKinds[kind][0]}</Badge>
                    {Object.entries(fields).map(([name, value]) => (
                      <span key={name} class="faults-fact">
                        {name} <b>{String(value)}</b>
                      </span>
                    ))}
                  </td>
                  <td class="number">{times.toLocaleString("en")}</td>
                  <td class="number">
                    <Button
                      blockedBy={blockedBy}
                      title={`Removes ${alike === 1 ? "the fault" : `all ${alike} faults`} of ${target}`}
                      onClick={() => remove(operation)}
                    >
                      {alike === 1 ? "Remove" : `Remove all ${alike} of ${target}`}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div class="row">
        <Button
          class="danger"
          blockedBy={blockedBy}
          onClick={() => run(async () => void (await callControl("DELETE /faults", {})))}
        >
          Remove all faults
        </Button>
      </div>
    </div>
  );
}
