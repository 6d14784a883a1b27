interface RecipientActionsProps {
  readonly mail?: string;
  readonly lead?: string;
  readonly canAct: boolean;
}

export function RecipientActions(_: RecipientActionsProps) {
  return null;
}
