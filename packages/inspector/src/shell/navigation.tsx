import { useEffect, useRef } from "preact/hooks";
import type { View } from "../address/address.ts";
import { VIEWS, view, viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { live } from "../control/live.ts";

export const viewTitles: Readonly<Record<View, string>> = {
  mails: "Mails",
  campaigns: "Campaigns",
  leads: "Leads",
  log: "API log",
  faults: "Faults",
  sandbox: "Sandbox",
};

/** The views with their counts. */
export function Navigation() {
  const { mails, campaigns, leads, requests, faults } = live.value ?? {};
  const counts: Readonly<Record<View, number | undefined>> = {
    mails,
    campaigns,
    leads,
    log: requests,
    faults,
    sandbox: undefined,
  };
  const list = useRef<HTMLElement>(null);
  const name = view.value;
  const isKnown = live.value !== null;
  // On a phone it may be out of view, also once the counts have moved it.
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [name, isKnown]);
  return (
    <nav aria-label="Views" class="navigation" ref={list}>
      {VIEWS.map((name) => (
        <Link key={name} to={viewAddress(name)} aria-current={view.value === name ? "page" : undefined}>
          <span>{viewTitles[name]}</span>
          {Boolean(counts[name]) && <span class="count">{counts[name]?.toLocaleString("en")}</span>}
        </Link>
      ))}
    </nav>
  );
}
