import type { CampaignRow, LeadFilterValues, StateReport } from "@modulex-instantly/sandbox";
import { changedAddress, go } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { countText } from "../components/count-text.ts";
import { SearchBox } from "../components/search-box.tsx";
import { stepText } from "../sending/step-text.ts";
import { withoutFilters } from "./lead-address.ts";
import type { LeadFilter } from "./lead-pages.ts";

interface LeadFiltersProps {
  readonly filter: LeadFilter;
  readonly total: number | undefined;
  readonly campaigns: readonly CampaignRow[];
  readonly values: LeadFilterValues | undefined;
  readonly workspaces: StateReport["workspaces"];
}

const eventTexts: Readonly<Record<NonNullable<LeadFilter["event"]>, string>> = {
  sent: "was sent",
  opened: "was opened",
  clicked: "was clicked",
  replied: "was replied to",
  auto_replied: "had an automatic reply",
  bounced: "bounced",
  unsubscribed: "led to an unsubscribe",
  waiting: "is the next one",
};

/** The filters of the table. Each one is in the address. */
export function LeadFilters({ filter, total, campaigns, values, workspaces }: LeadFiltersProps) {
  const { search, campaign, list, filter: state, status, step, event, workspace } = filter;
  const set = (parameters: Readonly<Record<string, string | null>>): void => go(changedAddress(parameters));
  const used = workspaces.filter(({ leads }) => leads > 0);
  const hasFilter = Object.keys(filter).length > 0;
  return (
    <search class="leads-filters">
      <SearchBox label="Search in names and addresses" placeholder="Search names and addresses" maxLength={200} />
      {(used.length > 1 || workspace !== undefined || used.some((one) => one !== workspaces[0])) && (
        <Choice
          label="Workspace"
          none="Main workspace"
          value={workspace}
          options={workspaces.slice(1).map(({ id }) => [id, `Workspace ${id.slice(0, 8)}`])}
          onChange={(value) => set({ ...withoutFilters, search: search ?? null, workspace: value })}
        />
      )}
      <Choice
        label="Campaign"
        none="All campaigns"
        value={campaign}
        options={campaigns
          .filter((one) => workspace === undefined || one.workspace === workspace)
          .map(({ id, name }) => [id, name])}
        onChange={(value) => set({ campaign: value, step: null, event: null })}
      />
      <Choice
        label="Lead list"
        none="All lead lists"
        value={list}
        options={(values?.lists ?? []).map(({ id, name }) => [id, name])}
        onChange={(value) => {
          const owner = values?.lists.find(({ id }) => id === value)?.workspace;
          const isElsewhere = owner !== undefined && owner !== workspaces[0]?.id && campaign === undefined;
          set({ list: value, ...(isElsewhere ? { workspace: owner } : {}) });
        }}
      />
      <Choice
        label="Filter"
        none="No filter"
        value={state}
        options={(values?.filters ?? []).map(({ value, label }) => [value, label])}
        onChange={(value) => set({ filter: value })}
      />
      <Choice
        label="Status"
        none="Any status"
        value={status === undefined ? undefined : String(status)}
        options={(values?.statuses ?? []).map(({ value, label }) => [String(value), label])}
        onChange={(value) => set({ status: value })}
      />
      {step !== undefined && (
        <button
          type="button"
          class="leads-chip"
          aria-label={`Remove the filter: ${stepText(step)} ${eventTexts[event ?? "sent"] ?? event}`}
          onClick={() => set({ step: null, event: null })}
        >
          {stepText(step)} {eventTexts[event ?? "sent"] ?? event} <span aria-hidden="true">×</span>
        </button>
      )}
      {hasFilter && <Link to={changedAddress(withoutFilters)}>Clear</Link>}
      <span class="leads-total" role="status">
        {total !== undefined && countText(total, "lead")}
      </span>
    </search>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** What it says without a value. */
  readonly none: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string | null) => void;
}

function Choice({ label, none, value, options, onChange }: ChoiceProps) {
  const isKnown = value === undefined || options.some(([known]) => known === value);
  return (
    <select
      aria-label={label}
      class={value === undefined ? "" : "is-set"}
      value={value ?? ""}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
    >
      <option value="">{none}</option>
      {!isKnown && <option value={value}>{value}</option>}
      {options.map(([known, text]) => (
        <option key={known} value={known}>
          {text.slice(0, 80)}
        </option>
      ))}
    </select>
  );
}
