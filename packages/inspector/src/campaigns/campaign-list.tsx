import type { CampaignRow } from "@modulex-instantly/sandbox";
import { useLayoutEffect, useRef } from "preact/hooks";
import { changedAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { Badge } from "../components/badge.tsx";
import { countText } from "../components/count-text.ts";
import type { RowKeys } from "../components/use-row-keys.ts";
import { SendingText } from "../sending/sending-text.tsx";
import { campaignTone } from "./campaign-tone.ts";

interface CampaignListProps {
  readonly campaigns: readonly CampaignRow[];
  /** The id of the open one. */
  readonly open: string | undefined;
  readonly keys: RowKeys;
}

/** The campaigns, oldest first. */
export function CampaignList({ campaigns, open, keys }: CampaignListProps) {
  return (
    <ul class="campaigns-list" aria-label="Campaigns" data-list tabIndex={-1}>
      {campaigns.map((campaign, index) => (
        <Item
          key={campaign.id}
          campaign={campaign}
          isOpen={campaign.id === open}
          isSelected={index === keys.selected}
          onSelect={() => keys.select(index)}
          takeFocus={keys.takeFocus}
        />
      ))}
    </ul>
  );
}

interface ItemProps {
  readonly campaign: CampaignRow;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly takeFocus: () => boolean;
}

function Item({ campaign, isOpen, isSelected, onSelect, takeFocus }: ItemProps) {
  const { id, name, status, leads, sent, sending, timezone } = campaign;
  const item = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    if (isSelected) item.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  useLayoutEffect(() => {
    if (isSelected && takeFocus()) item.current?.querySelector("a")?.focus();
  });
  return (
    <li ref={item} class={`campaigns-item ${isOpen ? "is-open" : ""} ${isSelected ? "is-selected" : ""}`}>
      <Link
        class="campaigns-name"
        to={changedAddress({ campaign: id })}
        aria-current={isOpen ? "true" : undefined}
        onFocus={onSelect}
      >
        <bdi>{name === "" ? "Without a name" : name}</bdi>
      </Link>
      <Badge tone={campaignTone(status.value)}>{status.label}</Badge>
      <span class="campaigns-numbers">
        {countText(leads, "lead")} <span class="quiet">·</span> {sent.toLocaleString("en")} sent
      </span>
      <span class="campaigns-why quiet">
        <SendingText sending={sending} zone={timezone} />
      </span>
    </li>
  );
}
