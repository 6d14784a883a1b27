import type { FaultField } from "@modulex-instantly/sandbox";
import { useUniqueId } from "../components/use-unique-id.ts";

/** How a value is entered, decided by what the sandbox expects. */
type Entry = { readonly is: "choice"; readonly of: readonly string[] } | { readonly is: "number" | "boolean" | "text" };

function entryOf({ expected }: FaultField): Entry {
  const choices = [...expected.matchAll(/"([^"]+)"/g)].map(([, choice = ""]) => choice);
  if (choices.length > 1) return { is: "choice", of: choices };
  if (expected === "true or false") return { is: "boolean" };
  return /\bfrom \d+ to \d+$/.test(expected) ? { is: "number" } : { is: "text" };
}

/** The value to send; undefined for nothing. What is not a number is sent as text: the sandbox then says what it expects. */
export function fieldValue(field: FaultField, text: string): unknown {
  if (text === "") return undefined;
  const { is } = entryOf(field);
  if (is === "boolean") return text === "true";
  return is === "number" && Number.isFinite(Number(text)) ? Number(text) : text;
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
  const { name, expected, isRequired } = field;
  const id = useUniqueId();
  const entry = entryOf(field);
  const described = { id, "aria-describedby": `${id}-hint`, "aria-invalid": problem === undefined ? undefined : true };
  return (
    <div class="field faults-field">
      {entry.is === "boolean" ? (
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
          {entry.is === "choice" ? (
            <select {...described} value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
              <option value="">{isRequired ? "Choose…" : "Default"}</option>
              {entry.of.map((choice) => (
                <option key={choice}>{choice}</option>
              ))}
            </select>
          ) : (
            <input
              {...described}
              inputMode={entry.is === "number" ? "numeric" : "text"}
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
