/** What the sandbox knows of a key. */
export interface ApiKey {
  /** How the key is called in the journal, which never shows the key itself. */
  readonly name: string;
  readonly scopes: readonly string[];
  /** Whether the workspace pays; without a plan every call is a 402. */
  readonly paid: boolean;
  readonly revoked: boolean;
}
