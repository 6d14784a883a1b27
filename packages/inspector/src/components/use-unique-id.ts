import { useState } from "preact/hooks";

let last = 0;

/** An id that no other element has. Preact's `useId` starts again from 0 when the root is rendered again. */
export function useUniqueId(): string {
  const [id] = useState(() => {
    last += 1;
    return `id-${last}`;
  });
  return id;
}
