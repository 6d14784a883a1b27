import { useEffect, useRef, useState } from "preact/hooks";
import { changedAddress, go } from "../address/address.ts";

/** A pause in the typing after which the leads are searched. */
const PAUSE_MS = 120;

/** The search in names and addresses. It goes into the address of the page after a pause. */
export function LeadSearch({ search }: { readonly search: string }) {
  const [text, setText] = useState(search);
  const latest = useRef(search);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    // The address was changed by something else.
    if (search !== latest.current) {
      latest.current = search;
      clearTimeout(timer.current);
      setText(search);
    }
  }, [search]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const apply = (value: string): void => {
    clearTimeout(timer.current);
    latest.current = value;
    go(changedAddress({ search: value === "" ? null : value }), { replace: true });
  };
  return (
    <input
      type="search"
      data-search
      aria-label="Search in names and addresses"
      placeholder="Search names and addresses"
      maxLength={200}
      value={text}
      onInput={({ currentTarget: { value } }) => {
        setText(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => apply(value), PAUSE_MS);
      }}
      onKeyDown={({ key, currentTarget: { value } }) => {
        if (key === "Enter") apply(value);
      }}
    />
  );
}
