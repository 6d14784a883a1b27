import type { MailSummary } from "@modulex-instantly/sandbox";
import { changedAddress, go, parameter } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { SafeText } from "../components/safe-text.tsx";
import { SearchBox } from "../components/search-box.tsx";
import { useControl } from "../control/use-control.ts";
import { stepText } from "../sending/step-text.ts";
import type { MailFilter } from "./mail-query.ts";
import { isFiltered, unfilteredAddress } from "./mail-query.ts";
import { personOf, warningNames } from "./mail-words.ts";

/** The choices for `direction` and `by`. */
const kinds = [
  ["", "All mail", {}],
  ["sent", "Sent", { direction: "sent" }],
  ["campaign", "Sent by a campaign", { by: "campaign" }],
  ["reply", "Replies by hand", { by: "reply" }],
  ["received", "Received", { direction: "received" }],
] as const;

/** The search and the filters of the list. They are in the address. */
export function MailFilters({ mails }: { readonly mails: readonly MailSummary[] }) {
  const { data: campaigns } = useControl("GET /campaigns", {});
  const direction = parameter("direction");
  const by = parameter("by");
  const kind = by === "recipient" && !direction ? "received" : (by ?? direction ?? "");
  const campaign = parameter("campaign") ?? "";
  const isKnown = campaign === "" || campaigns?.campaigns.some(({ id }) => id === campaign);
  return (
    <search class="mails-filters">
      <SearchBox label="Search mails" placeholder="Search address, name or subject" maxLength={1000} />
      <div class="mails-selects">
        <select
          aria-label="Direction"
          value={kind}
          onChange={({ currentTarget }) => {
            const [, , values] = kinds.find(([name]) => name === currentTarget.value) ?? kinds[0];
            change({ direction: null, by: null, ...values });
          }}
        >
          {kinds.map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
          {!kinds.some(([name]) => name === kind) && <option value={kind}>{kind}</option>}
        </select>
        <select
          aria-label="Campaign"
          value={campaign}
          onChange={({ currentTarget }) => change({ campaign: currentTarget.value, step: null })}
        >
          <option value="">All campaigns</option>
          {campaigns?.campaigns.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {!isKnown && <option value={campaign}>{campaigns ? "Unknown campaign" : "…"}</option>}
        </select>
        <WarningSelect />
      </div>
      <Chips mails={mails} />
    </search>
  );
}

function WarningSelect() {
  const warning = parameter("warning") ?? "";
  const names: Readonly<Record<string, string>> = { any: "Any warning", ...warningNames };
  return (
    <select
      aria-label="Warning"
      value={warning}
      onChange={({ currentTarget }) => change({ warning: currentTarget.value })}
    >
      <option value="">Warnings…</option>
      {Object.entries(names).map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
      {warning !== "" && !(warning in names) && <option value={warning}>{warning}</option>}
    </select>
  );
}

/** The filters that come from links, each with a way out. */
function Chips({ mails }: { readonly mails: readonly MailSummary[] }) {
  const [step, lead, thread] = [parameter("step"), parameter("lead"), parameter("thread")];
  const person = mails.find((mail) => mail.lead === lead);
  const first = mails.findLast((mail) => mail.thread === thread);
  return (
    <div class="mails-chips">
      {step && <Chip name="step" label="Step" value={stepText(step)} />}
      {lead && (
        <Chip
          name="lead"
          label="Lead"
          value={person ? personOf(person).name || personOf(person).address : lead.slice(0, 8)}
        />
      )}
      {thread && <Chip name="thread" label="Thread" value={first?.subject || thread.slice(0, 8)} />}
      {isFiltered.value && <Link to={unfilteredAddress()}>Clear filters</Link>}
    </div>
  );
}

function Chip({ name, label, value }: { readonly name: MailFilter; readonly label: string; readonly value: string }) {
  return (
    <span class="mails-chip">
      <span>
        {name !== "step" && `${label}: `}
        <SafeText text={value} />
      </span>
      <button
        type="button"
        class="plain"
        aria-label={`Remove the filter ${label.toLowerCase()}`}
        onClick={() => change({ [name]: null })}
      >
        ×
      </button>
    </span>
  );
}

function change(values: Readonly<Record<string, string | null>>): void {
  go(changedAddress(values));
}
