import type { FaultField } from "@modulex-instantly/sandbox";
import { useUniqueId } from "../components/use-unique-id.ts";

/** The value to send; undefined for nothing. What is not a number is sent as text: the sandbox then says what it expects. */
export function fieldValue({ type }: FaultField, text: string): unknown {
  if (text === "") return undefined;
  if (type === "boolean") return text === "true";
  return type === "number" && Number.isFinite(Number(text)) ? Number(text) : text;
}

interface FaultFieldInputProps {
  readonly field: FaultField;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** What the sandbox said about the value. */
  readonly problem: string | undefined;
}

/** A field of a fault with what is expected, and with what was wrong. */
export function FaultFieldInput({ field, value, onValue, problem }: FaultFieldInputProps) {
  const { name, type, choices, expected, isRequired } = field;
  const id = useUniqueId();
  const described = { id, "aria-describedby": `${id}-hint`, "aria-invalid": problem === undefined ? undefined : true };
  return (
    <div class="field faults-field">
      {type === "boolean" ? (
        <label>
          <input
            {...described}
            type="checkbox"
            checked={value === "true"}
            onChange={({ currentTarget }) => onValue(currentTarget.checked ? "true" : "")}
          />{" "}
          {name}
        </label>
      ) : (
        <>
          <label for={id}>
            {name}
            {isRequired ? "" : " (optional)"}
          </label>
          {choices ? (
            <select {...described} value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
              <option value="">{isRequired ? "Choose…" : "Default"}</option>
              {choices.map((choice) => (
                <option key={choice}>{choice}</option>
              ))}
            </select>
          ) : (
            <input
              {...described}
              inputMode={type === "number" ? "numeric" : "text"}
              value={value}
              onInput={({ currentTarget }) => onValue(currentTarget.value)}
            />
          )}
        </>
      )}
      <small id={`${id}-hint`} class={problem === undefined ? "" : "faults-wrong"}>
        {problem ?? expected}
      </small>
    </div>
  );
}
