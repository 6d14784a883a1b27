import { useState } from "preact/hooks";
import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { useOverview } from "../control/overview.tsx";
import type { ZoneChoice } from "../time/zone.ts";
import { chooseZone, localZone, zoneChoice } from "../time/zone.ts";
import { KeyHelp } from "./key-help.tsx";
import { ThemeButton } from "./theme-button.tsx";

const zones: Readonly<Record<ZoneChoice, string>> = {
  utc: "UTC",
  campaign: "Zone of each campaign",
  local: `This computer (${localZone})`,
};

/** The name, the scenario, and the switches that hold for the whole page. */
export function Header() {
  const { data } = useOverview();
  const [hasHelp, showHelp] = useState(false);
  return (
    <header class="header">
      <Link to={viewAddress("mails")} class="brand">
        <img src="/ui/icon.svg" alt="" width="22" height="22" />
        Instantly sandbox
      </Link>
      {data && (
        <Link to={viewAddress("sandbox")} class="scenario" title="What this sandbox was started with">
          {data.scenario} · {data.mode} mode
        </Link>
      )}
      <span class="spacer" />
      <label>
        <span>Times in</span>
        <select
          aria-label="Times in"
          value={zoneChoice.value}
          onChange={({ currentTarget }) => chooseZone(currentTarget.value as ZoneChoice)}
        >
          {Object.entries(zones).map(([choice, label]) => (
            <option key={choice} value={choice}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <ThemeButton />
      <button type="button" aria-label="Keyboard shortcuts" title="Keyboard shortcuts" onClick={() => showHelp(true)}>
        ?
      </button>
      {hasHelp && <KeyHelp onClose={() => showHelp(false)} />}
    </header>
  );
}
