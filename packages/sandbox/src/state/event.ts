/** What a recipient does with a mail of a campaign. */
export type RecipientDeed = "open" | "click" | "reply" | "out-of-office" | "bounce" | "unsubscribe";

/** Something that is going to happen, as plain data. */
export type SandboxEvent = { readonly at: number; readonly workspace: string } & (
  | { readonly kind: "campaign"; readonly campaign: string }
  | { readonly kind: "recipient"; readonly deed: RecipientDeed; readonly email: string }
  | { readonly kind: "verification"; readonly lead: string }
  | {
      readonly kind: "interest";
      readonly leads: readonly string[];
      readonly value: number | null;
      readonly keepFromAi: boolean;
    }
);
