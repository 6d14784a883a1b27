import { useEffect, useState } from "preact/hooks";
import { clockTime } from "../time/format-time.ts";

/** The time of this computer. Only this text is drawn again each second. */
export function RealTime({ zone }: { readonly zone: string }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <time data-testid="real-time">{clockTime(now, zone)}</time>;
}
