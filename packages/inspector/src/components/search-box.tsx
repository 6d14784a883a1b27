import { useEffect, useRef, useState } from "preact/hooks";
import { changedAddress, go, parameter } from "../address/address.ts";

/** A pause in the typing after which the search begins. */
const PAUSE_MS = 150;

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly maxLength: number;
}

/** The search of a list. After a pause in the typing, its text goes into the address. */
export function SearchBox({ label, placeholder, maxLength }: SearchBoxProps) {
  const search = parameter("search") ?? "";
  const [typed, setTyped] = useState(search);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => setTyped(search), [search]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const apply = (text: string): void => {
    clearTimeout(timer.current);
    go(changedAddress({ search: text }), { replace: true });
  };
  return (
    <input
      type="search"
      data-search
      aria-label={label}
      placeholder={placeholder}
      title="Press / to get here"
      maxLength={maxLength}
      value={typed}
      onInput={({ currentTarget: { value } }) => {
        setTyped(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => apply(value), PAUSE_MS);
      }}
      // What is waiting is applied before anything else is pressed, such as "Clear", and cannot come back after it.
      onBlur={({ currentTarget: { value } }) => {
        if (value !== search) apply(value);
      }}
      onKeyDown={({ key, currentTarget: { value } }) => {
        if (key === "Enter") apply(value);
      }}
    />
  );
}
