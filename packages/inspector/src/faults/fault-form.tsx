import type { Fault } from "@modulex-instantly/sandbox";
import { useState } from "preact/hooks";
import { changedAddress, go, parameter } from "../address/address.ts";
import { Button } from "../components/button.tsx";
import { notify } from "../components/notices.tsx";
import type { ControlResponse } from "../control/call-control.ts";
import { callControl } from "../control/call-control.ts";
import { FaultFieldInput, fieldValue } from "./fault-field.tsx";
import { faultKinds, faultText, targetText } from "./fault-text.ts";

type Kind = Fault["kind"];

/** Plans a fault. What the sandbox says about a field is shown next to it. */
export function FaultForm({ kinds, operations }: ControlResponse<"GET /faults/kinds">) {
  const names = Object.keys(kinds) as Kind[];
  const kind = names.find((name) => name === parameter("kind")) ?? names[0] ?? "status";
  const operation = operations.find(({ id }) => id === parameter("operation"))?.id ?? "*";
  const [times, setTimes] = useState("1");
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const [isRunning, setRunning] = useState(false);
  const fields = kinds[kind];
  /** `fault.status: expected …` belongs to the field `status`. */
  const wrongField = /^(?:fault\.)?(\w+):/.exec(problem ?? "")?.[1];
  const problemOf = (name: string): string | undefined => (wrongField === name ? problem : undefined);
  const isShownAtField = wrongField === "times" || fields.some(({ name }) => name === wrongField);
  const choose = (changes: { readonly kind?: string; readonly operation?: string }): void => {
    setProblem(undefined);
    go(changedAddress(changes), { replace: true });
  };
  const plan = async (): Promise<void> => {
    setRunning(true);
    setProblem(undefined);
    const given = fields.map((field) => [field.name, fieldValue(field, values[field.name] ?? "")] as const);
    const fault = { kind, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) } as Fault;
    // The sandbox checks it, so it may also be something else than a number.
    const count = (times.trim() === "" || Number.isNaN(Number(times)) ? times : Number(times)) as number;
    try {
      await callControl("POST /faults", { body: { operation, times: count, fault } });
      notify(`Armed: ${faultText(fault)} for ${targetText({ operation, times: count, fault })}.`);
    } catch (error) {
      setProblem((error as Error).message);
    }
    setRunning(false);
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void plan();
      }}
    >
      <fieldset class="faults-kinds">
        <legend>What goes wrong</legend>
        {names.map((name) => (
          <label key={name} class="faults-kind">
            <input type="radio" name="kind" checked={name === kind} onChange={() => choose({ kind: name })} />
            <span>
              <b>{faultKinds[name][0]}</b> <code>{name}</code>
              <small>{faultKinds[name][1]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="faults-fields">
        <label class="field">
          Operation
          <select value={operation} onChange={({ currentTarget }) => choose({ operation: currentTarget.value })}>
            <option value="*">Any operation</option>
            {operations.map(({ id, method, path }) => (
              <option key={id} value={id}>
                {id} ({method} {path})
              </option>
            ))}
          </select>
          <small>The requests that it applies to</small>
        </label>
        <FaultFieldInput
          field={{ name: "times", type: "number", expected: "how many calls, a whole number from 1", isRequired: true }}
          value={times}
          onValue={setTimes}
          problem={problemOf("times")}
        />
        {fields.map((field) => (
          <FaultFieldInput
            key={`${kind}/${field.name}`}
            field={field}
            value={values[field.name] ?? ""}
            onValue={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
            problem={problemOf(field.name)}
          />
        ))}
      </div>
      <p role="alert" class={isShownAtField ? "visually-hidden" : problem && "problem"}>
        {problem}
      </p>
      <div class="row">
        <Button type="submit" class="primary" blockedBy={isRunning ? "Working…" : undefined}>
          Arm the fault
        </Button>
      </div>
    </form>
  );
}
