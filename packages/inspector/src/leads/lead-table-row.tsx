import type { LeadRow } from "@modulex-instantly/sandbox";
import type { JSX } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { changedAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { Badge } from "../components/badge.tsx";
import { interestTone, leadTone, verificationTone } from "../components/lead-tones.ts";
import { tableRoles } from "../components/table-roles.ts";
import { stepText } from "../sending/step-text.ts";
import { Time } from "../time/time.tsx";

/** More of a text cannot be seen in a row. */
const MOST_CHARACTERS = 160;

interface LeadTableRowProps {
  readonly index: number;
  /** Undefined until its page is loaded. */
  readonly lead: LeadRow | undefined;
  readonly style: JSX.CSSProperties;
  /** The time zone of its campaign. */
  readonly zone: string | undefined;
  readonly isCompact: boolean;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly onSelect: (index: number) => void;
  readonly takeFocus: () => boolean;
}

/** A lead in the table. The whole row is its link. */
export function LeadTableRow(props: LeadTableRowProps) {
  const { index, lead, style, zone, isCompact, isOpen, isSelected, onSelect, takeFocus } = props;
  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isSelected && lead && takeFocus()) row.current?.querySelector("a")?.focus({ preventScroll: true });
  });
  // Scrolling draws the rows again and again; their cells only change with the lead.
  const cells = useMemo(() => {
    if (lead === undefined)
      return (
        <span {...tableRoles.cell} class="leads-loading">
          Loading…
        </span>
      );
    return isCompact ? <CompactCells lead={lead} zone={zone} /> : <WideCells lead={lead} zone={zone} />;
  }, [lead, zone, isCompact]);
  const link = useMemo(
    () => lead && <RowLink lead={lead} isOpen={isOpen} hasCompany={isCompact} onSelect={() => onSelect(index)} />,
    [lead, isOpen, isCompact, onSelect, index],
  );
  return (
    <div
      ref={row}
      {...tableRoles.row(index + 2)}
      style={style}
      class={`leads-row leads-columns ${isOpen ? "is-open" : ""} ${isSelected ? "is-selected" : ""}`}
    >
      {link}
      {cells}
    </div>
  );
}

interface RowLinkProps {
  readonly lead: LeadRow;
  readonly isOpen: boolean;
  readonly hasCompany: boolean;
  readonly onSelect: () => void;
}

function RowLink({ lead: { id, email, name, company }, isOpen, hasCompany, onSelect }: RowLinkProps) {
  const below = hasCompany ? [name, company].filter(Boolean).map(short) : [short(name)];
  return (
    <span {...tableRoles.cell} class="leads-person">
      <Link to={changedAddress({ lead: id })} aria-current={isOpen ? "true" : undefined} onFocus={onSelect}>
        {email === "" ? "Without an address" : <bdi>{short(email)}</bdi>}
      </Link>
      <small class="quiet">
        {below.map((text, index) => (
          <span key={text}>
            {index > 0 && " · "}
            <bdi>{text}</bdi>
          </span>
        ))}
      </small>
    </span>
  );
}

interface CellsProps {
  readonly lead: LeadRow;
  readonly zone: string | undefined;
}

function WideCells({ lead, zone }: CellsProps) {
  const { company, status, interest, verification, opens, clicks, replies, lastStep, lastContact, nextDue } = lead;
  return (
    <>
      <span {...tableRoles.cell} class="leads-text">
        <bdi>{short(company)}</bdi>
      </span>
      <span {...tableRoles.cell}>
        <Badge tone={leadTone(status)}>{status.label}</Badge>
      </span>
      <span {...tableRoles.cell}>{interest && <Badge tone={interestTone(interest)}>{interest.label}</Badge>}</span>
      <span {...tableRoles.cell}>
        {verification && <Badge tone={verificationTone(verification)}>{verification.label}</Badge>}
      </span>
      <Count value={opens} />
      <Count value={clicks} />
      <Count value={replies} />
      <span {...tableRoles.cell} class="leads-last leads-after-number">
        {lastStep !== null && <span>{stepText(lastStep)}</span>}
        {lastContact !== null && (
          <small class="quiet">
            <Time at={lastContact} zone={zone} />
          </small>
        )}
      </span>
      <span {...tableRoles.cell}>{nextDue !== null && <Time at={nextDue} zone={zone} />}</span>
    </>
  );
}

function CompactCells({ lead: { status, nextDue }, zone }: CellsProps) {
  return (
    <span {...tableRoles.cell} class="leads-last leads-end">
      <Badge tone={leadTone(status)}>{status.label}</Badge>
      {nextDue !== null && (
        <small class="quiet">
          <Time at={nextDue} zone={zone} />
        </small>
      )}
    </span>
  );
}

function Count({ value }: { readonly value: number }) {
  return (
    <span {...tableRoles.cell} class={`number ${value === 0 ? "quiet" : ""}`}>
      {value.toLocaleString("en")}
    </span>
  );
}

function short(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
